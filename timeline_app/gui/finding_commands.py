"""FindingCommands: the ways to a date, and to whatever has a name or words."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from timeline_app.gui.main_window import MainWindow


class FindingCommands(QObject):
    """Carries out the actions that lead somewhere else."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action of the window does, by its id."""
        return {
            "go_to_date": self.ask_date,
            "today": self.go_to_today,
            "palette": self.open_palette,
            "find_texts": lambda: self.open_palette(only_texts=True),
        }

    def ask_date(self) -> None:
        """Asks for a date to go to."""
        from timeline_app.gui.dialogs.go_to_date import GoToDate

        dialog = GoToDate(self._window)
        dialog.chosen.connect(self._go_to)
        dialog.open()

    def go_to_today(self) -> None:
        """Shows today on the timeline."""
        from timeline_app.gui.dialogs.go_to_date import today

        self._go_to(today())

    def _go_to(self, time: object) -> None:
        self._window.docks["timeline"].show()
        self._window.docks["timeline"].raise_()
        self._window.timeline.go_to(time)

    def open_palette(self, *, only_texts: bool = False, words: str = "") -> None:
        """Opens the line that finds every action, event and source, and words of all texts; or these alone."""
        from timeline_app.gui.command_palette import CommandPalette

        window = self._window
        actions = [action for action in window.actions_.all() if action.objectName() != "palette"]
        menu = QMenu(window)
        actions += window.timeline.lane_actions(menu)
        palette = CommandPalette(
            actions,
            window.store,
            window.selection,
            window.finder,
            window.filter,
            window.colours,
            window,
            texts=window.order.texts,
            show_place=window.text.show_place,
            only_texts=only_texts,
        )
        palette.finished.connect(menu.deleteLater)
        palette.open()
        if words:
            palette.field.setText(words)
