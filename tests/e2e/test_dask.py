"""`annotate --dask`: a cluster gives the same lines as one process, also when one of its workers is killed."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason="the optional packages dask and distributed are not installed")

Run = Callable[..., subprocess.CompletedProcess[str]]
# Five processes load the language model here, which on a busy machine takes minutes; nothing in it waits on purpose.
pytestmark = pytest.mark.timeout(600)
TEXTS = (
    "The ferry Maren ran aground off Port Ellery on Friday. Divers inspected the hull last weekend.",
    "UPDATE 0915 GMT: The minister has ordered an inquiry.",
    "Die Brücke wurde am 4. Oktober gesperrt.",
    "Nothing happened.",
)


def corpus(count: int) -> str:
    lines = [
        json.dumps({"id": n, "text": f"{TEXTS[n % len(TEXTS)]} It was report {n}.", "published": "2024-03-18"})
        for n in range(count)
    ]
    lines[3] = "{ not json"
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def cluster(environment: dict[str, str]) -> Iterator[tuple[str, list[int]]]:
    """The scheduler's address, and the processes of its workers."""
    command = [sys.executable, Path(__file__).with_name("dask_cluster.py")]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    address, *pids = process.stdout.readline().split()
    yield address, [int(pid) for pid in pids]
    process.communicate("", timeout=300)


def test_a_cluster_gives_the_same_lines_and_survives_a_killed_worker(
    run: Run, command: list[str], environment: dict[str, str], cluster: tuple[str, list[int]], tmp_path: Path
) -> None:
    address, pids = cluster
    text = corpus(48)
    alone = run("annotate", "--mentions", cwd=tmp_path, stdin=text)
    spread = subprocess.Popen(
        [*command, "annotate", "--mentions", "--dask", address],
        cwd=tmp_path,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert spread.stdin is not None
    assert spread.stdout is not None
    assert spread.stderr is not None
    half = text.index("\n", len(text) // 2) + 1
    with spread:
        spread.stdin.write(text[:half])
        spread.stdin.flush()
        first = spread.stdout.readline()
        os.kill(pids[0], signal.SIGKILL)
        spread.stdin.write(text[half:])
        spread.stdin.close()
        out = first + spread.stdout.read()  # not communicate(), which would miss what readline() has read ahead
        errors = spread.stderr.read()
    assert out == alone.stdout
    assert errors == alone.stderr
    assert (spread.returncode, alone.returncode) == (1, 1)  # one line is no JSON


def test_a_bag_of_lines_becomes_a_bag_of_answers(run: Run, tmp_path: Path) -> None:
    import dask
    from dask import bag

    from timeline_app.cli.annotate_dask import annotate_bag
    from timeline_app.cli.annotation import AnnotateOptions

    text = corpus(8)
    lines = bag.from_sequence(text.splitlines(), npartitions=2)
    with dask.config.set(scheduler="synchronous"):
        answers = annotate_bag(lines, AnnotateOptions(times_only=True)).compute()
    alone = run("annotate", "--times-only", cwd=tmp_path, stdin=text).stdout.splitlines()
    assert [json.loads(line) for n, line in enumerate(answers) if n != 3] == [
        json.loads(line) for n, line in enumerate(alone) if n != 3
    ]
    assert "error" in json.loads(answers[3])


def test_without_a_scheduler_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline_app.cli import annotate_dask
    from timeline_app.cli.annotation import AnnotateOptions
    from timeline_app.formats.errors import FormatError

    monkeypatch.setattr(annotate_dask, "_CONNECT", 0.3)
    with pytest.raises(FormatError, match="No Dask scheduler answers at tcp://127"):
        list(annotate_dask.answer_on_cluster([], AnnotateOptions(), "tcp://127.0.0.1:9"))
