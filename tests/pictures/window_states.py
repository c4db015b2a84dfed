"""The window in its states, on a small story of its own, and its dialogs."""

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from tests.gui.conftest import BRIDGE, BRIDGE_TOLD, FERRY, FERRY_TOLD, Told, analysis_of
from timeline_app.extraction.corroboration import Group
from timeline_app.gui.assembly import build_window
from timeline_app.gui.command_palette import CommandPalette
from timeline_app.gui.dialogs.context_editor import ContextDialog
from timeline_app.gui.dialogs.export import ExportDialog
from timeline_app.gui.dialogs.help import ShortcutsDialog
from timeline_app.gui.dialogs.settings import SettingsDialog
from timeline_app.gui.language import install_language
from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.preferences import use_dates
from timeline_app.model.annotation import Modality
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace import operations
from timeline_app.workspace.settings import LANGUAGE, AppSettings, Theme

SIZE = (1440, 900)
ARABIC = (
    "إغلاق الجسر\n\n"
    "أغلق المشغل Valley Rail الجسر يوم 2024-10-16 بعد الفيضان.\n\n"
    "وتعود العبّارات في 2024-10-21. وقال المجلس إن שדה דב لم يتأثر.\n"
)
ARABIC_TOLD = (
    Told(ARABIC.split("\n\n")[1], "Valley", "2024-10-16"),
    Told(ARABIC.split("\n\n")[2].split(". ")[0] + ".", "2024-10-21", "2024-10-21", Modality.PLANNED),
)
PLAIN = BRIDGE.replace(" 🚧", "").replace("🚧 ", "")  # which machine has which picture letters is not ours to approve


@cache
def _made(language: str) -> MainWindow:
    """One window serves every state of a language: to build one takes longer than to draw it."""
    QApplication.setCursorFlashTime(0)  # a caret that blinks is there or not
    settings = AppSettings(Path(tempfile.mkdtemp()) / "settings.ini")
    settings.set_value(LANGUAGE, language)
    window = build_window(["true"], settings)
    window.shown_first.disconnect()
    window.resize(*SIZE)
    window.show()
    window.share_space()
    window.timeline.load()
    window.timeline.view.load()
    window.timeline.view.canvas.camera.motion = 0
    return window


def _window(theme: str, *, filled: bool = True, dated: bool = True, language: str = "en") -> MainWindow:
    install_language(language)
    QApplication.sendPostedEvents()  # which would put the words of Qt's own buttons back later
    window = _made(language)
    use_dates(window._settings)
    window.preferences.choose_theme(Theme(theme))
    window.store.new()
    window.filter.clear()
    window.docks["timeline"].raise_()
    if filled:
        days = (TimeValue.day(2024, 10, 14), TimeValue.day(2024, 10, 17)) if dated else (None, None)
        texts = (("bridge", PLAIN, BRIDGE_TOLD), ("ferry", FERRY, FERRY_TOLD))
        told = [analysis_of(*text, day) for text, day in zip(texts, days, strict=True)]
        groups = [Group((m.key,), 1, 0.8) for analysis in told for m in analysis.mentions]
        operations.import_analyses(window.store, told, groups)
        window.store.undo_stack.clear()
        window.imports.begin_review("bridge")
    window.text.find_bar.close_bar()
    window.inspector.history.toggle.setChecked(False)
    window.timeline.show_first()
    return window


def _picture(window: MainWindow) -> QWidget:
    """The window as it is now; the next state uses it again."""
    window.timeline.view.canvas.reload()  # which waits a moment for more changes otherwise
    window.timeline.show_first()
    deadline = QDeadlineTimer(5_000)
    while QTest.qWait(200) is None and _is_fading(window) and not deadline.hasExpired():
        pass  # the cross in the query line comes and goes slowly
    window.sources._share_room()
    QTest.qWait(50)
    if (part := QApplication.focusWidget()) is not None:  # which of two windows is active is not ours to approve
        part.clearFocus()
    shown = QLabel()
    shown.setPixmap(window.grab())
    shown.setFixedSize(window.size())
    window.store.undo_stack.setClean()
    return shown


def _is_fading(window: MainWindow) -> bool:
    """Whether the cross that empties the query line is on its way."""
    return any(
        part.property("opacity") not in (None, 1.0 if window.search.text() else 0.0)
        for part in window.search.findChildren(QToolButton)
    )


def _event(window: MainWindow, words: str) -> str:
    return next(event.id for event in window.store.document.events.values() if words in event.title)


def empty(theme: str) -> QWidget:
    """Before the first report."""
    return _picture(_window(theme, filled=False))


