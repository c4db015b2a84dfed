"""One selection, seen in every pane."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from timeline_app.gui.main_window import MainWindow
from timeline_app.model.change import Batch, Insert, Replace
from timeline_app.model.event import Event, SourceLink
from timeline_app.model.token import Span

Find = Callable[[str], Event]


def lit_text(window: MainWindow) -> str:
    """The text of the sentence that is lit."""
    lit = window.text.view.lit
    text = window.store.document.sources[window.text.source_id or ""].text
    return text[lit.start : lit.end] if lit is not None else ""


def test_event_in_table_lights_its_sentence(window: MainWindow, qtbot: QtBot, event_like: Find) -> None:
    window.docks["table"].raise_()
    index = window.table.model.index_of(event_like("Inspectors").id)
    rect = window.table.view.visualRect(index)
    qtbot.mouseClick(window.table.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert window.selection.event_ids == (event_like("Inspectors").id,)
    assert lit_text(window) == "Inspectors met the operator this weekend in Brenn."
    assert window.inspector.title.toPlainText() == event_like("Inspectors").title
    assert window.sources.review.selected_keys() == (event_like("Inspectors").id,)


def test_event_of_another_source_brings_its_text(window: MainWindow, event_like: Find) -> None:
    window.selection.select_events([event_like("Ferries").id])
    assert window.text.view.toPlainText().startswith("Ferries run again")
    assert lit_text(window) == "Ferries left Brenn on 16 October 2024."
    assert window.sources.sources.selected_keys() == ("ferry",)


def test_click_on_a_sentence_selects_its_event(
    window: MainWindow, event_like: Find, click_text: Callable[[str], None]
) -> None:
    click_text("council votes")
    assert window.selection.event_ids == (event_like("council").id,)
    assert lit_text(window).startswith("The council votes")
    assert window.inspector.title.toPlainText().startswith("The council votes")
    rows = window.table.view.selectionModel().selectedRows()
    assert [window.order.id_at(r.row()) for r in rows] == [event_like("council").id]


def test_click_after_emoji_finds_the_right_sentence(
    window: MainWindow, event_like: Find, click_text: Callable[[str], None]
) -> None:
    click_text("Inspectors met")
    assert window.selection.event_ids == (event_like("Inspectors").id,)


def test_click_beside_events_selects_none(
    window: MainWindow, event_like: Find, click_text: Callable[[str], None]
) -> None:
    window.selection.select_events([event_like("council").id])
    click_text("26 comments")
    assert window.selection.event_ids == ()
    assert lit_text(window) == ""


def test_review_list_leads(window: MainWindow, qtbot: QtBot, event_like: Find) -> None:
    review = window.sources.review
    keys = review.keys
    rect = review.visualRect(review.model().index(keys.index(event_like("fine").id), 0))
    qtbot.mouseClick(review.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert window.selection.event_ids == (event_like("fine").id,)
    assert lit_text(window) == "The fine for the operator has not been set."


def test_alt_arrows_walk_through_the_text(window: MainWindow, event_like: Find, press: Callable[..., None]) -> None:
    window.selection.clear()
    window.text.view.setFocus()
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.selection.event_ids == (event_like("closed").id,)
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.selection.event_ids == (event_like("Inspectors").id,)
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.selection.event_ids == (event_like("closed").id,)


def test_filter_hides_everywhere_and_says_so(
    window: MainWindow, qtbot: QtBot, event_like: Find, press: Callable[..., None]
) -> None:
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.search, "inspectors")
    qtbot.waitUntil(lambda: window.table.model.rowCount() == 1)
    assert window.sources.review.keys == (event_like("Inspectors").id,)
    assert window.status.hidden.text() == "4 events hidden by filter — show all"
    qtbot.mouseClick(window.status.hidden, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.table.model.rowCount() == 5)


def test_text_follows_the_events_that_an_undone_merge_brings_back(
    window: MainWindow, qtbot: QtBot, event_like: Find
) -> None:
    window.docks["table"].raise_()
    first, second = event_like("Ferries"), event_like("Inspectors")
    window.selection.select_events([first.id, second.id])
    window.actions_["merge"].trigger()
    for _ in range(2):
        window.actions_["undo"].trigger()
        assert set(window.selection.event_ids) == {first.id, second.id}
        told = {link.source_id for id_ in (first.id, second.id) for link in window.store.document.links_of_event(id_)}
        assert window.text.source_id in told
        assert lit_text(window).startswith((first.title[:8], second.title[:8]))
        window.actions_["redo"].trigger()


def test_a_quote_from_a_pdf_names_its_page(window: MainWindow, event_like: Find) -> None:
    source = window.store.document.sources["ferry"]
    window.store.apply(Replace(replace(source, pages=(0, 10, 4_000))), "Pages")
    window.selection.select_events([event_like("Ferries left").id])
    words = [card.words.origin for card in window.inspector.quotes.cards]
    assert any("page 2 · F6" in text for text in words), words


def test_quotes_are_filled_anew_and_open_and_unlink_their_own_sentence(
    window: MainWindow, qtbot: QtBot, event_like: Find
) -> None:
    opened: list[str] = []
    window.inspector.quotes.opened.connect(opened.append)
    for words in ("Ferries left", "Inspectors"):
        event = event_like(words)
        window.selection.select_events([event.id])
        [card] = window.inspector.quotes.cards
        [link] = window.store.document.links_of_event(event.id)
        source = window.store.document.sources[link.source_id]
        said = " ".join(source.text[link.sentence.start : link.sentence.end].split())
        assert card.words.sentence == said
        assert card.accessibleName().endswith(said)
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
        assert opened[-1] == link.id
    [unlink] = card.findChildren(QPushButton)
    assert unlink.isVisible()
    qtbot.mouseClick(unlink, Qt.MouseButton.LeftButton)
    assert window.store.document.links_of_event(event.id) == []
    assert window.inspector.quotes.cards == []


def test_many_quotes_are_filled_a_few_at_a_time_and_none_of_another_event_stays(
    window: MainWindow, event_like: Find
) -> None:
    store, quotes = window.store, window.inspector.quotes
    many, other = event_like("Ferries left"), event_like("Inspectors")
    links = [SourceLink(f"q{start}", many.id, "ferry", Span(start, start + 20)) for start in range(0, 100, 20)]
    store.apply(Batch(tuple(Insert(link) for link in links)), "Link")
    window.selection.select_events([many.id])
    told = [card.words.link_id for card in quotes.cards]
    assert len(told) == len(links) + 1
    window.selection.select_events([other.id])
    before = 0
    for _ in quotes.showing(store.document, store.document.events[many.id], None):
        shown = [card.words.link_id for card in quotes.cards]
        assert 0 < len(shown) - before <= 2
        assert set(shown) <= set(told)
        before = len(shown)
    assert before >= 4
    assert [card.words.link_id for card in quotes.cards] == told
