"""The JSON that docs/interface.md promises."""

import json

from timeline_app.formats.event_json import event_object, mention_object, project_object, timex_object
from timeline_app.model.document import TimelineDocument


def test_a_time_expression(document: TimelineDocument) -> None:
    assert timex_object(document.expressions["r:t1"]) == {
        "start": 64,
        "end": 75,
        "text": "last Friday",
        "type": "DATE",
        "value": "2024-03-15",
        "mod": None,
        "begin": "2024-03-15",
        "until": "2024-03-15",
        "edtf": "2024-03-15",
        "confidence": 0.9,
        "explanation": "“last Friday” + published Mon 18 Mar 2024 → 15 March 2024",
        "anchor": {"kind": "publication", "value": "2024-03-18"},
        "alternatives": [],
    }


def test_a_mention(document: TimelineDocument) -> None:
    [mention] = document.mentions.values()
    assert mention_object(mention) == {
        "start": 52,
        "end": 55,
        "modality": "happened",
        "polarity": "positive",
        "begin": "2024-03-15",
        "until": "2024-03-15",
        "date_basis": "clause",
    }


def test_an_event_quotes_its_sentences(document: TimelineDocument) -> None:
    event = event_object(document.events["e1"], document.links_of_event("e1"), document.sources)
    assert list(event) == [
        "title", "begin", "until", "edtf", "modality", "date_basis", "kind", "participants", "place", "attribution",
        "confidence", "spans", "sentences",
    ]  # fmt: skip
    assert event["spans"] == [[36, 76], [0, 55]]
    assert event["sentences"][0] == "The ferry Maren ran aground last Friday."
    assert event["participants"][0] == {"text": "The ferry Maren", "role": "agent"}
    assert event["attribution"] == {"speaker": "the mayor", "outlet": None, "cites": None, "when": None}


def test_an_undated_event_has_null_dates(document: TimelineDocument) -> None:
    event = event_object(document.events["e3"], [], document.sources)
    assert (event["begin"], event["until"], event["edtf"]) == (None, None, None)


def test_a_project_is_sources_and_events_in_order_of_time(document: TimelineDocument) -> None:
    project = project_object(document)
    assert [source["name"] for source in project["sources"]] == ["report.txt", "letter.txt"]
    assert set(project["sources"][0]) == {"id", "name", "title", "published", "time_zone", "text"}
    assert [event["id"] for event in project["events"]] == ["e4", "e1", "e2", "e3"]
    told_twice = project["events"][1]
    assert told_twice["origins"] == 2
    assert told_twice["links"][0]["phrase"] == "last Friday"
    for event in project["events"]:
        for link in event["links"]:
            text = next(s["text"] for s in project["sources"] if s["id"] == link["source"])
            assert text[link["start"] : link["end"]] == link["sentence"]
    json.dumps(project)
