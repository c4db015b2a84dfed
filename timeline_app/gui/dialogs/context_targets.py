"""Targets: the sources of the project with what is known of their dates, to choose which get the same context."""

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from timeline_app.gui.parts import GRID, button, label
from timeline_app.gui.wording import where_read
from timeline_app.model.document import TimelineDocument
from timeline_app.model.source import Source
from timeline_app.workspace.dates import describe_published
from timeline_app.workspace.plain_tips import plain_tip
from timeline_app.workspace.settling import DateState, candidates_of, date_state


class Targets(QWidget):
    """A list with a check box for each source; `changed` tells that others are chosen."""

    changed = Signal()

    def __init__(self, document: TimelineDocument, chosen: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = document.ordered_sources()
        self._states = {source.id: date_state(source) for source in self._sources}
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Sources that get these settings"))
        self.list.setProperty("role", "field")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(3)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        for source in self._sources:
            item = QListWidgetItem(f"{source.title or source.name}\n{self._told(source)}")
            item.setToolTip(plain_tip(source.name))
            item.setData(Qt.ItemDataRole.UserRole, source.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if source.id in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        missing, several = DateState.MISSING, DateState.CONFLICT
        links = QHBoxLayout()
        links.setSpacing(GRID)
        self._offer(links, self.tr("All"), lambda _: True)
        if any(state is missing for state in self._states.values()):
            self._offer(links, self.tr("Without a date"), lambda source_id: self._states[source_id] is missing)
        if any(state is several for state in self._states.values()):
            self._offer(links, self.tr("Several dates"), lambda source_id: self._states[source_id] is several)
        links.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(label(self.tr("FOR THESE SOURCES"), "section"))
        layout.addWidget(self.list, 1)
        layout.addLayout(links)

    @property
    def ids(self) -> tuple[str, ...]:
        """The chosen sources, in the order of the project."""
        items = (self.list.item(number) for number in range(self.list.count()))
        return tuple(i.data(Qt.ItemDataRole.UserRole) for i in items if i.checkState() is Qt.CheckState.Checked)

    def choose(self, wanted: Callable[[str], bool]) -> None:
        """Chooses the sources for which a question is answered with yes."""
        self.list.blockSignals(True)
        for number in range(self.list.count()):
            item = self.list.item(number)
            chosen = wanted(item.data(Qt.ItemDataRole.UserRole))
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self.list.viewport().update()
        self.changed.emit()

    def _offer(self, row: QHBoxLayout, text: str, wanted: Callable[[str], bool]) -> None:
        row.addWidget(button(text, lambda: self.choose(wanted), "link"))

    def _told(self, source: Source) -> str:
        """What is known of a source's date, in a line."""
        published, candidates = source.context.published, candidates_of(source)
        if published is None:
            if not candidates:
                return self.tr("no date")
            best = candidates[0]
            told = self.tr("no date; {date} {where}?")
            return told.format(date=describe_published(best.value), where=where_read(best.where))
        if self._states[source.id] is DateState.CONFLICT:
            days = dict.fromkeys(describe_published(c.value, source.context.time_zone) for c in candidates)
            return self.tr("several dates: {dates}").format(dates=", ".join(list(days)[:3]))
        where = f", {where_read(candidates[0].where)}" if candidates else ""
        return f"{describe_published(published, source.context.time_zone)}{where}"