def review(theme: str) -> QWidget:
    """An event of the analyst's own date, with other readings and its place in the text."""
    window = _window(theme)
    chosen = _event(window, "Inspectors")
    operations.set_time(window.store, [chosen], "last Friday")
    operations.edit_events(window.store, [chosen], tags=("inspection", "bridge"), notes="Ask the operator.")
    operations.accept_events(window.store, [_event(window, "closed")])
    window.selection.select_events([chosen])
    return _picture(window)


def table(theme: str) -> QWidget:
    """The table with two rows selected and a filter in force."""
    window = _window(theme)
    window.docks["table"].raise_()
    window.search.setText('place:none -status:rejected when:"October 2024"')
    window.filter.type(window.search.text())
    window.filter.enter()
    window.selection.select_events([_event(window, "closed"), _event(window, "council")])
    return _picture(window)


def searching(theme: str) -> QWidget:
    """Words found in the text, and a query that cannot be understood."""
    window = _window(theme)
    window.text.open_find()
    window.text.find_bar.field.setText("operator")
    window.text.find_bar.search()
    window.filter.type("grade:Z")
    window.filter.apply()
    return _picture(window)


def finding(theme: str) -> QWidget:
    """Words that the texts hold, told by events or not."""
    window = _window(theme)
    window.filter.type("operator")
    window.filter.apply()
    while len(window.filter.passages) < 2:
        QTest.qWait(10)
    window.selection.select_events([_event(window, "fine")])
    return _picture(window)


def exporting(theme: str) -> QWidget:
    """What leaves, in which format, with its preview."""
    window = _window(theme)
    ids = list(window.store.document.events)
    dialog = ExportDialog(window.store.document, ids, ids[:2], window._settings, "markdown", None, window, name="case")
    dialog._show_preview()
    return dialog


def german(theme: str) -> QWidget:
    """The window in German, with a plan selected."""
    window = _window(theme, language="de")
    operations.edit_events(window.store, [_event(window, "council")], modality=Modality.PLANNED)
    window.selection.select_events([_event(window, "council")])
    return _picture(window)


def right_to_left(theme: str) -> QWidget:
    """A text that runs from right to left, with words that do not."""
    window = _window(theme, filled=False)
    told = analysis_of("arabic", ARABIC, ARABIC_TOLD, TimeValue.day(2024, 10, 17))
    groups = [Group((mention.key,), 1, 0.8) for mention in told.mentions]
    operations.import_analyses(window.store, [told], groups)
    window.store.undo_stack.clear()
    window.selection.select_events([_event(window, "Valley")])
    return _picture(window)


def undated(theme: str) -> QWidget:
    """A source whose date is missing."""
    window = _window(theme, dated=False)
    return _picture(window)


def places(theme: str) -> QWidget:
    """Words found in all texts."""
    window = _window(theme)
    found = CommandPalette(
        [],
        window.store,
        window.selection,
        window.finder,
        window.filter,
        window._dresser.colours,
        window,
        texts=window.order.texts,
        only_texts=True,
    )
    while len(window.order.texts.find("ferr")) < 2:
        QTest.qWait(10)
    found.field.setText("ferr")
    return found


def settling(theme: str) -> QWidget:
    """The publication of two sources, settled at once, with what would move."""
    window = _window(theme, dated=False)
    dialog = ContextDialog(window.store.document, ["bridge", "ferry"], "14 October 2024", window)
    QTest.qWait(50)
    return dialog


def palette(theme: str) -> QWidget:
    """The command palette."""
    window = _window(theme)
    found = CommandPalette(
        window.actions_.all(),
        window.store,
        window.selection,
        window.finder,
        window.filter,
        window._dresser.colours,
        window,
    )
    found.field.setText("re")
    return found


def preferences(theme: str) -> QWidget:
    """The settings."""
    window = _window(theme)
    return SettingsDialog(window._settings, window.store, window)


def german_preferences(theme: str) -> QWidget:
    """The settings in German, whose words are longer."""
    window = _window(theme, language="de")
    return SettingsDialog(window._settings, window.store, window)


def keys(theme: str) -> QWidget:
    """The cheat sheet."""
    return ShortcutsDialog(_window(theme))


STATES: dict[str, Callable[[str], QWidget]] = {
    "window-empty": empty,
    "window-review": review,
    "window-table": table,
    "window-searching": searching,
    "window-undated": undated,
    "window-finding": finding,
    "window-right-to-left": right_to_left,
    "settling": settling,
    "exporting": exporting,
    "places": places,
    "palette": palette,
    "settings": preferences,
    "keys": keys,
    "window-german": german,  # last, lest it be the language of the others
    "settings-german": german_preferences,
}
