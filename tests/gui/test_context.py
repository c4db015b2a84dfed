"""The publication date of a source: asked for where it is missing, previewed before it is changed."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from timeline_app.gui.dialogs.context_editor import ContextDialog
from timeline_app.gui.main_window import MainWindow
from timeline_app.model.display import describe
from timeline_app.model.event import Event

Find = Callable[[str], Event]


def in_dialog(act: Callable[[ContextDialog], None]) -> None:
    """Does something in the dialog once it is open; the dialog runs its own event loop."""

    def when_open() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ContextDialog)
        act(dialog)

    QTimer.singleShot(0, when_open)


def cells(dialog: ContextDialog) -> list[tuple[str, ...]]:
    """The preview, row by row."""
    return [
        tuple(dialog.table.item(row, column).text() for column in range(3)) for row in range(dialog.table.rowCount())
    ]


def test_preview_then_everything_moves_but_overrides(
    window: MainWindow, qtbot: QtBot, event_like: Find, press: Callable[..., None]
) -> None:
    window.selection.select_events([event_like("closed").id])
    window.inspector.time.field.set_text("1 October 2024")
    qtbot.keyClick(window.inspector.time.field.edit, Qt.Key.Key_Return)
    seen: list[tuple[str, ...]] = []

    def act(dialog: ContextDialog) -> None:
        assert dialog.summary.text() == "No event would move"
        dialog.published.edit.selectAll()
        qtbot.keyClicks(dialog.published.edit, "21 October 2024")
        dialog.refresh()
        seen.extend(cells(dialog))
        qtbot.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)

    in_dialog(act)
    press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    moved = {title: (old, new) for title, old, new in seen}
    inspectors = event_like("Inspectors")
    assert moved[inspectors.title] == ("12–13 October 2024", "19–20 October 2024")
    assert moved[event_like("closed").title][1].endswith("your own date stays")
    assert not any("council" in title for title in moved), "an explicit date stays where it is"
    assert describe(inspectors.time) == "19–20 October 2024"
    assert describe(event_like("closed").time) == "1 October 2024"
    assert "published Mon 21 October 2024" in window.text._header.meta.text()
    window.actions_["undo"].trigger()
    assert describe(event_like("Inspectors").time) == "12–13 October 2024"


def test_month_is_no_publication_date(window: MainWindow, qtbot: QtBot) -> None:
    def act(dialog: ContextDialog) -> None:
        dialog.published.set_text("October 2024")
        dialog.refresh()
        assert not dialog.apply.isEnabled()
        assert "one day" in dialog.summary.text()
        dialog.zone.setText("Nowhere/Land")
        dialog.published.set_text("")
        dialog.refresh()
        assert "not a time zone" in dialog.summary.text()
        dialog.reject()

    in_dialog(act)
    window.settling.edit_context("bridge", "")
    assert not window.store.is_modified


def test_missing_date_is_asked_for_and_given_where_ticked(
    empty_window: MainWindow, qtbot: QtBot, undated: None
) -> None:
    window = empty_window
    header = window.text._header
    assert header.banner.isVisible()
    assert not header.set_date.isEnabled()
    assert "date missing" in window.sources.sources.rows[0].warning
    qtbot.keyClicks(header.date.edit, "14 October 2024")
    assert header.set_date.isEnabled()

    def act(dialog: ContextDialog) -> None:
        assert dialog.published.text == "14 October 2024"
        assert dialog.targets.ids == ("bridge",)
        (link,) = [b for b in dialog.targets.findChildren(QPushButton) if b.text().replace("&", "") == "Without a date"]
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
        assert dialog.targets.ids == ("bridge", "ferry")
        assert dialog.published.text == "14 October 2024"
        qtbot.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)

    in_dialog(act)
    qtbot.mouseClick(header.set_date, Qt.MouseButton.LeftButton)
    assert all(s.context.published is not None for s in window.store.document.sources.values())
    assert not header.banner.isVisible()
    assert len(window.selection.event_ids) == 1, "the review goes on with the first event"
    weekend = next(e for e in window.store.document.events.values() if "Inspectors" in e.title)
    assert describe(weekend.time) == "12–13 October 2024"
    window.actions_["undo"].trigger()
    assert all(s.context.published is None for s in window.store.document.sources.values()), "one undo step for all"


def test_events_that_turn_out_to_be_the_same_are_joined(empty_window: MainWindow, echo: None) -> None:
    document = empty_window.store.document
    assert len(document.events) == 2

    def act(dialog: ContextDialog) -> None:
        dialog.published.set_text("14 October 2024")
        dialog.apply.click()

    in_dialog(act)
    empty_window.settling.settle_dates()
    (event,) = document.events.values()
    assert {link.source_id for link in document.links_of_event(event.id)} == {"first", "second"}
    assert empty_window.status.message.text().startswith("1 suggestion")
    empty_window.actions_["undo"].trigger()
    assert len(document.events) == 2


@pytest.mark.usefixtures("hinted")
def test_dates_that_the_text_hints_at_are_offered_not_taken(empty_window: MainWindow, qtbot: QtBot) -> None:
    header = empty_window.text._header
    (offer,) = [b for b in header.banner.findChildren(QPushButton) if b.text().startswith("Use ")]
    assert offer.text() == "Use 14 October 2024 — from a link in a comment"
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert header.date.reading.text() == "→ 14 October 2024"
    assert header.set_date.isEnabled()
    (source,) = empty_window.store.document.sources.values()
    assert source.context.published is None


def test_a_long_line_of_facts_wraps_and_never_widens_the_window(window: MainWindow, qtbot: QtBot) -> None:
    header, width = window.text._header, window.width()
    source = next(iter(window.store.document.sources.values()))
    header.show_source(replace(source, publisher="The Associated Gazette of the Upper Valley " * 6))
    for _ in range(5):
        QApplication.processEvents()
    assert window.width() == width
    assert header.minimumSizeHint().width() < header.width()
    assert header.meta.height() > 3 * header.meta.fontMetrics().height()
    assert header.change.geometry().right() < header.width()
    header.show_source(replace(source, publisher="Gazette"))
    qtbot.waitUntil(lambda: header.meta.height() <= 2 * header.meta.fontMetrics().height())
