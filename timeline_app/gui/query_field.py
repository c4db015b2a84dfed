"""QueryField: the line in which events are searched and filtered, with completion of fields and values."""

import re

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, QStringListModel, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QToolButton, QWidget

from timeline_app.gui.filter_strip import FIELD_NAMES
from timeline_app.gui.parts import set_property
from timeline_app.model.annotation import Modality
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Status
from timeline_app.workspace.event_facets import Field
from timeline_app.workspace.event_filter import Condition
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.event_query import NAMES, completions, write_condition
from timeline_app.workspace.filter_control import FilterControl
from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.translation import mark, translated
from timeline_app.workspace.words import word

_LAST = re.compile(r'(-?)(?:([^\W\d_]+):)?("[^"]*|[^\s"]*)$')
_FIXED: dict[Field, tuple[str, ...]] = {
    Field.GRADE: ("A", "B", "C", "D", "E", "F", "A-C", "1", "2", "3", "4", "5", "6", "1-3", "B2"),
    Field.CONFIDENCE: (">0.9", ">0.7", ">0.5", "<0.5", "0.5-0.8"),
}
_PERIODS = (
    mark("today"),
    mark("this week"),
    mark("this month"),
    mark("last month"),
    mark("this year"),
    mark("last year"),
    mark("none"),
)


class QueryField(QLineEdit):
    """Filters as one types; Enter makes chips, Escape shows all events again, Backspace takes the last chip back."""

    def __init__(
        self, store: DocumentStore, order: EventOrder, control: FilterControl, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._order, self._control = store, order, control
        self.setPlaceholderText(self.tr("Words, place:…, when:…   Ctrl+F"))
        self.setAccessibleName(self.tr("Find and filter events"))
        self.setAccessibleDescription(_help())
        self.setToolTip(_help())
        self.setClearButtonEnabled(True)
        for clear in self.findChildren(QToolButton):
            clear.setAccessibleName(self.tr("Clear the line"))
        self.setMinimumWidth(270)
        self.setMaximumWidth(380)
        self._words = QStringListModel(self)
        self._completer = QCompleter(self._words, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._completer.setMaxVisibleItems(12)
        self._popup = QListView()
        self._popup.setAccessibleName(self.tr("Suggestions"))
        self._completer.setPopup(self._popup)
        self._popup.clicked.connect(self._take)
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._on_changed)
        control.changed.connect(self._follow)

    def _on_edited(self, _text: str) -> None:
        self._suggest()

    def _on_changed(self, text: str) -> None:
        self._control.type(text)

    def _follow(self) -> None:
        if self.text() != self._control.line:
            self.setText(self._control.line)
        set_property(self, "invalid", bool(self._control.problem))
        self.setToolTip(self._control.problem or _help())

    def _suggest(self, *, even_nothing: bool = False) -> None:
        found = _LAST.search(self.text()[: self.cursorPosition()])
        offered: list[str] = []
        if found is not None:
            minus, name, value = found.groups()
            field = NAMES.get((name or "").casefold())
            if field is not None:
                offered = completions(value, values_for(field, self._order, self._store.document))
            elif name is None and (value or even_nothing) and not value.startswith('"'):
                names = [field_name(each) for each in Field]
                offered = [f"{minus}{each}:" for each in names if each.startswith(value.casefold())]
        self._words.setStringList(offered)
        if not offered:
            self._popup.hide()
            return
        self._completer.complete(self.rect().translated(QPoint(0, 2)))

    def _take(self, index: QModelIndex) -> None:
        self._popup.hide()
        self._insert(str(index.data()))

    def _insert(self, chosen: str) -> None:
        before, after = self.text()[: self.cursorPosition()], self.text()[self.cursorPosition() :]
        found = _LAST.search(before)
        if found is None:
            return
        head, field = before[: found.start()], NAMES.get((found[2] or "").casefold())
        if field is None:
            self.setText(head + chosen + after)
            self.setCursorPosition(len(head + chosen))
            self._suggest()
            return
        self.setText((head.rstrip() + " " + after.lstrip()).strip())
        self._control.type(self.text())
        self._control.add(Condition(field, chosen, bool(found[1])))

    def event(self, event: QEvent) -> bool:
        """Tab takes the suggestion while some are offered, rather than leave the line."""
        is_offering = event.type() == QEvent.Type.KeyPress and self._popup.isVisible()
        if is_offering and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape shows all and leaves; Enter makes chips; Down offers; Backspace in an empty line edits the last."""
        key = event.key()
        popup = self._popup
        if popup.isVisible() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            index = popup.currentIndex()
            if index.isValid() or key == Qt.Key.Key_Tab:
                popup.hide()
                self._insert(str(index.data() if index.isValid() else self._words.stringList()[0]))
                return
            popup.hide()
        if key == Qt.Key.Key_Escape:
            self._control.clear()
            self.clearFocus()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._control.type(self.text())
            self._control.enter()
        elif key == Qt.Key.Key_Down:
            self._suggest(even_nothing=True)
        elif key == Qt.Key.Key_Backspace and not self.text() and self._control.chips:
            last = self._control.chips[-1]
            self._control.remove(last)
            self.setText(write_condition(last, field_name(last.field)))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """An empty line offers at once what can be asked."""
        super().focusInEvent(event)
        asked = (Qt.FocusReason.ShortcutFocusReason, Qt.FocusReason.MouseFocusReason)
        if event.reason() in asked and not self.text():
            QTimer.singleShot(0, self, lambda: self._suggest(even_nothing=True))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is typed in full becomes chips when the line is left."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason and ":" in self.text():
            self._control.enter()


def field_name(field: Field) -> str:
    """The name that a field is typed by in the language of the window."""
    name = FIELD_NAMES[field]().casefold()
    return name if NAMES.get(name) is field else field.value


def values_for(field: Field, order: EventOrder, document: TimelineDocument) -> list[str]:
    """What a field can be asked for in this project."""
    if field in _FIXED:
        return list(_FIXED[field])
    if field in (Field.MODALITY, Field.STATUS):
        return [word(value) for value in (Modality if field is Field.MODALITY else Status)]
    if field is Field.PERIOD:
        return [translated(period) for period in _PERIODS]
    if field is Field.SOURCE:
        names = [name for source in document.source_heads() for name in (source.title or source.name, source.publisher)]
        return list(dict.fromkeys(name for name in names if name))
    return [str(value) for value in order.facet(field).values] if field is not Field.TEXT else []


def _help() -> str:
    return QCoreApplication.translate(
        "QueryField",
        "Words are searched in titles, notes, the sentences that tell an event and the texts of all sources; in:texts "
        "shows all events of the texts that hold them. "
        "Narrow it down with source: place: person: kind: modality: status: grade: tag: when: confidence: — "
        "a minus in front excludes, “none” asks for what is missing. Down offers what can be asked.",
    )
