"""AppSettings: what the program remembers between runs, each key declared with its type and default."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal


class Theme(StrEnum):
    """Light, dark, or as the system has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Key:
    """One remembered value: its name in the file, its type, its default and what it is for."""

    name: str
    type: type[Any]
    default: Any
    purpose: str


RECENT_FILES = Key("files/recent", list, [], "Projects opened or saved last, newest first.")
GEOMETRY = Key("window/geometry", QByteArray, QByteArray(), "Place and size of the window.")
STATE = Key("window/state", QByteArray, QByteArray(), "Which panes are shown, and where.")
PANES = Key("window/panes", str, "", "Sizes of the window and its panes, as JSON.")
TIMELINE_PLACE = Key("window/timeline", str, "", "Edges of the timeline within the window, in pixels, as JSON.")
FOLDED = Key("window/folded", str, "", "Lists of the left column that are folded away, by comma.")
THEME = Key("appearance/theme", str, Theme.SYSTEM.value, "Light, dark, or as the system has it.")
LANGUAGE = Key("appearance/language", str, "", "Language of the window, empty as the system has it.")
DENSITY = Key("appearance/density", str, "comfortable", "Room between rows: comfortable or compact.")
DATE_FORMAT = Key("appearance/dates", str, "", "How dates are written: day, month or iso first; empty by language.")
TEXT_SIZE = Key("text/size", str, "15", "Size of a source's letters, in pixels.")
COLUMNS = Key("table/columns", QByteArray, QByteArray(), "Order, width and visibility of the table's columns.")
SOURCE_ORDER = Key("sources/date_order", str, "", "How a report orders 6/7/2018 where it does not show.")
SOURCE_WEEK = Key("sources/week_start", str, "0", "First day of the week of a report, 0 Monday.")
SOURCE_ZONE = Key("sources/zone", str, "", "Time zone of a report that names none; empty is unknown.")
SOURCE_HEMISPHERE = Key("sources/hemisphere", str, "north", "Where a report's summer is in July, or in January.")
FOLDER = Key("files/folder", str, "", "The folder last used to open or save.")
EXPORT = Key("export/last", str, "", "Format and options of the last export, as JSON.")
KEYS: tuple[Key, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Key))

MAX_RECENT = 10


class AppSettings(QObject):
    """The settings file of this user, or the one at `path`.  A value of the wrong type counts as absent."""

    recent_changed = Signal()

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if path is None:
            self._file = QSettings(
                QSettings.Format.IniFormat, QSettings.Scope.UserScope, "timeline-app", "timeline-app", self
            )
        else:
            self._file = QSettings(str(path), QSettings.Format.IniFormat, self)

    @property
    def path(self) -> Path:
        """The file."""
        return Path(self._file.fileName())

    def value(self, key: Key) -> Any:
        """What is remembered under a key, or its default."""
        found = self._file.value(key.name, key.default)
        if key.type is list and isinstance(found, str):
            found = [found]  # an INI file does not tell a list of one from a text
        return found if isinstance(found, key.type) else key.default

    def set_value(self, key: Key, value: Any) -> None:
        """Remembers a value; raises TypeError when it is not of the key's type."""
        if not isinstance(value, key.type):
            raise TypeError(f"{key.name} holds {key.type.__name__}, not {type(value).__name__}")
        self._file.setValue(key.name, value)

    @property
    def report_options(self) -> dict[str, object]:
        """What is assumed of new reports, as options of an analysis request."""
        options: dict[str, object] = {
            "hemisphere": self.value(SOURCE_HEMISPHERE),
            "week_start": int(week) if (week := self.value(SOURCE_WEEK)).isdigit() else 0,
        }
        if order := self.value(SOURCE_ORDER):
            options["date_order"] = order
        if zone := self.value(SOURCE_ZONE):
            options["assumed_zone"] = zone
        return options

    def sync(self) -> None:
        """Writes the file now rather than when Qt next does."""
        self._file.sync()

    @property
    def recent_files(self) -> list[Path]:
        """Projects opened or saved last, newest first, whether or not they still exist."""
        return [Path(name) for name in self.value(RECENT_FILES) if isinstance(name, str) and name]

    def add_recent(self, path: Path) -> None:
        """Puts a project at the head of the recent ones."""
        path = path.absolute()
        self._set_recent([path, *(other for other in self.recent_files if other != path)])

    def remove_recent(self, path: Path) -> None:
        """Forgets a project, for instance one that is gone."""
        self._set_recent([other for other in self.recent_files if other != path.absolute()])

    def clear_recent(self) -> None:
        """Forgets all recent projects."""
        self._set_recent([])

    @property
    def theme(self) -> Theme:
        """Light, dark or the system's."""
        name = self.value(THEME)
        return Theme(name) if name in tuple(Theme) else Theme.SYSTEM

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self.set_value(THEME, theme.value)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window as Qt saved them; empty before the first run."""
        return QByteArray(self.value(GEOMETRY))

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self.set_value(GEOMETRY, geometry)

    @property
    def window_state(self) -> QByteArray:
        """Panes and toolbars of the window as Qt saved them; empty before the first run."""
        return QByteArray(self.value(STATE))

    @window_state.setter
    def window_state(self, state: QByteArray) -> None:
        self.set_value(STATE, state)

    def _set_recent(self, paths: Sequence[Path]) -> None:
        self.set_value(RECENT_FILES, [str(path) for path in paths[:MAX_RECENT]])
        self.recent_changed.emit()
