"""The analysis worker answers every line, whatever it is, and ends with its input."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline_app.model.annotation import Mention, TimeExpression
from timeline_app.model.codec import decode
from timeline_app.model.source import Source

Run = Callable[..., subprocess.CompletedProcess[str]]


def request(**fields: object) -> str:
    return json.dumps({"v": 1, **fields})


@pytest.fixture(scope="module")
def answers(run: Run, folder: Path) -> list[dict[str, Any]]:
    news = str(folder / "news.txt")
    lines = [
        request(id="1", op="analyse", path=news, source_id="n", position=4, published="2024-03-18"),
        request(id="2", op="analyse", text="The mine flooded.", name="pasted", time_zone="Nowhere"),
        "nonsense",
        "[]",
        "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
        request(id="3", op="analyse", path=str(folder / "gone.txt")),
        request(id="4", op="dance"),
        request(id="5", op="analyse"),
        json.dumps({"v": 9, "id": "6", "op": "analyse", "text": "x"}),
        request(id="7", op="corroborate", sources=[{"$": "Event"}], mentions=[]),
        request(id="8", op="corroborate", sources=[], mentions=[]),
    ]
    done = run("worker", cwd=folder, stdin="\n".join(lines))
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


def of(answers: list[dict[str, Any]], id_: str) -> dict[str, Any]:
    """The last answer to a request."""
    return [answer for answer in answers if answer.get("id") == id_][-1]


def test_it_says_when_it_is_ready_and_speaks_one_version(answers: list[dict[str, Any]]) -> None:
    assert answers[0] == {"v": 1, "event": "ready", "degraded": None}
    assert {answer["v"] for answer in answers} == {1}


def test_a_document_comes_back_as_records(answers: list[dict[str, Any]]) -> None:
    stages = [answer.get("stage") for answer in answers if answer.get("id") == "1"]
    assert stages == ["reading", "analysing", None]
    done = of(answers, "1")
    source: Source = decode(Source, done["source"])
    expressions: tuple[TimeExpression, ...] = decode(tuple[TimeExpression, ...], done["expressions"])
    mentions: tuple[Mention, ...] = decode(tuple[Mention, ...], done["mentions"])
    assert (source.id, source.name, source.position) == ("n", "news.txt", 4)
    assert "Friday" in {e.phrase for e in expressions}
    assert any("aground" in mention.title for mention in mentions)
    assert all(source.text[e.span.start : e.span.end] == e.phrase for e in expressions)


def test_warnings_come_along(answers: list[dict[str, Any]]) -> None:
    assert any("Nowhere" in warning for warning in of(answers, "2")["warnings"])


@pytest.mark.parametrize("id_", ["3", "4", "5", "6", "7"])
def test_a_request_that_cannot_be_served_fails_in_a_sentence(answers: list[dict[str, Any]], id_: str) -> None:
    answer = of(answers, id_)
    assert answer["event"] == "failed"
    assert answer["message"].endswith(".")


def test_nonsense_is_answered_and_the_next_request_is_served(answers: list[dict[str, Any]]) -> None:
    assert [answer["event"] for answer in answers if "id" in answer and answer["id"] is None] == ["failed"] * 3
    assert of(answers, "8") == {"v": 1, "id": "8", "event": "done", "groups": []}
