"""A window as small as it goes, in German, whose words are the longest: nothing is cut or printed over."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from tests.gui.conftest import fill
from timeline_app.gui.assembly import build_window
from timeline_app.gui.date_setting import use_dates
from timeline_app.gui.language import install_language
from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.notice import Notice
from timeline_app.model.date_style import DateStyle
from timeline_app.workspace.dates import use_style
from timeline_app.workspace.settings import LANGUAGE, AppSettings


@pytest.fixture
def narrow(settings: AppSettings, qtbot: QtBot) -> Iterator[MainWindow]:
    """The German window on undated reports with an event selected, as small as it goes."""
    settings.set_value(LANGUAGE, "de")
    made = build_window(["true"], settings)
    made.shown_first.disconnect()
    qtbot.addWidget(made, before_close_func=lambda w: w.store.undo_stack.setClean())
    with qtbot.waitExposed(made):
        made.show()
    fill(made.store, None, None)
    made.files.select_first_source()
    made.selection.select_events([next(iter(made.store.document.events))])
    made.resize(10, 10)
    qtbot.wait(50)
    yield made
    install_language("en")
    settings.set_value(LANGUAGE, "")
    use_dates(settings)
    use_style(DateStyle())


def test_inspector_cuts_nothing_at_its_right_edge(narrow: MainWindow) -> None:
    area = narrow.inspector.findChild(QScrollArea)
    assert area is not None
    body = area.widget()
    assert body is not None
    assert body.width() <= area.viewport().width()


def test_what_is_told_or_offered_makes_the_window_no_wider(narrow: MainWindow, qtbot: QtBot) -> None:
    least = narrow.minimumSizeHint().width()
    narrow.status.tell("Etwas Langes wurde getan, und es wird hier ausführlich davon berichtet. " * 6)
    narrow.status.show_progress(3, 1_000, "ein Bericht mit einem langen Namen.txt")
    qtbot.wait(150)
    assert narrow.minimumSizeHint().width() <= least


def test_notices_keep_their_words_beside_their_button(narrow: MainWindow) -> None:
    shown = [notice for notice in narrow.findChildren(Notice) if notice.isVisible()]
    assert shown
    for notice in shown:
        assert notice.text.geometry().right() < notice.button.x()
