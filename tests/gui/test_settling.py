"""Dates of several sources settled at once, pairs compared, text left out and brought back."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from tests.gui.conftest import FERRY, FERRY_TOLD, analysis_of
from timeline_app.gui.dialogs.compare import CompareDialog
from timeline_app.gui.dialogs.context_editor import ContextDialog
from timeline_app.gui.main_window import MainWindow
from timeline_app.model.change import Insert, Replace
from timeline_app.model.event import Event
from timeline_app.model.pair import Pair, Verdict
from timeline_app.model.source import DateOrder, DocumentKind, Evidence, SegmentKind
from timeline_app.model.time_value import TimeValue

Find = Callable[[str], Event]


def in_modal(act: Callable[[object], None]) -> None:
    """Does something in the dialog that opens next."""
    QTimer.singleShot(0, lambda: act(QApplication.activeModalWidget()))


def add_evidence(window: MainWindow, source_id: str, *dates: tuple[str, str, float]) -> None:
    """Has a source say that it was published on some days."""
    source = window.store.document.sources[source_id]
    evidence = tuple(Evidence("published", day, where, sure) for day, where, sure in dates)
    context = replace(source.context, evidence=evidence)
    window.store.document.apply(Replace(replace(source, context=context)))
    window.store.reset.emit()


@pytest.fixture(autouse=True)
def asked_again(empty_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that the worker would be asked to read again."""
    asked: list[str] = []
    monkeypatch.setattr(empty_window._jobs, "start_again", lambda source_id, _why=None, **_: asked.append(source_id))
    monkeypatch.setattr(empty_window._jobs, "start_grouping", lambda *_: None)
    return asked


def test_missing_dates_are_one_calm_notice_that_leads_to_all_of_them(
    empty_window: MainWindow, qtbot: QtBot, undated: None, asked_again: list[str]
) -> None:
    window = empty_window
    assert window.sources.dates.isVisible()
    assert window.sources.dates.text.text().startswith("2 source")

    def act(dialog: object) -> None:
        assert isinstance(dialog, ContextDialog)
        assert dialog.targets.ids == ("bridge", "ferry")
        assert not dialog.title.isVisible()
        dialog.published.set_text("14 October 2024")
        dialog.zone.setText("Europe/Kyiv")
        dialog.order.setCurrentIndex(dialog.order.findData(DateOrder.DMY))
        dialog.kind.setCurrentIndex(dialog.kind.findData(DocumentKind.REPORT))
        dialog.refresh()
        qtbot.waitUntil(lambda: not dialog._to_read)
        assert dialog.table.rowCount() == 2
        dialog.apply.click()

    in_modal(act)
    qtbot.mouseClick(window.sources.dates.button, Qt.MouseButton.LeftButton)
    for source in window.store.document.sources.values():
        context = source.context
        assert context.published == TimeValue.day(2024, 10, 14)
        assert (context.time_zone, context.date_order) == ("Europe/Kyiv", DateOrder.DMY)
        assert context.document_kind is DocumentKind.REPORT
    assert not window.sources.dates.isVisible()
    assert sorted(asked_again) == ["bridge", "ferry"], "which time is whose depends on when it was published"
    window.actions_["undo"].trigger()
    assert all(source.context.published is None for source in window.store.document.sources.values())
    assert window.sources.dates.isVisible()


def test_each_source_takes_its_own_surest_date(empty_window: MainWindow, undated: None) -> None:
    window = empty_window
    add_evidence(window, "bridge", ("2024-10-14", "a link in a comment", 0.2), ("2024-10-16", "the file's name", 0.5))
    add_evidence(window, "ferry", ("2024-10-17", "a link in the text", 0.3))

    def act(dialog: object) -> None:
        assert isinstance(dialog, ContextDialog)
        dialog.best.setChecked(True)
        dialog.apply.click()

    in_modal(act)
    window.settling.settle_dates()
    published = {id_: source.context.published for id_, source in window.store.document.sources.items()}
    assert published == {"bridge": TimeValue.day(2024, 10, 16), "ferry": TimeValue.day(2024, 10, 17)}


def test_sources_that_differ_keep_what_is_not_touched(window: MainWindow) -> None:
    def act(dialog: object) -> None:
        assert isinstance(dialog, ContextDialog)
        dialog.targets.choose(lambda _: True)
        assert dialog.published.text == ""
        dialog.kind.setCurrentIndex(dialog.kind.findData(DocumentKind.NARRATIVE))
        dialog.apply.click()

    before = {id_: source.context for id_, source in window.store.document.sources.items()}
    in_modal(act)
    window.settling.edit_context("bridge", "")
    for id_, source in window.store.document.sources.items():
        assert source.context.document_kind is DocumentKind.NARRATIVE
        assert source.context.published == before[id_].published


