"""The analysis worker answers every line, whatever it is, and ends with its input."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline_app.model.annotation import Mention, TimeExpression
from timeline_app.model.codec import decode, encode
from timeline_app.model.document_text import RawDocument
from timeline_app.model.ids import text_sha256
from timeline_app.model.source import TYPED, Evidence, PublicationContext, Source
from timeline_app.model.time_value import TimeValue

TALKS = "Iran and Russia held talks in Sochi on Sunday.  They agreed on gas.\n"
SETTLED = PublicationContext(
    TimeValue.day(2024, 3, 20), time_zone="Europe/Kyiv", evidence=(Evidence("published", "20 March 2024", TYPED, 1.0),)
)
TALKS_AGAIN = "Negotiations between Russia and Iran took place in Sochi on Sunday.\n"

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
        request(id="9", op="analyse", text=TALKS, name="one", source_id="one", published="2024-03-18"),
        request(id="10", op="analyse", text=TALKS_AGAIN, source_id="two", position=1, published="2024-03-19"),
        request(id="11", op="forget"),
        request(id="12", op="analyse", text=TALKS_AGAIN, name="two", source_id="two", published="2024-03-19"),
        request(id="13", op="analyse", text=TALKS, segments=[{"kind": "comment", "span": {"start": 0, "end": 68}}]),
        request(id="15", op="analyse", text=TALKS, context=encode(SETTLED)),
        request(id="14", op="analyse", text=" ".join(["The army left on 3 May 2018."] * 250)),
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


def test_a_document_is_answered_with_the_events_it_shares_with_earlier_ones(answers: list[dict[str, Any]]) -> None:
    first, second, alone = (of(answers, id_) for id_ in ("9", "10", "12"))
    talks = next(key for group in first["groups"] for key in group["mentions"])
    (shared,) = second["groups"]
    assert shared["mentions"][0] == talks
    assert shared["origins"] == 2
    assert talks not in str(alone["groups"]), "what was forgotten is not compared with"


def test_segments_of_the_analyst_are_not_cut_again(answers: list[dict[str, Any]]) -> None:
    done = of(answers, "13")
    assert [segment["kind"] for segment in done["source"]["segments"]] == ["comment"]
    assert done["mentions"] == []


def test_a_context_that_was_settled_is_read_with_and_not_looked_for(answers: list[dict[str, Any]]) -> None:
    assert of(answers, "15")["source"]["context"] == encode(SETTLED)


def test_a_long_answer_comes_in_parts(answers: list[dict[str, Any]]) -> None:
    told = [answer for answer in answers if answer.get("id") == "14" and answer["event"] in ("part", "done")]
    sizes = [len(answer.get("mentions", ())) for answer in told]
    assert sum(sizes) == 250
    assert max(sizes) <= 100


@pytest.fixture(scope="module")
def intake(run: Run, folder: Path) -> list[dict[str, Any]]:
    mail = folder / "mail.eml"
    mail.write_text(
        "Subject: Pump\nDate: Tue, 09 Jun 2020 08:41:00 +0200\nMIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nThe pump failed yesterday.\n"
        "--b\nContent-Disposition: attachment; filename=log.txt\n\nThe pump was built on 4 May 1998.\n--b--\n"
    )
    document = {
        "name": "log.txt (in mail.eml)",
        "text": "The pump was built on 4 May 1998.",
        "origin": {"sha256": "ab"},
    }
    lines = [
        request(id="1", op="analyse", path=str(mail)),
        request(id="2", op="analyse", document=document),
        request(id="3", op="analyse", document=document),
        request(id="4", op="known", sha256={text_sha256("It rained."): "old.txt"}),
        request(id="5", op="analyse", text="It rained.", name="new.txt"),
        request(id="6", op="analyse", document=document),
        request(id="7", op="analyse", document=document),
        request(id="8", op="analyse", document={**document, "text": 3}),
    ]
    done = run("worker", cwd=folder, stdin="\n".join(lines))
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_message_comes_with_its_date_and_its_attachments(intake: list[dict[str, Any]]) -> None:
    done = of(intake, "1")
    source: Source = decode(Source, done["source"])
    assert source.context.published is not None
    assert source.context.evidence[0].value == "2020-06-09T08:41+02:00"
    assert len(source.file_sha256) == 64
    [attached] = decode(tuple[RawDocument, ...], done["attachments"])
    assert attached.name == "log.txt (in mail.eml)"


def test_an_attachment_is_analysed_as_a_document_of_its_own(intake: list[dict[str, Any]]) -> None:
    source: Source = decode(Source, of(intake, "2")["source"])
    assert (source.name, source.file_sha256) == ("log.txt (in mail.eml)", "ab")
    assert of(intake, "8")["event"] == "failed"


def test_repeats_are_noticed_once_it_is_told_what_the_project_holds(intake: list[dict[str, Any]]) -> None:
    assert "source" in of(intake, "3")
    assert of(intake, "5") == {"v": 1, "id": "5", "event": "done", "same_as": "old.txt"}
    assert "source" in of(intake, "6")
    assert of(intake, "7")["same_as"] == "log.txt (in mail.eml)"
