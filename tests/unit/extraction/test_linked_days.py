"""Undated pages: the day that the lead tells, between the stories that are linked to and the first comment."""

import pytest

from timeline_app.extraction.publication import ContextOptions, publication_context
from timeline_app.extraction.segmentation import segment
from timeline_app.model.source import Evidence, Segment, SegmentKind
from timeline_app.model.token import Span

LEAD = (
    "The ministry of Ostria will close the harbour of Salva within two weeks, its spokeswoman announced{day},"
    " after a summer in which hardly a"
    " week had gone by without trouble at its narrow entrance."
)
MORE = (
    "\n\nTwo ferries ran aground there in April. The port authority had asked for a dredger, and got none of them."
    "\n\nMORE ON THE TOPIC:\n\nSalva Weekly Report – September 14, 2018: The Ferries\n"
    "Salva Weekly Report – September 21, 2018: The Dredger\n"
)
COMMENT = "2018-09-26 20:11\n"


def proposals(text: str, comment: str = "") -> tuple[bool, list[Evidence]]:
    labels = (Segment(SegmentKind.COMMENT, Span(len(text), len(text + comment))),) if comment else ()
    text += comment
    segments = segment(text, labels)
    found = publication_context(text, segments, ContextOptions())
    return found.published is not None, [e for e in found.evidence if e.field == "published"]


@pytest.mark.parametrize(
    ("day", "comment", "proposed"),
    [
        (" on September 24", "", "2018-09-24"),
        (" on 2 October", "", "2018-10-02"),
        (" on Monday", "", "2018-09-24"),
        (" on Friday", "", "2018-09-21"),
        (" on September 24", COMMENT, "2018-09-24"),
    ],
)
def test_the_day_of_the_lead_after_the_last_linked_story_is_proposed(day: str, comment: str, proposed: str) -> None:
    decided, found = proposals("Harbour To Close\n\n" + LEAD.format(day=day) + MORE, comment)
    assert not decided
    assert found[0].value == proposed
    assert "2018-09-21" in found[0].where


@pytest.mark.parametrize(
    ("day", "comment"),
    [("", ""), (" on September 3", ""), (" on September 24, 2011", ""), (" on October 2", COMMENT)],
)
def test_what_does_not_fit_proposes_nothing(day: str, comment: str) -> None:
    _, found = proposals("Harbour To Close\n\n" + LEAD.format(day=day) + MORE, comment)
    assert all(e.confidence <= 0.4 and "lead" not in e.where for e in found)
