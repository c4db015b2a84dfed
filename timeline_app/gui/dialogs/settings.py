"""SettingsDialog: how the window looks and writes dates, the project's zone, and what is assumed of new reports."""

from collections.abc import Callable, Mapping
from functools import cache
from zoneinfo import available_timezones

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from timeline_app.gui.language import LANGUAGES, language_for
from timeline_app.gui.mnemonics import give_letters
from timeline_app.gui.parts import GRID, LetterSafeComboBox, button, label
from timeline_app.workspace import operations
from timeline_app.workspace import settings as keys
from timeline_app.workspace.retelling import language_in_use
from timeline_app.workspace.settings import AppSettings, Key
from timeline_app.workspace.store import DocumentStore

_WIDTH = 460  # pixels
_LABELS = 140
_NOTE = 240
_SIZES = tuple(str(pixels) for pixels in (12, 13, 14, 15, 16, 17, 18, 20, 22, 24))


class SettingsDialog(QDialog):
    """Everything takes effect as it is chosen.  `changed` carries the key of a setting, `reset_wanted` the panes."""

    changed = Signal(object)
    reset_wanted = Signal()
    restart_wanted = Signal()

    def __init__(self, settings: AppSettings, store: DocumentStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings, self._store = settings, store
        self._names: list[QLabel] = []  # of the fields, in one column over all groups
        self.setWindowTitle(self.tr("Settings"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        layout.setSpacing(GRID)
        layout.addStrut(_WIDTH - 6 * GRID)  # no least width of the dialog: that would do away with its contents
        for heading, build in (
            (self.tr("Look"), self._add_look),
            (self.tr("This project"), self._add_project),
            (self.tr("New reports, where they do not say themselves"), self._add_reports),
        ):
            layout.addWidget(label(heading, "strong"))
            form = QFormLayout()
            form.setHorizontalSpacing(GRID * 2)
            form.setVerticalSpacing(GRID)
            form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
            build(form)
            layout.addLayout(form)
            layout.addSpacing(GRID)
        widest = max(name.sizeHint().width() for name in self._names)
        for name in self._names:
            name.setMinimumWidth(max(_LABELS, widest))
        layout.addStretch(1)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        reset = button(self.tr("Put the panes back"), self.reset_wanted.emit)
        box.addButton(reset, QDialogButtonBox.ButtonRole.ResetRole)
        layout.addWidget(box)
        give_letters(self)

    def _add_look(self, form: QFormLayout) -> None:
        as_system = self.tr("As the system")
        themes = {"system": as_system, "light": self.tr("Light"), "dark": self.tr("Dark")}
        self.theme = self._choice(form, self.tr("Theme"), keys.THEME, themes)
        densities = {"comfortable": self.tr("Comfortable"), "compact": self.tr("Compact")}
        self.density = self._choice(form, self.tr("Density"), keys.DENSITY, densities)
        sizes = {size: self.tr("{size} pixels").format(size=size) for size in _SIZES}
        self.text_size = self._choice(form, self.tr("Text of sources"), keys.TEXT_SIZE, sizes)
        self.language = self._choice(form, self.tr("Language"), keys.LANGUAGE, {"": as_system, **LANGUAGES})
        told = self.tr("Restart now, in the language that is chosen")
        self.again = button(self.tr("Takes a restart: restart now…"), self.restart_wanted.emit, "link", name=told)
        self.again.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        form.addRow("", self.again)
        self._look = form
        self.language.activated.connect(lambda _index: self._offer_restart())
        self._offer_restart()
        dates = {
            "": self.tr("As the language has it"),
            "day": self.tr("28 May 2018"),
            "month": self.tr("May 28, 2018"),
            "iso": self.tr("2018-05-28"),
        }
        self.dates = self._choice(form, self.tr("Dates"), keys.DATE_FORMAT, dates)

    def _offer_restart(self) -> None:
        """Offers to open the window anew where another language is chosen than the one it speaks."""
        speaks_it = language_for(self.language.currentData()) == language_in_use()
        self._look.setRowVisible(self.again, not speaks_it)

    def _add_project(self, form: QFormLayout) -> None:
        self.zone = self._combo(form, self.tr("Times are shown in"), dict.fromkeys(zone_names(), ""), searchable=True)
        self.zone.setCurrentText(self._store.document.settings.display_zone)
        self.zone.activated.connect(lambda _index: self._set_zone())
        form.addRow("", self._note(self.tr("Kept in the project; Ctrl+Z takes it back.")))

    def _set_zone(self) -> None:
        if self.zone.currentText() in zone_names():
            operations.edit_settings(self._store, display_zone=self.zone.currentText())

    def _add_reports(self, form: QFormLayout) -> None:
        unknown = self.tr("Unknown")
        orders = {
            "": unknown,
            "DMY": self.tr("6/7/2018 is 6 July"),
            "MDY": self.tr("6/7/2018 is June 7"),
            "YMD": self.tr("2018/7/6 is 6 July"),
        }
        self.source_order = self._choice(form, self.tr("Dates in figures"), keys.SOURCE_ORDER, orders)
        zones = {"": unknown, **dict.fromkeys(zone_names(), "")}
        self.source_zone = self._choice(form, self.tr("Their time zone"), keys.SOURCE_ZONE, zones, searchable=True)
        week = {"0": self.tr("Monday"), "6": self.tr("Sunday"), "5": self.tr("Saturday")}
        self.source_week = self._choice(form, self.tr("The week begins on"), keys.SOURCE_WEEK, week)
        halves = {"north": self.tr("the north: summer in July"), "south": self.tr("the south: summer in January")}
        self.source_half = self._choice(form, self.tr("Seasons are those of"), keys.SOURCE_HEMISPHERE, halves)

    def _choice(
        self, form: QFormLayout, name: str, key: Key, values: Mapping[str, str], *, searchable: bool = False
    ) -> QComboBox:
        """A row whose choice is remembered under a key and told."""
        box = self._combo(form, name, values, searchable=searchable)
        box.setCurrentIndex(max(0, box.findData(self._settings.value(key))))
        box.activated.connect(self._setter(box, key))
        return box

    def _setter(self, box: QComboBox, key: Key) -> Callable[[int], None]:
        def remember(_index: int) -> None:
            self._settings.set_value(key, box.currentData())
            self.changed.emit(key)

        return remember

    def _combo(self, form: QFormLayout, name: str, values: Mapping[str, str], *, searchable: bool = False) -> QComboBox:
        box = LetterSafeComboBox()
        box.setAccessibleName(name)
        for value, words in values.items():
            box.addItem(words or value, value)
        if searchable:
            box.setEditable(True)
            if (edit := box.lineEdit()) is not None:
                edit.setAccessibleName(name)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            if (completer := box.completer()) is not None:
                completer.setFilterMode(Qt.MatchFlag.MatchContains)
        row = QLabel(name)
        row.setBuddy(box)
        self._names.append(row)
        form.addRow(row, box)
        return box

    @staticmethod
    def _note(words: str) -> QLabel:
        made = label(words, "small", wrap=True)
        made.setMinimumWidth(_NOTE)  # of a wrapped label, the height follows the least width
        return made


@cache
def zone_names() -> tuple[str, ...]:
    """The zones that can be chosen, UTC first."""
    return ("UTC", *sorted(available_timezones() - {"UTC"}))
