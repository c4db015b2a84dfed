"""Words have the room that they need: labels of forms, dates, links, names of files that are called the same."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from timeline_app.gui.dialogs.context_preview import Preview
from timeline_app.gui.dialogs.settings import SettingsDialog
from timeline_app.gui.language import install_language
from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.source_rows import namesakes
from timeline_app.gui.status_line import StatusLine
from timeline_app.gui.text_pane.explain import explain_html
from timeline_app.model.change import Replace
from timeline_app.model.date_style import DateStyle
from timeline_app.model.event import Event
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace import operations
from timeline_app.workspace.dates import use_style
from timeline_app.workspace.operations import PreviewRow
from timeline_app.workspace.settings import LANGUAGE, AppSettings

Find = Callable[[str], Event]


@pytest.fixture
def german(settings: AppSettings) -> Iterator[None]:
    settings.set_value(LANGUAGE, "de")
    install_language("de")
    yield
    install_language("en")
    use_style(DateStyle())


def test_no_label_of_the_settings_is_cut_however_narrow_the_dialog(
    german: None, window: MainWindow, qtbot: QtBot
) -> None:
    dialog = SettingsDialog(window._settings, window.store)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.resize(10, 10)
    qtbot.waitExposed(dialog)
    for name in dialog._names:
        assert name.width() >= name.sizeHint().width(), name.text()
        assert name.geometry().right() < name.buddy().geometry().left(), name.text()


def test_dates_that_would_move_are_whole_beside_long_titles(qtbot: QtBot) -> None:
    table = Preview()
    qtbot.addWidget(table)
    table.resize(560, 200)
    table.show()
    title = "The operator closed the bridge at Tavna and the two tunnels behind it for the rest of the winter"
    old, new = (TimeValue.day(year, 12, 25) for year in (2023, 2024))
    table.show_rows([PreviewRow("e", title, old, new, overridden=False)])
    for column in (1, 2):
        assert table.columnWidth(column) >= table.sizeHintForColumn(column)
    table.resize(300, 200)
    assert table.viewport().width() - table.columnWidth(1) - table.columnWidth(2) >= 150, "the title is still there"


def test_cancel_is_as_wide_as_its_word(window: MainWindow, qtbot: QtBot) -> None:
    line = window.findChild(StatusLine)
    assert line is not None
    line.show_progress(0, 3, "report.txt")
    qtbot.waitUntil(line.progress.cancel.isVisible)
    assert line.progress.cancel.width() <= line.progress.cancel.sizeHint().width()


def test_the_analysts_date_stands_on_one_line(window: MainWindow, event_like: Find, qtbot: QtBot) -> None:
    chosen = event_like("Inspectors")
    operations.set_time(window.store, [chosen.id], "last Friday")
    window.selection.select_events([chosen.id])
    own = window.inspector.time.own
    qtbot.waitUntil(own.isVisible)
    qtbot.waitUntil(lambda: own.width() >= own.fontMetrics().horizontalAdvance("Fri 11 October 2024"))
    assert own.text() == "Fri 11 October 2024"


def test_german_quotes_in_german(german: None, window: MainWindow, event_like: Find) -> None:
    chosen = event_like("council")
    window.selection.select_events([chosen.id])
    document = window.store.document
    assert window.inspector.time.phrase.text() == "„21 October 2024“"
    assert window.inspector.time.why.text().startswith("„21 October 2024“ → ")
    expression = next(e for e in document.expressions.values() if e.phrase == "21 October 2024")
    told = explain_html(document, expression, [])
    assert "„21 October 2024“" in told
    assert "“21" not in told


def test_sources_of_one_title_tell_their_files_and_no_others_do(window: MainWindow) -> None:
    document, pane = window.store.document, window.sources
    bridge, ferry = document.sources["bridge"], document.sources["ferry"]
    assert namesakes([bridge, ferry]) == frozenset()
    assert "bridge.txt" not in pane._source_row("bridge").details[0]
    document.apply(Replace(replace(ferry, title=bridge.title)))
    window.store.reset.emit()
    assert namesakes(document.sources.values()) == {"bridge", "ferry"}
    assert [pane._source_row(name).details[0].split(" · ")[0] for name in ("bridge", "ferry")] == [
        "bridge.txt",
        "ferry.txt",
    ]


def test_accept_all_is_at_hand_in_a_narrow_column(german: None, window: MainWindow, qtbot: QtBot) -> None:
    pane = window.sources.queue
    needed = pane.title.sizeHint().width() + pane.filter_button.sizeHint().width()
    pane.resize(needed + 90, pane.height())
    assert pane.accept_button.text() == "Alle…"
    assert pane.accept_button.isVisible()
    pane.resize(600, pane.height())
    assert pane.accept_button.text() == "Alle annehmen…"


def test_reports_that_are_read_are_not_looked_for_any_more(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[object] = []
    monkeypatch.setattr(window._jobs, "start_files", lambda *given: started.append(given))
    (tmp_path / "note.txt").write_text("A bridge was closed.")
    line = window.findChild(StatusLine)
    assert line is not None
    window.imports.import_files([tmp_path])
    assert line.message.text() == "Looking for reports…"
    qtbot.waitUntil(lambda: bool(started))
    assert line.message.text() == ""