def test_places_that_disagree_are_shown_and_settled_by_a_choice(window: MainWindow, qtbot: QtBot) -> None:
    add_evidence(window, "bridge", ("2024-10-14", "dateline", 0.9), ("2024-10-20", "the page's metadata", 0.8))
    assert window.sources.dates.text.text().startswith("1 source")
    seen: list[str] = []

    def act(dialog: object) -> None:
        assert isinstance(dialog, ContextDialog)
        choices = dialog.candidates.choices.buttons()
        seen.extend(choice.text() for choice in choices)
        assert "disagree" in dialog.candidates.verdict.text()
        assert choices[0].isChecked()
        qtbot.mouseClick(choices[1], Qt.MouseButton.LeftButton)
        assert dialog.published.text == "20 October 2024"
        dialog.apply.click()

    in_modal(act)
    window.settling.settle_dates()
    assert [text.split("—")[1].strip() for text in seen] == [
        "from the dateline  ·  90%",
        "from the page's metadata  ·  80%",
    ]
    assert window.store.document.sources["bridge"].context.published == TimeValue.day(2024, 10, 20)
    assert not window.sources.dates.isVisible()


def test_the_date_in_force_is_confirmed_by_applying(window: MainWindow) -> None:
    add_evidence(window, "bridge", ("2024-10-14", "dateline", 0.9), ("2024-10-20", "the page's metadata", 0.8))
    in_modal(lambda dialog: dialog.apply.click())  # type: ignore[attr-defined]
    window.settling.settle_dates()
    assert window.store.document.sources["bridge"].context.published == TimeValue.day(2024, 10, 14)
    assert not window.sources.dates.isVisible()


@pytest.fixture
def alike(window: MainWindow, event_like: Find) -> Pair:
    """Says that the closing and the ferries may be one event."""
    keys = [window.store.document.links_of_event(event_like(w).id)[0].mention for w in ("closed", "Ferries")]
    pair = Pair(keys[0] or "", keys[1] or "", "both in October")
    window.store.apply(Insert(pair), "Suggest")
    return pair


def test_a_pair_is_compared_with_both_quotes_and_merged_by_a_key(
    window: MainWindow, qtbot: QtBot, event_like: Find, alike: Pair
) -> None:
    assert window.sources.alike.text.text().startswith("1 pair")

    def act(dialog: object) -> None:
        assert isinstance(dialog, CompareDialog)
        quotes = [side.quote.text() for side in dialog.sides]
        assert quotes[0] == "“The operator closed the bridge at Tavna last Wednesday.”"
        assert quotes[1] == "“Ferries left Brenn on 16 October 2024.”"
        assert "both in October" in dialog.reason.text()
        qtbot.keyClick(dialog, Qt.Key.Key_M)
        assert dialog.heading.text() == "All pairs are decided."
        dialog.accept()

    in_modal(act)
    qtbot.mouseClick(window.sources.alike.button, Qt.MouseButton.LeftButton)
    assert len(window.store.document.events) == 4
    assert not window.sources.alike.isVisible()
    window.actions_["undo"].trigger()
    assert window.sources.alike.isVisible()


def test_what_is_kept_apart_is_remembered_and_undone_in_the_dialog(
    window: MainWindow, qtbot: QtBot, alike: Pair
) -> None:
    def act(dialog: object) -> None:
        assert isinstance(dialog, CompareDialog)
        qtbot.keyClick(dialog, Qt.Key.Key_K)
        assert window.store.document.pairs[alike.id].verdict is Verdict.APART
        qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert window.store.document.pairs[alike.id].verdict is Verdict.OPEN
        assert dialog.pair is not None
        qtbot.keyClick(dialog, Qt.Key.Key_C)
        dialog.accept()

    in_modal(act)
    window.actions_["compare"].trigger()
    assert window.store.document.pairs[alike.id].verdict is Verdict.CONTRADICTION
    assert len(window.store.document.events) == 5


