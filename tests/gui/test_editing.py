"""Everything that an analyst does to events: by keys and mouse, undone and redone."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from timeline_app.gui.main_window import MainWindow
from timeline_app.model.annotation import Modality
from timeline_app.model.display import describe
from timeline_app.model.event import Event, Status
from timeline_app.workspace import operations

Find = Callable[[str], Event]
Press = Callable[..., None]
CTRL = Qt.KeyboardModifier.ControlModifier


def click(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_accept_and_reject_go_on_to_the_next(window: MainWindow, event_like: Find, press: Press) -> None:
    first, second, third = (event_like(words).id for words in ("closed", "Inspectors", "council"))
    window.selection.select_events([first])
    window.text.view.setFocus()
    press(Qt.Key.Key_A)
    assert window.store.document.events[first].status is Status.ACCEPTED
    assert window.selection.event_ids == (second,)
    press(Qt.Key.Key_X)
    assert window.store.document.events[second].status is Status.REJECTED
    assert window.selection.event_ids == (third,)
    assert window.status.counts.text() == "4 events · 3 to review · 1 undated"
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL)
    assert window.status.counts.text() == "5 events · 5 to review · 1 undated"


def test_time_is_typed_in_words_and_read_as_one_types(
    window: MainWindow, qtbot: QtBot, event_like: Find, press: Press
) -> None:
    event = event_like("Inspectors")
    window.selection.select_events([event.id])
    window.text.view.setFocus()
    press(Qt.Key.Key_T)
    field = window.inspector.time.field
    assert field.edit.hasFocus()
    qtbot.keyClicks(field.edit, "last Friday")
    assert field.reading.text() == "→ 11 October 2024"
    press(Qt.Key.Key_Return)
    assert describe(event_like("Inspectors").time) == "11 October 2024"
    assert window.inspector.time.own.text() == "Fri 11 October 2024"
    assert "Sat 12" in window.inspector.time.reading.text(), "the reading stays beside the analyst's date"
    press(Qt.Key.Key_Z, CTRL)
    assert event_like("Inspectors").override is None
    press(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert describe(event_like("Inspectors").time) == "11 October 2024"
    click(qtbot, window.inspector.time.back)
    assert event_like("Inspectors").override is None


def test_text_that_is_no_time_turns_red_with_a_reason(window: MainWindow, qtbot: QtBot, event_like: Find) -> None:
    window.selection.select_events([event_like("Inspectors").id])
    field = window.inspector.time.field
    qtbot.keyClicks(field.edit, "the day of the bridge")
    assert field.edit.property("invalid") is True
    assert field.reading.isVisible()
    assert field.reading.text()
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert event_like("Inspectors").override is None
    qtbot.keyClick(field.edit, Qt.Key.Key_Escape)
    assert field.edit.property("invalid") is False


def test_alternative_is_used_with_one_click(window: MainWindow, qtbot: QtBot, event_like: Find) -> None:
    window.selection.select_events([event_like("Inspectors").id])
    use = next(b for b in window.inspector.time.findChildren(QPushButton) if b.text() == "use")
    wanted = use.accessibleName().removeprefix("Use ")
    click(qtbot, use)
    assert window.inspector.time.own.text() == wanted


def test_title_modality_and_notes(window: MainWindow, qtbot: QtBot, event_like: Find, press: Press) -> None:
    event_id = event_like("Inspectors").id
    window.selection.select_events([event_id])
    press(Qt.Key.Key_F2)
    qtbot.keyClicks(window.inspector.title, "Inspection at Brenn")
    press(Qt.Key.Key_Return)
    window.inspector.details.modality.setFocus()
    press(Qt.Key.Key_D)
    press(Qt.Key.Key_Return)
    window.inspector.details.modality.activated.emit(window.inspector.details.modality.currentIndex())
    window.inspector.details.notes.setFocus()
    qtbot.keyClicks(window.inspector.details.notes, "A and X are only letters here.")
    press(Qt.Key.Key_Tab)
    event = window.store.document.events[event_id]
    assert (event.title, event.modality) == ("Inspection at Brenn", Modality.DENIED)
    assert event.notes == "A and X are only letters here."
    for _ in range(3):
        window.actions_["undo"].trigger()
    assert window.store.document.events[event_id].title.startswith("Inspectors met")
    assert not window.store.is_modified


def test_several_selected_show_what_they_share_and_take_what_is_typed(
    window: MainWindow, qtbot: QtBot, event_like: Find
) -> None:
    ids = [event_like(words).id for words in ("Inspectors", "council")]
    window.selection.select_events(ids)
    details = window.inspector.details
    assert window.inspector.heading.text() == "2 EVENTS"
    assert window.inspector.title.toPlainText() == ""
    assert details.modality.currentIndex() == -1
    assert details.who.toPlainText() == "operator (agent)"
    details.place.setFocus()
    qtbot.keyClicks(details.place, "Brenn")
    qtbot.keyClick(details.place, Qt.Key.Key_Return)
    assert {window.store.document.events[i].place for i in ids} == {"Brenn"}
    assert window.store.undo_stack.count() == 1


def test_new_event_from_selected_text(
    window: MainWindow, qtbot: QtBot, select_text: Callable[[str], None], press: Press
) -> None:
    window.text.view.setFocus()
    select_text("🚧 Inspectors met the operator this weekend")
    press(Qt.Key.Key_N)
    (event_id,) = window.selection.event_ids
    event = window.store.document.events[event_id]
    (link,) = window.store.document.links_of_event(event_id)
    source = window.store.document.sources["bridge"]
    assert source.text[link.sentence.start : link.sentence.end].endswith("met the operator this weekend")
    assert describe(event.time) == "12–13 October 2024"
    assert window.inspector.title.hasFocus()
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Z, CTRL)
    assert event_id not in window.store.document.events


def test_n_without_selected_text_says_what_to_do(window: MainWindow, press: Press) -> None:
    window.text.view.setFocus()
    press(Qt.Key.Key_N)
    assert window.status.message.text() == "Select the text that tells the event, then press N."
    assert len(window.store.document.events) == 5


def test_link_and_unlink(
    window: MainWindow, event_like: Find, select_text: Callable[[str], None], press: Press
) -> None:
    event_id = event_like("Inspectors").id
    window.selection.select_events([event_id])
    window.selection.select_source("ferry")
    select_text("Ferries left Brenn on 16 October 2024.")
    window.text.view.setFocus()
    press(Qt.Key.Key_L)
    assert {link.source_id for link in window.store.document.links_of_event(event_id)} == {"bridge", "ferry"}
    press(Qt.Key.Key_U)
    assert {link.source_id for link in window.store.document.links_of_event(event_id)} == {"bridge"}
    press(Qt.Key.Key_Z, CTRL)
    assert len(window.store.document.links_of_event(event_id)) == 2


def test_merge_and_split(window: MainWindow, event_like: Find, press: Press) -> None:
    ids = (event_like("Inspectors").id, event_like("Ferries").id)
    window.selection.select_events(ids)
    window.text.view.setFocus()
    press(Qt.Key.Key_M)
    (merged,) = window.selection.event_ids
    assert len(window.store.document.events) == 4
    assert len(window.store.document.links_of_event(merged)) == 2
    press(Qt.Key.Key_S)
    assert len(window.store.document.events) == 5
    assert len(window.selection.event_ids) == 2
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL)
    assert set(ids) <= set(window.store.document.events)


def test_delete_and_undo(window: MainWindow, event_like: Find, press: Press) -> None:
    event_id = event_like("council").id
    window.selection.select_events([event_id])
    window.text.view.setFocus()
    press(Qt.Key.Key_Delete)
    assert event_id not in window.store.document.events
    assert window.selection.event_ids == ()
    assert window.status.undo_hint.text().startswith("Ctrl+Z  undo delete")
    press(Qt.Key.Key_Z, CTRL)
    assert event_id in window.store.document.events
    press(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert event_id not in window.store.document.events


def test_what_is_told_of_a_deed_goes_with_the_next(
    window: MainWindow, qtbot: QtBot, event_like: Find, press: Press
) -> None:
    window.selection.select_events([event_like("council").id])
    window.text.view.setFocus()
    press(Qt.Key.Key_Delete)
    assert "Ctrl+Z takes it back" in window.status.message.text()
    qtbot.wait(1)  # a deed and what is said of it come in one turn
    press(Qt.Key.Key_Z, CTRL)
    assert window.status.message.text() == ""


def test_what_is_told_of_no_deed_stays_when_something_is_done(
    window: MainWindow, qtbot: QtBot, event_like: Find
) -> None:
    window.status.tell("Wrote case.csv.")
    qtbot.wait(1)
    operations.delete_events(window.store, [event_like("council").id])
    assert window.status.message.text() == "Wrote case.csv."


def test_undo_selects_what_came_back_and_not_all_that_only_moved(window: MainWindow, event_like: Find) -> None:
    one, two, three = (event_like(words).id for words in ("council", "Inspectors", "Ferries"))
    window.selection.select_events([three])
    operations.edit_events(window.store, [one, two], place="Brenn")
    window.actions_["undo"].trigger()
    assert window.selection.event_ids == (three,)
    operations.delete_events(window.store, [one, two])
    window.actions_["undo"].trigger()
    assert set(window.selection.event_ids) == {one, two}


def test_cell_of_the_table_is_edited(window: MainWindow, event_like: Find) -> None:
    event = event_like("Ferries")
    index = window.table.model.index_of(event.id)
    assert window.table.model.setData(index, "17 October 2024")
    assert describe(event_like("Ferries").time) == "17 October 2024"
    assert not window.table.model.setData(index, "no time at all")
    assert window.status.message.text()


def test_phrase_outside_events_is_explained_and_corrected(
    window: MainWindow, qtbot: QtBot, click_text: Callable[[str], None], press: Press
) -> None:
    window.selection.select_source("ferry")
    click_text("6/7/2025")
    assert window.inspector.heading.text() == "TIME PHRASE"
    assert window.inspector.phrase.phrase.text() == "“6/7/2025”"
    window.text.view.setFocus()
    press(Qt.Key.Key_T)
    qtbot.keyClicks(window.inspector.phrase.time.field.edit, "7 June 2025")
    press(Qt.Key.Key_Return)
    assert window.inspector.phrase.time.own.text() == "Sat 7 June 2025"
    (corrected,) = [e for e in window.store.document.expressions.values() if e.correction is not None]
    assert corrected.phrase == "6/7/2025"
    press(Qt.Key.Key_Z, CTRL)
    assert not window.inspector.phrase.time.own.isVisible()


def test_date_that_was_typed_counts_when_the_field_is_left(window: MainWindow, qtbot: QtBot, event_like: Find) -> None:
    event_id, other = event_like("Inspectors").id, event_like("council").id
    window.selection.select_events([event_id])
    window.inspector.correct_time()
    qtbot.keyClicks(window.inspector.time.field.edit, "11 October 2024")
    window.selection.select_events([other])
    assert describe(window.store.document.events[event_id].time) == "11 October 2024"
    assert window.store.document.events[other].override is None
    assert window.inspector.time.field.text == ""
    assert window.store.undo_stack.count() == 1
