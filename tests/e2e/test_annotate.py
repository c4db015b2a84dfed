"""Lines in, lines out: the batch interface."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

TIMEX_KEYS = {
    "start", "end", "text", "type", "value", "mod", "begin", "until", "edtf", "confidence", "explanation", "anchor",
    "alternatives",
}  # fmt: skip
EVENT_KEYS = {
    "title", "begin", "until", "edtf", "modality", "date_basis", "kind", "participants", "place", "attribution",
    "confidence", "spans", "sentences",
}  # fmt: skip
MENTION_KEYS = {"start", "end", "modality", "polarity", "begin", "until", "date_basis"}

STORY = "😀 The mine at Tarn flooded last Friday. Nobody had checked the pumps since 2019. It will reopen in June."

LINES: list[bytes] = [
    json.dumps({"id": "story", "text": STORY, "published": "2024-03-18", "extra": [1]}).encode(),
    b"",
    json.dumps({"id": 7, "text": "They met on 6/7/2018.", "published": "2018-08-01"}).encode(),
    json.dumps({"id": 8, "text": "They met on 6/7/2018.", "published": "2018-08-01", "date_order": "MDY"}).encode(),
    b"{broken",
    b"[1, 2]",
    b'{"id": "bytes", "text": "caf\xe9"}',
    json.dumps({"id": "none"}).encode(),
    json.dumps({"id": ["odd"], "text": 5}).encode(),
    json.dumps({"id": "undated", "text": "It rained last week. Caesar died in 44 BC."}).encode(),
    json.dumps({"id": "options", "text": "x", "published": "soon", "time_zone": 1, "hemisphere": "up"}).encode(),
    json.dumps({"id": "surrogate", "text": "\ud800 It rained on 4 May 2020.", "published": None}).encode(),
    json.dumps({"id": "empty", "text": "", "published": "2020-01-01"}).encode(),
    json.dumps({"id": "utc", "text": "UPDATE 1330 GMT: The bridge has reopened.", "published": "2018-05-28"}).encode(),
    json.dumps({"id": "deep", "text": "(" * 3000 + " on Monday", "published": "2020-01-01"}).encode(),
]


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lines") / "in.jsonl"
    path.write_bytes(b"\n".join(LINES))
    return path


@pytest.fixture(scope="module")
def done(run: Run, lines: Path) -> subprocess.CompletedProcess[str]:
    return run("annotate", "--mentions", lines, cwd=lines.parent)


@pytest.fixture(scope="module")
def answers(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def by_id(answers: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {str(answer["id"]): answer for answer in answers}


def test_each_line_is_answered_in_order(answers: list[dict[str, Any]]) -> None:
    assert [answer["id"] for answer in answers] == [
        "story", 7, 8, None, None, None, "none", ["odd"], "undated", "options", "surrogate", "empty", "utc", "deep",
    ]  # fmt: skip


def test_what_cannot_be_read_is_named_with_its_line(
    done: subprocess.CompletedProcess[str], answers: list[dict[str, Any]]
) -> None:
    errors = [answer for answer in answers if "error" in answer]
    assert [(error["id"], error["line"]) for error in errors] == [
        (None, 5), (None, 6), (None, 7), ("none", 8), (["odd"], 9),
    ]  # fmt: skip
    assert all(set(error) == {"id", "line", "error"} for error in errors)
    assert done.returncode == 1
    assert [f"line {error['line']}: {error['error']}" in done.stderr for error in errors] == [True] * 5


def test_every_field_is_there(answers: list[dict[str, Any]]) -> None:
    for answer in answers:
        if "error" in answer:
            continue
        assert set(answer) == {"id", "document_kind", "warnings", "timexes", "events", "mentions"}
        assert all(set(timex) - {"quant", "freq"} == TIMEX_KEYS for timex in answer["timexes"])
        assert all(set(event) == EVENT_KEYS for event in answer["events"])
        assert all(set(mention) == MENTION_KEYS for mention in answer["mentions"])


def test_offsets_count_code_points_of_the_text(by_id: dict[str, dict[str, Any]]) -> None:
    story = by_id["story"]
    for timex in story["timexes"]:
        assert STORY[timex["start"] : timex["end"]] == timex["text"]
    for event in story["events"]:
        assert [STORY[start:end] for start, end in event["spans"]] == event["sentences"]
    friday = next(t for t in story["timexes"] if t["text"] == "last Friday")
    assert (friday["begin"], friday["until"], friday["value"]) == ("2024-03-15", "2024-03-15", "2024-03-15")
    assert friday["anchor"] == {"kind": "publication", "value": "2024-03-18"}


def test_events_are_dated(by_id: dict[str, dict[str, Any]]) -> None:
    flooded = next(e for e in by_id["story"]["events"] if "flooded" in e["title"])
    assert (flooded["begin"], flooded["until"], flooded["date_basis"]) == ("2024-03-15", "2024-03-15", "clause")
    reopen = next(e for e in by_id["story"]["events"] if "reopen" in e["title"])
    assert (reopen["begin"], reopen["until"], reopen["modality"]) == ("2024-06-01", "2024-06-30", "planned")


def test_an_ambiguous_date_keeps_both_readings_unless_the_order_is_known(by_id: dict[str, dict[str, Any]]) -> None:
    [open_] = by_id["7"]["timexes"]
    assert open_["begin"] == "2018-07-06"
    assert [a["begin"] for a in open_["alternatives"]] == ["2018-06-07"]
    assert by_id["7"]["warnings"]
    [known] = by_id["8"]["timexes"]
    assert known["begin"] == "2018-06-07"
    assert by_id["8"]["warnings"] == []


def test_without_a_publication_date_relative_phrases_are_null(by_id: dict[str, dict[str, Any]]) -> None:
    week, bc = by_id["undated"]["timexes"]
    assert (week["begin"], week["until"], week["edtf"]) == (None, None, None)
    assert (bc["begin"], bc["until"]) == ("-0043-01-01", "-0043-12-31")
    assert any("publication date" in warning for warning in by_id["undated"]["warnings"])


def test_options_that_cannot_be_used_are_warnings(by_id: dict[str, dict[str, Any]]) -> None:
    said = " ".join(by_id["options"]["warnings"])
    for name in ("soon", "time_zone", "hemisphere"):
        assert name in said


def test_an_update_header_is_an_instant_and_its_events_hold_by_then(by_id: dict[str, dict[str, Any]]) -> None:
    [header] = by_id["utc"]["timexes"]
    assert (header["begin"], header["until"]) == ("2018-05-28T13:30Z", "2018-05-28T13:30Z")
    [event] = [e for e in by_id["utc"]["events"] if "reopened" in e["title"]]
    assert (event["begin"], event["until"]) == (None, "2018-05-28T13:30Z")


def test_two_processes_give_the_same_lines(run: Run, lines: Path, done: subprocess.CompletedProcess[str]) -> None:
    both = run("annotate", "--mentions", "--jobs", "2", lines, cwd=lines.parent)
    assert both.stdout == done.stdout
    assert both.returncode == 1


def test_times_only_reads_stdin_and_leaves_events_out(run: Run, tmp_path: Path) -> None:
    done = run("annotate", "--times-only", cwd=tmp_path, stdin=LINES[0].decode() + "\n")
    [answer] = map(json.loads, done.stdout.splitlines())
    assert (done.returncode, done.stderr) == (0, "")
    assert set(answer) == {"id", "document_kind", "warnings", "timexes"}
    assert [t["text"] for t in answer["timexes"]] == ["last Friday", "2019", "June"]


def test_an_answer_comes_before_the_next_line_is_asked_for(command: list[str], environment: dict[str, str]) -> None:
    with subprocess.Popen(
        [*command, "annotate", "--times-only", "-"], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):
            process.stdin.write(json.dumps({"id": number, "text": "on 4 May 2020"}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
    assert process.returncode == 0


@pytest.fixture
def with_interrupts() -> Iterator[None]:
    """Ctrl+C reaches what is started, also from checks that run in the background, where it is ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("with_interrupts")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_and_a_closed_pipe_end_it_quietly(command: list[str], environment: dict[str, str], jobs: str) -> None:
    def start() -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [*command, "annotate", "--times-only", "--jobs", jobs],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            process_group=0,
        )

    line = json.dumps({"id": 1, "text": "on 4 May 2020"}).encode() + b"\n"
    with start() as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(line * 20)
        process.stdin.flush()
        process.stdout.readline()
        time.sleep(0.1)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (130, b"")
    with start() as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(line * 20)
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.close()
        process.stdin.write(line * 20)
        process.stdin.close()
        assert process.stderr
        assert process.stderr.read() == b""
    assert process.returncode == 0
