"""Preferences: puts what the user set into force, in the window that is open."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from timeline_app.gui.date_setting import use_dates
from timeline_app.gui.first_timeline import place_of
from timeline_app.gui.row_list import RowList
from timeline_app.gui.table_pane import ROW_HEIGHT
from timeline_app.gui.theme import Dresser
from timeline_app.workspace.settings import (
    COLUMNS,
    DATE_FORMAT,
    DENSITY,
    FOLDED,
    PANES,
    TEXT_SIZE,
    THEME,
    TIMELINE_PLACE,
    AppSettings,
    Key,
    Theme,
)

if TYPE_CHECKING:
    from timeline_app.gui.dialogs.settings import SettingsDialog
    from timeline_app.gui.main_window import MainWindow

_COMPACT_ROW = 21  # pixels


class Preferences(QObject):
    """Carries out each setting when the window opens and whenever it is changed."""

    def __init__(self, window: "MainWindow", settings: AppSettings, dresser: Dresser) -> None:
        super().__init__(window)
        self._window, self._settings, self._dresser = window, settings, dresser
        window.text.view.zoomed.connect(lambda pixels: settings.set_value(TEXT_SIZE, str(pixels)))
        dresser.changed.connect(lambda _colours: self._tick_theme())
        window.table.restore_columns(settings.value(COLUMNS))
        window.sources.fold(settings.value(FOLDED).split(","))
        for key in (DENSITY, TEXT_SIZE):
            self.take(key)
        self._tick_theme()

    def open(self) -> "SettingsDialog":
        """Opens the dialog."""
        from timeline_app.gui.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(self._settings, self._window.store, self._window)
        dialog.changed.connect(self.take)
        dialog.reset_wanted.connect(self._window.reset_panes)
        dialog.restart_wanted.connect(dialog.close)
        dialog.restart_wanted.connect(self._window.restart)
        dialog.open()
        return dialog

    def choose_theme(self, theme: Theme) -> None:
        """Changes the theme and remembers it."""
        self._settings.theme = theme
        self.take(THEME)

    def remember(self) -> None:
        """Keeps what has no setting of its own."""
        self._settings.set_value(COLUMNS, self._window.table.save_columns())
        self._settings.set_value(FOLDED, ",".join(self._window.sources.folded))
        self._settings.set_value(PANES, self._window.sizes.save())
        self._settings.set_value(TIMELINE_PLACE, place_of(self._window.timeline, self._window))

    def restore_panes(self) -> None:
        """Gives the panes the sizes that they were left with."""
        self._window.sizes.restore(self._settings.value(PANES))

    def take(self, key: Key) -> None:
        """Puts one setting into force."""
        window, value = self._window, self._settings.value(key)
        if key is THEME:
            self._dresser.choose(self._settings.theme)
            self._tick_theme()
        elif key is DENSITY:
            window.table.set_row_height(_COMPACT_ROW if value == "compact" else ROW_HEIGHT)
            for rows in window.findChildren(RowList):
                rows.set_compact(value == "compact")
        elif key is TEXT_SIZE and value.isdigit():
            window.text.view.set_size(int(value))
        elif key is DATE_FORMAT:
            use_dates(self._settings)
            window.refresh_words()

    def _tick_theme(self) -> None:
        for theme in Theme:
            self._window.actions_[f"theme_{theme.value}"].setChecked(theme is self._settings.theme)
