"""A small project written by hand: two reports, three events, one of them told twice."""

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from timeline_app.model.annotation import (
    Anchor,
    AnchorKind,
    Attribution,
    DateBasis,
    Mention,
    Modality,
    Participant,
    Reading,
    Relation,
    TimeExpression,
    TimeRef,
    TimexType,
)
from timeline_app.model.change import Insert, ProjectSettings, Replace
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink, Status
from timeline_app.model.expression import Direction, Fields
from timeline_app.model.source import (
    DocumentKind,
    Evidence,
    PublicationContext,
    Segment,
    SegmentKind,
    Source,
)
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span, Tense

REPORT = (
    "Ferry runs aground off Port Ellery\n\n"
    "The ferry Maren ran aground last Friday. “Nobody was hurt,” 😀 said the mayor."
)
LETTER = "The Maren ran aground on 15 March; the owner denies it. Repairs will begin next month."


def source(id_: str, name: str, text: str, position: int) -> Source:
    return Source(
        id=id_,
        name=name,
        title=name.removesuffix(".txt").title(),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        context=PublicationContext(
            published=TimeValue.day(2024, 3, 18),
            time_zone="Europe/Lisbon",
            document_kind=DocumentKind.NEWS,
            evidence=(Evidence("published", "2024-03-18", "typed by the analyst", 1.0, Span(0, 3)),),
        ),
        segments=(Segment(SegmentKind.BODY, Span(0, len(text))),),
        position=position,
        reliability="B" if position else "F",
    )


def span(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


@pytest.fixture
def document() -> TimelineDocument:
    report, letter = source("r", "report.txt", REPORT, 0), source("l", "letter.txt", LETTER, 1)
    friday = TimeValue.day(2024, 3, 15)
    sentence = span(REPORT, "The ferry Maren ran aground last Friday.")
    expression = TimeExpression(
        id="r:t1",
        source_id="r",
        span=span(REPORT, "last Friday"),
        phrase="last Friday",
        tree=Fields(weekday=4, direction=Direction.LAST),
        trail=("weekday",),
        sentence=sentence,
        tense=Tense.PAST,
        reading=Reading(
            TimexType.DATE,
            "2024-03-15",
            friday,
            Anchor(AnchorKind.PUBLICATION, "2024-03-18"),
            "“last Friday” + published Mon 18 Mar 2024 → 15 March 2024",
            0.9,
        ),
    )
    mention = Mention(
        key=f"{report.sha256}:{span(REPORT, 'ran').start}",
        source_id="r",
        head=span(REPORT, "ran"),
        clause=sentence,
        sentence=sentence,
        title="The ferry Maren ran aground",
        lemma="run",
        participants=(Participant("The ferry Maren", "agent"),),
        attribution=Attribution(speaker="the mayor"),
        time_refs=(TimeRef("r:t1", Relation.AT),),
        date_basis=DateBasis.CLAUSE,
        time=friday,
    )
    aground = Event(
        id="e1",
        title="The ferry Maren ran aground",
        phrase="last Friday",
        resolved=friday,
        participants=(Participant("The ferry Maren", "agent"), Participant("rocks; a reef\\bank", "other")),
        place="Port Ellery",
        date_basis=DateBasis.CLAUSE,
        origins=2,
        confidence=0.8,
        attribution=Attribution(speaker="the mayor"),
    )
    repairs = Event(
        id="e2",
        title="=HYPERLINK repairs begin",
        resolved=TimeValue.month(2024, 4),
        modality=Modality.PLANNED,
        notes='"ask\nagain"',
        status=Status.EDITED,
        override=TimeValue.instant(
            TimeValue.day(2024, 4, 2).earliest_start + 9 * 3600,  # type: ignore[operator]
            zone="Europe/Lisbon",
            offset=60,
        ),
        override_text="2 April 0900",
        edited=frozenset({"title", "notes"}),
        tags=("port", "ship"),
    )
    denial = Event(id="e3", title="The owner denies it", modality=Modality.DENIED)
    rejected = Event(id="e4", title="Nobody", status=Status.REJECTED, resolved=friday)
    links = (
        SourceLink("k1", "e1", "r", sentence, span(REPORT, "last Friday"), made_by="clause", mention=mention.key),
        SourceLink("k2", "e1", "l", span(LETTER, "The Maren ran aground on 15 March; the owner denies it.")),
        SourceLink("k3", "e2", "l", span(LETTER, "Repairs will begin next month."), span(LETTER, "next month")),
    )
    made = TimelineDocument()
    for record in (report, letter, expression, mention, aground, repairs, denial, rejected, *links):
        made.apply(Insert(record))
    made.apply(Replace(ProjectSettings(title="Port Ellery", display_zone="Europe/Lisbon")))
    return made


@pytest.fixture
def alter_file() -> Callable[..., None]:
    """Carries out SQL statements on a database file."""

    def alter(path: Path, *statements: str) -> None:
        with closing(sqlite3.connect(path)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    return alter
