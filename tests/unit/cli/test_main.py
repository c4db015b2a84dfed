"""The command: usage, exit codes, and sentences instead of tracebacks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from timeline_app import __version__
from timeline_app.cli.main import main
from timeline_app.formats.project_file import save_project
from timeline_app.model.document import TimelineDocument


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"timeline-app {__version__}\n"
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert "extract" in shown
    assert "annotate" in shown
    assert "worker" not in shown
    assert main(["extract", "--help"]) == 0
    assert "--published" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "a.txt", "--published", "lately"],
        ["extract", "a.txt", "--time-zone", "Mars/Olympus"],
        ["export"],
        ["annotate", "--jobs", "0"],
        ["annotate", "--jobs", "many"],
        ["--nonsense"],
    ],
)
def test_wrong_usage_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nothing.txt"], "no file 'nothing.txt'"),
        (["export", "nothing.tline"], "No such file"),
        (["annotate", "nothing.jsonl"], "No such file"),
        (["extract", "a.txt", "--csv", "gone/a.csv"], "the folder gone does not exist"),
        (["extract", "a.txt", "--csv", "a.txt"], "one of the files to read"),
        (["extract", "a.txt", "--csv", "b", "--json", "./b"], "two outputs have that name"),
    ],
)
def test_a_failure_is_one_sentence_and_1(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("It began on Friday.")
    assert main(arguments) == 1
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""


def test_a_fault_inside_is_a_sentence_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fail(path: Path) -> TimelineDocument:
        raise ZeroDivisionError("by \x1b[31mzero")

    monkeypatch.setattr("timeline_app.cli.export.load_project", fail)
    monkeypatch.delenv("TIMELINE_APP_DEBUG", raising=False)
    assert main(["export", str(tmp_path / "a.tline")]) == 1
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert "Traceback" not in said
    assert "\x1b" not in said


@pytest.mark.parametrize(
    "arguments", [["extract", "--x\x1b]0;owned\x07.txt"], ["export", "a.tline", "--events\x1b[2J", "x"]]
)
def test_an_argument_that_is_none_moves_no_cursor(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert "error: " in said
    assert not {"\x1b", "\x07"} & set(said)


def test_a_reader_that_closes_early_is_no_error(tmp_path: Path) -> None:
    save_project(TimelineDocument(), tmp_path / "a.tline")
    command = [sys.executable, "-m", "timeline_app", "export", str(tmp_path / "a.tline"), "--json", "/dev/stdout"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_the_start_is_light() -> None:
    code = (
        "import sys; from timeline_app.cli.main import main; main(['--version']);"
        "heavy = {'spacy', 'numpy', 'PySide6', 'pyqtgraph', 'dateparser', 'holidays', 'rich', 'sqlite3'};"
        "sys.exit(' '.join(heavy & set(sys.modules)) or None)"
    )
    done = subprocess.run([sys.executable, "-c", code], env=os.environ, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
