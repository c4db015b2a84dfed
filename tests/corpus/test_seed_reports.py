"""The two real reports that the project started from, read as a careful analyst reads them (skipped where absent)."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
PUBLISHED = "2018-05-28"

pytestmark = [
    pytest.mark.skipif(len(SEEDS) != 2, reason="the seed reports are not beside this checkout"),
    pytest.mark.timeout(300),
]


def program(*arguments: str, stdin: str | None = None, cwd: Path = ROOT) -> str:
    command = [sys.executable, "-m", "timeline_app", *arguments]
    done = subprocess.run(command, cwd=cwd, input=stdin, text=True, capture_output=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def timexes() -> list[list[dict[str, Any]]]:
    lines = [
        json.dumps({"id": seed.stem, "text": seed.read_text(encoding="utf-8"), "published": PUBLISHED})
        for seed in SEEDS
    ]
    answers = program("annotate", "--times-only", "-", stdin="\n".join(lines))
    return [json.loads(answer)["timexes"] for answer in answers.splitlines()]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    out = tmp_path_factory.mktemp("seeds") / "seeds.json"
    program("extract", *map(str, SEEDS), "--published", PUBLISHED, "--json", str(out))
    result: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return result


READINGS = [
    (0, "1330 GMT", "2018-05-28T13:30Z", "2018-05-28T13:30Z"),
    (0, "May 10", "2018-05-10", "2018-05-10"),
    (0, "last month", "2018-04-01", "2018-04-30"),
    (0, "recent months", None, "2018-05-28"),
    (0, "last weekend", "2018-05-26", "2018-05-27"),
    (1, "last week", "2018-05-21", "2018-05-27"),
    (1, "November 2017", "2017-11-01", "2017-11-30"),
    (1, "May 10", "2018-05-10", "2018-05-10"),
    (1, "this weekend", "2018-05-26", "2018-05-27"),
    (1, "2011", "2011-01-01", "2011-12-31"),
    (1, "Monday", "2018-05-28", "2018-05-28"),
    (1, "last Friday", "2018-05-25", "2018-05-25"),
    (1, "last November", "2017-11-01", "2017-11-30"),
    (1, "late Friday", "2018-05-25", "2018-05-25"),
    (1, "recent weeks", None, "2018-05-28"),
    (1, "Currently", "2018-05-28", "2018-05-28"),
]


@pytest.mark.parametrize(("seed", "phrase", "begin", "until"), READINGS)
def test_phrase_is_read(
    timexes: list[list[dict[str, Any]]], seed: int, phrase: str, begin: str | None, until: str | None
) -> None:
    found = [t for t in timexes[seed] if phrase in t["text"]]
    assert found, f"{phrase!r} was not found"
    assert (found[0]["begin"], found[0]["until"]) == (begin, until)
    assert phrase in found[0]["explanation"]


EVENTS = [
    ("Lavrov", None, "2018-05-28T13:30Z"),
    ("surrender", "2018-04-01", "2018-04-30"),
    ("airstrikes", "2018-05-21", "2018-05-27"),
    ("Netanyahu", "2018-05-28", "2018-05-28"),
    ("State Department", "2018-05-25", "2018-05-25"),
    ("deal", "2017-11-01", "2017-11-30"),
]


def sentences(event: dict[str, Any]) -> str:
    return " ".join([event["title"], *event["sentences"]])


@pytest.mark.parametrize(("word", "begin", "until"), EVENTS)
def test_event_is_found_with_its_date(project: dict[str, Any], word: str, begin: str | None, until: str) -> None:
    dated = [e for e in project["events"] if (e["begin"], e["until"]) == (begin, until)]
    assert any(word in sentences(event) for event in dated), [e["title"] for e in dated]


def test_the_strikes_of_10_may_are_one_event_with_two_sources(project: dict[str, Any]) -> None:
    [event] = [e for e in project["events"] if (e["begin"], e["until"]) == ("2018-05-10", "2018-05-10")]
    assert len({link["source"] for link in event["links"]}) == 2


def test_the_amman_talks_are_one_event_of_two_documents_and_one_origin(project: dict[str, Any]) -> None:
    weekend = [e for e in project["events"] if (e["begin"], e["until"]) == ("2018-05-26", "2018-05-27")]
    [talks] = [e for e in weekend if len({link["source"] for link in e["links"]}) == 2]
    assert talks["origins"] == 1
    assert "Amman" in sentences(talks)


NEVER = ("NOVEMBER", "Image source", "Support SouthFront", "Shlomo", "Khatami", "10 days", "Legally", "Comments")


def test_counters_captions_and_comments_give_no_event(project: dict[str, Any]) -> None:
    told = [sentences(event) for event in project["events"]]
    assert not [text for text in told for word in NEVER if word in text]


def test_every_link_points_at_its_sentence(project: dict[str, Any]) -> None:
    texts = {source["id"]: source["text"] for source in project["sources"]}
    for event in project["events"]:
        for link in event["links"]:
            assert texts[link["source"]][link["start"] : link["end"]] == link["sentence"]
