"""A window on a small project of our own writing, without files, network or a language model."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeline_app.extraction.analysis import SourceAnalysis
from timeline_app.extraction.corroboration import Group
from timeline_app.extraction.dating import date_mentions
from timeline_app.gui.assembly import build_window
from timeline_app.gui.main_window import MainWindow
from timeline_app.model.annotation import DateBasis, Mention, Modality, Participant, TimeExpression, TimeRef
from timeline_app.model.event import Event
from timeline_app.model.ids import text_sha256
from timeline_app.model.source import Evidence, PublicationContext, Segment, SegmentKind, Source
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span
from timeline_app.temporal.resolution import resolve_all
from timeline_app.temporal.tagger import find_expressions
from timeline_app.temporal.tokenizer import split_sentences
from timeline_app.workspace import operations
from timeline_app.workspace.settings import AppSettings
from timeline_app.workspace.store import DocumentStore

BRIDGE = (
    "Bridge at Tavna closed 🚧\n\n"
    "The operator closed the bridge at Tavna last Wednesday. 🚧 Inspectors met the operator this weekend in Brenn.\n\n"
    "The council votes on the permit on 21 October 2024.\n\n"
    "26 comments\n"
)
FERRY = (
    "Ferries run again\n\nFerries left Brenn on 16 October 2024. The fine for the operator has not been set. "
    "A second ferry follows on 6/7/2025.\n"
)
WORKER = [sys.executable, "-m", "timeline_app", "worker"]


@dataclass(frozen=True)
class Told:
    """A clause of a test text: its words, its head word, and the phrase that dates it."""

    words: str
    head: str
    phrase: str | None = None
    modality: Modality = Modality.HAPPENED
    place: str | None = None


BRIDGE_TOLD = (
    Told("The operator closed the bridge at Tavna last Wednesday.", "closed", "last Wednesday"),
    Told("Inspectors met the operator this weekend in Brenn.", "met", "this weekend"),
    Told("The council votes on the permit on 21 October 2024.", "votes", "21 October 2024", Modality.PLANNED),
)
FERRY_TOLD = (
    Told("Ferries left Brenn on 16 October 2024.", "left", "16 October 2024"),
    Told("The fine for the operator has not been set.", "set"),
)


def analysis_of(name: str, text: str, told: tuple[Told, ...], published: TimeValue | None) -> SourceAnalysis:
    """What the worker would answer for a test text."""
    evidence = (Evidence("published", "2024-10-14", "dateline", 0.9),) if published else ()
    context = PublicationContext(published=published, time_zone="UTC", evidence=evidence)
    title = text.split("\n", 1)[0]
    segments = segments_of(text)
    source = Source(name, f"{name}.txt", title, text, text_sha256(text), context, segments, publisher="Valley Press")
    sentences = split_sentences(text, segments)
    expressions = resolve_all(find_expressions(source.id, text, sentences, segments), context)
    mentions = [mention_of(source, item, expressions) for item in told]
    return SourceAnalysis(source, tuple(expressions), tuple(date_mentions(mentions, expressions, context)), ())


def segments_of(text: str) -> tuple[Segment, ...]:
    """Headline, body and, where the text has them, comments."""
    headline = text.index("\n")
    comments = text.find("26 comments")
    end = len(text) if comments < 0 else comments
    found = [Segment(SegmentKind.HEADLINE, Span(0, headline)), Segment(SegmentKind.BODY, Span(headline, end))]
    return (*found, Segment(SegmentKind.COMMENT, Span(end, len(text)))) if comments >= 0 else tuple(found)


def mention_of(source: Source, told: Told, expressions: list[TimeExpression]) -> Mention:
    """The mention of a told clause."""
    start = source.text.index(told.words)
    span = Span(start, start + len(told.words))
    head = Span(start + told.words.index(told.head), start + told.words.index(told.head) + len(told.head))
    dating = [e for e in expressions if told.phrase and told.phrase in e.phrase and span.contains(e.span)]
    return Mention(
        key=f"{source.sha256[:8]}:{head.start}-{head.end}",
        source_id=source.id,
        head=head,
        clause=span,
        sentence=span,
        title=told.words.rstrip("."),
        lemma=told.head,
        modality=told.modality,
        place=told.place,
        participants=(Participant("operator", "agent"),),
        time_refs=tuple(TimeRef(e.id) for e in dating),
        date_basis=DateBasis.CLAUSE if dating else None,
    )


def fill(store: DocumentStore, bridge: TimeValue | None, ferry: TimeValue | None) -> None:
    """Imports both test texts; then nothing is left to undo or to save."""
    analyses = [analysis_of("bridge", BRIDGE, BRIDGE_TOLD, bridge), analysis_of("ferry", FERRY, FERRY_TOLD, ferry)]
    groups = [Group((m.key,), 1, 0.8) for a in analyses for m in a.mentions]
    operations.import_analyses(store, analyses, groups)
    store.undo_stack.clear()
    store.undo_stack.setClean()


@pytest.fixture
def settings(tmp_path: Path) -> AppSettings:
    """Settings of their own for each test."""
    return AppSettings(tmp_path / "settings.ini")


def leave(window: MainWindow) -> None:
    """Has a window close without a question about what is not saved or not read."""
    window.store.undo_stack.setClean()
    window._jobs.drop()


@pytest.fixture
def empty_window(qtbot: QtBot, settings: AppSettings) -> MainWindow:
    """The window as a new user sees it; its worker is not started before it is needed."""
    window = build_window(WORKER, settings)
    window.shown_first.disconnect()  # neither timeline nor worker: tests that need them load them
    window.shown_first.connect(window.share_space)
    qtbot.addWidget(window, before_close_func=leave)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def window(empty_window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window on the test project, nothing selected."""
    fill(empty_window.store, TimeValue.day(2024, 10, 14), TimeValue.day(2024, 10, 17))
    empty_window.files.select_first_source()
    return empty_window


