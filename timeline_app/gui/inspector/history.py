"""History: what was done to an event, by whom and when, newest first; read when it is unfolded."""

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from timeline_app.formats.history import HistoryEntry
from timeline_app.gui.clearing import clear
from timeline_app.gui.parts import GRID, label
from timeline_app.model.event import ANALYST
from timeline_app.workspace.plain_tips import plain_tip
from timeline_app.workspace.retelling import retold
from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.words import field_value, field_word

_SHOWN = 40  # entries; more are counted
_LONGEST = 80  # code points of an old or new value


class History(QWidget):
    """A line that unfolds into the entries of one event."""

    def __init__(self, store: DocumentStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._event_id: str | None = None
        self.toggle = QToolButton()
        self.toggle.setCheckable(True)
        self.toggle.setProperty("role", "fold")
        self.toggle.setText(self.tr("History"))
        self.toggle.setAccessibleName(self.tr("Show the history of this event"))
        self.toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggle.setArrowType(Qt.ArrowType.RightArrow)
        self.toggle.toggled.connect(self._on_toggled)
        self._body = QWidget()
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(GRID, 0, 0, 0)
        self._rows.setSpacing(GRID)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        head = QHBoxLayout()
        head.addWidget(self.toggle)
        head.addStretch(1)
        layout.addLayout(head)
        layout.addWidget(self._body)
        self._body.hide()

    def show_event(self, event_id: str | None) -> None:
        """Follows an event; its history is read only while it is unfolded."""
        self._event_id = event_id
        self.setVisible(event_id is not None)
        if self.toggle.isChecked():
            self._fill()

    def _on_toggled(self, unfolded: bool) -> None:
        self.toggle.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        self._body.setVisible(unfolded)
        if unfolded:
            self._fill()

    def _fill(self) -> None:
        clear(self._rows)
        entries = self._store.history_of(self._event_id) if self._event_id is not None else []
        for entry in list(reversed(entries))[:_SHOWN]:
            self._rows.addWidget(self._entry(entry))
        if len(entries) > _SHOWN:
            more = self.tr("and {number:,} earlier ones").format(number=len(entries) - _SHOWN)
            self._rows.addWidget(label(more, "small"))
        if not entries:
            self._rows.addWidget(label(self.tr("Nothing was done to it yet."), "small"))

    def _entry(self, entry: HistoryEntry) -> QWidget:
        who = self.tr("you") if entry.who == ANALYST else self.tr("rule")
        deed = retold(entry.deed)
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(label(deed, wrap=True))
        column.addWidget(label(f"{_moment(entry.at)} · {who}", "small"))
        for name, values in entry.fields.items():
            old, new = (field_value(name, value) for value in values)
            told = label(f"{field_word(name)}: {_cut(old)} → {_cut(new)}", "small", wrap=True)
            told.setToolTip(plain_tip(f"{old}\n→\n{new}"))
            column.addWidget(told)
        row.setAccessibleName(f"{deed}, {_moment(entry.at)}, {who}")
        return row


def _moment(at: str) -> str:
    """A UTC time of the record on the clock of this computer."""
    moment = QDateTime.fromString(at, Qt.DateFormat.ISODateWithMs)
    if not moment.isValid():
        return at
    return QLocale().toString(moment.toLocalTime(), QLocale.FormatType.ShortFormat)


def _cut(text: str) -> str:
    words = " ".join(text.split()) or "—"
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