@pytest.mark.parametrize("contradicts", [True, False])
def test_enter_gives_the_answer_that_is_asked_for(
    window: MainWindow, qtbot: QtBot, event_like: Find, contradicts: bool
) -> None:
    one, other = (window.store.document.links_of_event(event_like(w).id)[0].mention for w in ("closed", "Ferries"))
    pair = Pair(one or "", other or "", "one denies what the other tells", contradicts=contradicts)
    window.store.apply(Insert(pair), "Suggest")

    def act(dialog: object) -> None:
        assert isinstance(dialog, CompareDialog)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
        dialog.accept()

    in_modal(act)
    window.actions_["compare"].trigger()
    document = window.store.document
    assert len(document.events) == (5 if contradicts else 4)
    assert (document.pairs[pair.id].verdict is Verdict.CONTRADICTION) is contradicts


def test_greyed_text_is_read_by_one_click(window: MainWindow, qtbot: QtBot, asked_again: list[str]) -> None:
    source = window.store.document.sources["bridge"]
    comments = source.text.index("26 comments")
    window.settling.segment_button.follow(window.text.view.rect_of(comments + 3).center())
    assert window.settling.segment_button.isVisible()
    qtbot.mouseClick(window.settling.segment_button, Qt.MouseButton.LeftButton)
    segment = window.store.document.sources["bridge"].segment_at(comments)
    assert segment is not None
    assert segment.kind is SegmentKind.BODY
    assert asked_again == ["bridge"]
    window.actions_["undo"].trigger()
    assert window.store.document.sources["bridge"] == source


def test_a_paragraph_is_left_out_from_its_menu(window: MainWindow, asked_again: list[str]) -> None:
    source = window.store.document.sources["bridge"]
    council = source.text.index("The council")
    menu = QMenu()
    window.settling._fill_menu(menu, council + 4)
    (action,) = [action for action in menu.actions() if action.text()]
    assert action.text() == "Leave this paragraph out"
    action.trigger()
    changed = window.store.document.sources["bridge"]
    kinds = {word: changed.segment_at(source.text.index(word)).kind for word in ("operator", "council", "26")}  # type: ignore[union-attr]
    assert kinds["operator"] is SegmentKind.BODY
    assert kinds["council"] is SegmentKind.BOILERPLATE
    assert asked_again == ["bridge"]


def test_what_is_read_again_arrives_through_the_window(window: MainWindow, event_like: Find) -> None:
    from timeline_app.workspace.arrivals import Arrival

    sentence = window.store.document.sources["ferry"].text.index("The fine")
    window.selection.select_events([event_like("fine").id])
    window.settling._jobs = _Silent()  # type: ignore[assignment]
    window.actions_["read_in"].trigger()
    source = window.store.document.sources["ferry"]
    assert source.segment_at(sentence).kind is SegmentKind.BOILERPLATE  # type: ignore[union-attr]
    answer = analysis_of("ferry", FERRY, FERRY_TOLD[:0], TimeValue.day(2024, 10, 17))
    answer = replace(answer, source=replace(answer.source, segments=source.segments))
    window._jobs.reread.emit(Arrival(answer, (), ()), None)
    assert not any("ferry" in link.source_id for link in window.store.document.links.values())
    window.actions_["undo"].trigger()
    assert event_like("fine").title.startswith("The fine")


class _Silent:
    def start_again(self, *_: object) -> None:
        """Reads nothing."""


def test_the_same_file_twice_is_told_and_nothing_else(window: MainWindow) -> None:
    before = len(window.store.document.sources)
    window._jobs.duplicate.emit("copy.txt", "bridge.txt")
    window._jobs.finished.emit()
    assert "1 already in the project" in window.status.message.text()
    assert len(window.store.document.sources) == before


def test_contradictions_are_shown_on_both_events_and_settled_there(
    window: MainWindow, qtbot: QtBot, event_like: Find, alike: Pair
) -> None:
    window.store.apply(Replace(replace(alike, contradicts=True)), "Contradict")
    for own, other in (("closed", "Ferries"), ("Ferries", "closed")):
        window.selection.select_events([event_like(own).id])
        assert window.inspector.rivals.isVisibleTo(window.inspector)
        texts = [child.text() for child in window.inspector.rivals.findChildren(QLabel)]
        assert event_like(other).title in texts
    window.inspector.rivals.settled.emit(alike.id, Verdict.APART)
    assert not window.inspector.rivals.isVisibleTo(window.inspector)
    assert window.store.document.pairs[alike.id].verdict is Verdict.APART


def test_a_source_is_graded_from_its_menu(window: MainWindow) -> None:
    menu = window.sources.source_menu("bridge")
    grades = menu.findChild(QMenu)
    next(action for action in grades.actions() if action.text().startswith("B")).trigger()
    assert window.store.document.sources["bridge"].reliability == "B"
    assert "B · " in window.sources.sources.rows[0].details[0]