@pytest.fixture
def undated(empty_window: MainWindow) -> None:
    """Puts the test project into the window without any publication date."""
    fill(empty_window.store, None, None)
    empty_window.files.select_first_source()


@pytest.fixture
def echo(empty_window: MainWindow) -> None:
    """Puts two undated sources into the window that tell the same event."""
    texts = {
        "first": "Two days of talks\n\nEnvoys of Ruvia met the operator in Brenn this weekend.\n",
        "second": "Talks in Brenn\n\nRuvia said that its envoys met the operator in Brenn last weekend.\n",
    }
    told = {
        "first": Told("Envoys of Ruvia met the operator in Brenn this weekend.", "met", "this weekend", place="Brenn"),
        "second": Told("its envoys met the operator in Brenn last weekend.", "met", "last weekend", place="Brenn"),
    }
    analyses = [analysis_of(name, text, (told[name],), None) for name, text in texts.items()]
    groups = [Group((m.key,), 1, 0.8) for a in analyses for m in a.mentions]
    operations.import_analyses(empty_window.store, analyses, groups)


@pytest.fixture
def hinted(empty_window: MainWindow) -> None:
    """Puts a source into the window whose date is only hinted at."""
    analysis = analysis_of("bridge", BRIDGE, BRIDGE_TOLD, None)
    hint = Evidence("published", "2024-10-14", "a link in a comment", 0.2)
    source = replace(analysis.source, context=replace(analysis.source.context, evidence=(hint,)))
    operations.import_analyses(empty_window.store, [replace(analysis, source=source)], [])


@pytest.fixture
def event_like(window: MainWindow) -> Callable[[str], Event]:
    """Finds the one event whose title holds some words."""

    def find(words: str) -> Event:
        found = [event for event in window.store.document.events.values() if words in event.title]
        assert len(found) == 1, f"{len(found)} events are called like {words!r}"
        return found[0]

    return find


@pytest.fixture
def press(window: MainWindow, qtbot: QtBot) -> Callable[..., None]:
    """Presses a key where the focus is."""

    def key(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.keyClick(QApplication.focusWidget() or window, key, modifiers)

    return key


@pytest.fixture
def select_text(window: MainWindow) -> Callable[[str], None]:
    """Selects words of the shown source, as dragging over them would."""

    def select(words: str) -> None:
        source = window.store.document.sources[window.text.source_id or ""]
        start = source.text.index(words)
        window.text.view.select_span(Span(start, start + len(words)))

    return select


@pytest.fixture
def click_text(window: MainWindow, qtbot: QtBot) -> Callable[[str], None]:
    """Clicks on words of the shown source."""

    def click(words: str) -> None:
        view = window.text.view
        source = window.store.document.sources[window.text.source_id or ""]
        start = source.text.index(words)
        view.select_span(Span(start + 1, start + 1))
        view.ensureCursorVisible()
        point = view.cursorRect(view.textCursor()).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)

    return click
