"""The queue of events to review: walked by keys, narrowed down, accepted at once."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.review_queue import QueueOrder
from timeline_app.model.annotation import Modality
from timeline_app.model.change import Replace
from timeline_app.model.event import Event, Status

Find = Callable[[str], Event]


def titles(window: MainWindow) -> list[str]:
    """The first word of each event that is listed."""
    events = window.store.document.events
    return [events[key].title.split()[0] for key in window.sources.review.keys]


@pytest.fixture
def sureness(window: MainWindow, event_like: Find) -> None:
    """Gives the five events different confidences."""
    for words, confidence in (
        ("closed", 0.95),
        ("Inspectors", 0.55),
        ("votes", 0.85),
        ("Ferries", 0.65),
        ("fine", 0.3),
    ):
        window.store.document.apply(Replace(replace(event_like(words), confidence=confidence)))
    window.store.reset.emit()


def test_keys_walk_accept_reject_and_correct(window: MainWindow, qtbot: QtBot, event_like: Find) -> None:
    queue = window.sources.review
    window.selection.select_events([queue.keys[0]])
    queue.setFocus()
    assert titles(window)[0] == "The"
    qtbot.keyClick(queue, Qt.Key.Key_A)
    assert event_like("closed").status is Status.ACCEPTED
    assert window.selection.event_ids == (event_like("Inspectors").id,)
    qtbot.keyClick(queue, Qt.Key.Key_X)
    assert event_like("Inspectors").status is Status.REJECTED
    assert window.selection.event_ids == (event_like("votes").id,)
    qtbot.keyClick(queue, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert window.selection.event_ids == (event_like("Ferries").id,)
    qtbot.keyClick(queue, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert window.selection.event_ids == (event_like("votes").id,)
    assert "TO REVIEW · 3" in window.sources.queue.title.text()
    queue.setFocus()
    qtbot.keyClick(queue, Qt.Key.Key_Return)
    assert window.inspector.time.field.edit.hasFocus()


@pytest.mark.usefixtures("sureness")
def test_the_queue_is_narrowed_down_and_says_what_it_hides(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.sources.queue
    qtbot.mouseClick(pane.filter_button, Qt.MouseButton.LeftButton)
    pane.level.setCurrentIndex(pane.level.findData(0.8))
    assert titles(window) == ["The", "The"]
    assert pane.title.text() == "TO REVIEW · 2 of 5"
    pane.modality.setCurrentIndex(pane.modality.findData(Modality.PLANNED))
    assert titles(window) == ["The"]
    pane.source.setCurrentIndex(pane.source.findData("ferry"))
    assert titles(window) == []
    assert pane.done.text().startswith("5 event")
    qtbot.mouseClick(pane.filter_button, Qt.MouseButton.LeftButton)
    assert len(titles(window)) == 5, "what is not seen hides nothing"


@pytest.mark.usefixtures("sureness")
@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        (QueueOrder.SUREST, "closed", "fine"),
        (QueueOrder.DOUBTFUL, "fine", "closed"),
        (QueueOrder.TIME, "closed", "fine"),
    ],
)
def test_the_queue_is_walked_in_the_chosen_order(
    window: MainWindow, event_like: Find, order: QueueOrder, first: str, last: str
) -> None:
    pane = window.sources.queue
    pane.order.setCurrentIndex(pane.order.findData(order))
    keys = window.sources.review.keys
    assert (keys[0], keys[-1]) == (event_like(first).id, event_like(last).id)
    window.selection.select_events([keys[0]])
    window.actions_["accept"].trigger()
    assert window.selection.event_ids == (keys[1],)


@pytest.mark.usefixtures("sureness")
def test_many_are_accepted_at_once_and_taken_back_at_once(window: MainWindow) -> None:
    menu = QMenu()
    window.sources.queue.fill_accept_menu(menu)
    offers = {action.text(): action for action in menu.actions()}
    assert [text.rsplit("(")[-1] for text in offers] == ["1)", "2)", "3)", "4)", "5)"]
    offers["Confidence 80% and more  (2)"].trigger()
    statuses = [event.status for event in window.store.document.events.values()]
    assert statuses.count(Status.ACCEPTED) == 2
    assert window.sources.queue.queue.waiting == 3
    assert window.selection.event_ids[0] in window.sources.review.keys
    window.actions_["undo"].trigger()
    assert all(event.status is Status.SUGGESTED for event in window.store.document.events.values())


def test_a_filter_on_a_source_goes_with_the_source(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.sources.queue
    qtbot.mouseClick(pane.filter_button, Qt.MouseButton.LeftButton)
    pane.source.setCurrentIndex(pane.source.findData("ferry"))
    assert len(titles(window)) == 2
    window.remove_source("ferry")
    assert len(titles(window)) == 3
    assert pane.source.currentData() is None


def test_walking_the_queue_takes_the_keys_out_of_the_question_for_a_date(
    undated: None, empty_window: MainWindow, qtbot: QtBot
) -> None:
    window = empty_window
    window.text.ask_for_date()
    field = window.text._header.date.edit
    qtbot.keyClicks(field, "aa")
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    first = window.selection.event_ids
    assert first
    focus = QApplication.focusWidget()
    assert focus is not field
    qtbot.keyClick(focus, Qt.Key.Key_A)
    assert window.store.document.events[first[0]].status is Status.ACCEPTED
    assert field.text() == "aa"


def test_escape_leaves_the_question_for_a_date(undated: None, empty_window: MainWindow, qtbot: QtBot) -> None:
    empty_window.text.ask_for_date()
    field = empty_window.text._header.date.edit
    qtbot.keyClicks(field, "su")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert empty_window.text.view.hasFocus()


def test_undo_selects_the_suggestion_that_it_brings_back(window: MainWindow, event_like: Find) -> None:
    first = event_like("closed").id
    window.selection.select_events([first])
    window.actions_["accept"].trigger()
    window.actions_["reject"].trigger()
    second = window.selection.event_ids
    window.actions_["undo"].trigger()
    rejected = window.selection.event_ids
    assert rejected != second
    window.actions_["undo"].trigger()
    assert window.selection.event_ids == (first,)
    window.actions_["redo"].trigger()
    assert window.selection.event_ids == (first,)
