"""Nothing that a file, a folder or the shell does to the command gets more than one clear sentence out of it."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_app.cli.main import main
from timeline_app.cli.window import worker_command

Run = Callable[..., subprocess.CompletedProcess[str]]

needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
BROKEN_LINES = {
    "deep": b"[" * 100_000,
    "deep object": b'{"a":' * 100_000,
    "bytes": b'{"text": "caf\xe9"}',
    "constant": b"NaN",
    "digits": b'{"id": ' + b"9" * 5_000 + b', "text": ""}',
    "endless": b"x" * 65_000_000,
    "null": b"\0",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "\x1b[31mred\x1b]0;owned\x07.txt"
    path.write_text("A \x1b[31mred\x1b[0m barn burned in \x1b[2JHull on 4 May 2020. =1+1 burned on 5 May 2020.\n")
    return path


def test_no_line_ends_the_batch(run: Run, tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_bytes(b"\n".join(BROKEN_LINES.values()))
    done = run("annotate", "--times-only", lines, cwd=tmp_path)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [answer["line"] for answer in answers] == list(range(1, len(BROKEN_LINES) + 1))
    assert len(done.stderr.splitlines()) == len(BROKEN_LINES)
    assert all(len(line) < 200 for line in done.stderr.splitlines())


def test_no_escape_reaches_the_terminal_and_no_formula_the_table(run: Run, report: Path) -> None:
    done = run("extract", report, "gone\x1b[31m.txt", cwd=report.parent)
    assert done.returncode == 1
    assert "\x1b" not in done.stdout + done.stderr
    assert "\x07" not in done.stdout + done.stderr
    table = run("extract", report, "--csv", "-", cwd=report.parent)
    assert table.returncode == 0
    assert table.stdout.startswith("\ufeffid,title,")
    assert not any(cell.startswith(("=", "+", "@")) for cell in table.stdout.split(","))


FAULTS: dict[str, tuple[Callable[[Path], list[str]], str]] = {
    "huge": (lambda folder: [str(sized(folder / "huge.txt", 50_000_000))], "larger than 10 MB"),
    "folder": (lambda folder: [str(folder)], "holds no document that can be read"),
    "loop": (lambda folder: [str(loop(folder / "loop.txt"))], "loop.txt: "),
    "missing": (lambda folder: [str(folder / "gone.txt")], "No such file"),
    "too long a name": (lambda folder: ["x" * 5_000], "too long"),
    "output is input": (lambda folder: [str(text(folder)), "--csv", str(text(folder))], "one of the files to read"),
    "no folder": (lambda folder: [str(text(folder)), "--csv", str(folder / "no" / "x.csv")], "does not exist"),
    "two outputs": (lambda folder: [str(text(folder)), "--csv", "-", "--json", "-"], "two outputs"),
}


def sized(path: Path, size: int) -> Path:
    with path.open("wb") as file:
        file.truncate(size)
    return path


def loop(path: Path) -> Path:
    path.symlink_to(path)
    return path


def text(folder: Path) -> Path:
    path = folder / "text.txt"
    path.write_text("It rained on 4 May 2020.")
    return path


@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_in_the_way_is_named_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], fault: str
) -> None:
    arrange, reason = FAULTS[fault]
    arguments = arrange(tmp_path)
    before = sorted(tmp_path.iterdir())
    assert main(["extract", *arguments]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1, said.err
    assert reason in said.err
    assert "inside the program" not in said.err
    assert sorted(tmp_path.iterdir()) == before


def test_a_folder_that_may_not_be_written_is_named_at_once(
    command: list[str], environment: dict[str, str], tmp_path: Path, as_ordinary_user: Callable[[], None]
) -> None:
    source = text(tmp_path)
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    arguments = [*command, "extract", str(source), "--csv", str(locked / "x.csv")]
    done = subprocess.run(
        arguments, env=environment, preexec_fn=as_ordinary_user, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "you may not write" in done.stderr


@needs_full
def test_a_full_disk_is_told_in_one_sentence(command: list[str], environment: dict[str, str], tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*command, "annotate"], input=b"[]\n", stdout=full, stderr=subprocess.PIPE, env=environment, check=False
        )
    assert done.returncode == 1
    assert done.stderr == b"timeline-app: Could not write to standard output: No space left on device.\n"


@pytest.mark.parametrize("closed", [0, 1, 2])
def test_a_closed_stream_is_no_fault_of_the_program(
    command: list[str], environment: dict[str, str], closed: int
) -> None:
    line = f"echo '[]' | {' '.join(command)} annotate {closed}<&-"
    done = subprocess.run(["sh", "-c", line], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == (0 if closed == 0 else 1)
    assert "inside the program" not in done.stderr


def test_the_worker_runs_nothing_from_the_folder_it_is_started_in(environment: dict[str, str], tmp_path: Path) -> None:
    trap = f"open({str(tmp_path / 'sprung')!r}, 'w')"
    for name in ("spacy.py", "json.py", "timeline_app.py"):
        (tmp_path / name).write_text(trap)
    done = subprocess.run(
        worker_command(), cwd=tmp_path, env=environment, input="", capture_output=True, text=True, check=False
    )
    assert json.loads(done.stdout)["event"] == "ready", done.stderr
    assert not (tmp_path / "sprung").exists()


def test_helper_processes_run_nothing_from_the_current_folder(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "multiprocessing.py").write_text(f"open({str(tmp_path / 'sprung')!r}, 'w')")
    program = "from timeline_app.cli.main import main; raise SystemExit(main(['annotate', '--jobs', '2']))"
    done = subprocess.run(
        [sys.executable, "-P", "-c", program], cwd=tmp_path, env=environment, input=b"[]\n", capture_output=True,
        check=False,
    )  # fmt: skip
    assert json.loads(done.stdout)["line"] == 1, done.stderr
    assert not (tmp_path / "sprung").exists()
