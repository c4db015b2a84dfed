"""A small project with two reports of one story, and the means to make larger ones."""

import os
from collections.abc import Callable
from dataclasses import replace

import pytest

from timeline_app.extraction.analysis import SourceAnalysis
from timeline_app.extraction.corroboration import Group, build_event
from timeline_app.extraction.reanchor import reanchor
from timeline_app.model.annotation import DateBasis, Mention, Participant, TimeExpression, TimeRef
from timeline_app.model.change import Batch, Insert
from timeline_app.model.document import TimelineDocument
from timeline_app.model.expression import Expression, Fields, Relative
from timeline_app.model.granularity import Granularity
from timeline_app.model.ids import text_sha256
from timeline_app.model.source import PublicationContext, Segment, SegmentKind, Source
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span, Tense
from timeline_app.workspace.store import DocumentStore

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

HARBOUR = "Envoys met yesterday in Varna. A fire broke out at the port on 3 May 2018. The mayor resigned."
LEDGER = "The envoys met two days ago in Varna. Dockers walked out today."

YESTERDAY: Expression = Relative(Granularity.DAY, -1)
TWO_DAYS_AGO: Expression = Relative(Granularity.DAY, -2)
TODAY: Expression = Relative(Granularity.DAY, 0)
THIRD_OF_MAY: Expression = Fields(year=2018, month=5, day=3)

Told = tuple[str, str, str, Expression | None]  # sentence, head word, time phrase, what the phrase says


def analysis_of(source_id: str, name: str, text: str, published: TimeValue | None, told: list[Told]) -> SourceAnalysis:
    """A source read by hand: one mention a sentence, dated by its phrase."""
    context = PublicationContext(published=published, time_zone="UTC")
    segment = Segment(SegmentKind.BODY, Span(0, len(text)))
    source = Source(source_id, name, name.title(), text, text_sha256(text), context, (segment,))
    expressions, mentions = [], []
    for sentence_text, head_word, phrase, tree in told:
        start = text.index(sentence_text)
        sentence = Span(start, start + len(sentence_text))
        head_at = text.index(head_word, start)
        head = Span(head_at, head_at + len(head_word))
        mention = Mention(
            key=f"{source.sha256}:{head.start}-{head.end}",
            source_id=source_id,
            head=head,
            clause=sentence,
            sentence=sentence,
            title=sentence_text.rstrip("."),
            lemma=head_word,
            participants=(Participant("envoys", "agent"),),
        )
        if tree is not None:
            at = text.index(phrase, start)
            id_ = f"{source_id}:t{at}-{at + len(phrase)}"
            span = Span(at, at + len(phrase))
            expressions.append(TimeExpression(id_, source_id, span, phrase, tree, ("test",), sentence, Tense.PAST))
            mention = replace(mention, time_refs=(TimeRef(id_),), date_basis=DateBasis.CLAUSE)
        mentions.append(mention)
    read = reanchor(source, context, expressions, mentions)
    return SourceAnalysis(read[0], tuple(read[1]), tuple(read[2]), ())


@pytest.fixture
def analyse() -> Callable[..., SourceAnalysis]:
    return analysis_of


@pytest.fixture
def harbour() -> SourceAnalysis:
    return analysis_of(
        "harbour",
        "harbour news",
        HARBOUR,
        TimeValue.day(2018, 5, 28),
        [
            ("Envoys met yesterday in Varna.", "met", "yesterday", YESTERDAY),
            ("A fire broke out at the port on 3 May 2018.", "fire", "3 May 2018", THIRD_OF_MAY),
            ("The mayor resigned.", "resigned", "", None),
        ],
    )


@pytest.fixture
def ledger() -> SourceAnalysis:
    return analysis_of(
        "ledger",
        "city ledger",
        LEDGER,
        TimeValue.day(2018, 5, 29),
        [
            ("The envoys met two days ago in Varna.", "met", "two days ago", TWO_DAYS_AGO),
            ("Dockers walked out today.", "walked", "today", TODAY),
        ],
    )


def _document(analyses: list[SourceAnalysis], groups: list[Group]) -> TimelineDocument:
    document = TimelineDocument()
    records = [record for a in analyses for record in (a.source, *a.expressions, *a.mentions)]
    document.apply(Batch(tuple(Insert(record) for record in records)))
    for event_id, group in zip(("talks", "fire", "mayor", "walkout"), groups, strict=True):
        event, links = build_event(group, document.mentions, document.expressions, document.sources, event_id)
        document.apply(Batch((Insert(event), *map(Insert, links))))
    return document


@pytest.fixture
def document(harbour: SourceAnalysis, ledger: SourceAnalysis) -> TimelineDocument:
    """Events `talks` (both sources), `fire`, `mayor` (undated) and `walkout`."""
    ledger = replace(ledger, source=replace(ledger.source, position=1))
    met, fire, mayor = (m.key for m in harbour.mentions)
    met_too, walkout = (m.key for m in ledger.mentions)
    groups = [Group((met, met_too), 2, 0.9), Group((fire,), 1, 0.8), Group((mayor,), 1, 0.5), Group((walkout,), 1, 0.8)]
    return _document([harbour, ledger], groups)


@pytest.fixture
def store(document: TimelineDocument) -> DocumentStore:
    store = DocumentStore()
    store.adopt(document, None)
    return store
