"""CommandPalette: one line (Ctrl+K) that finds every action, saved view, source, event and place in the texts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.gui.actions import SUBMENUS
from timeline_app.gui.fonts import BODY_PIXELS, SMALL_PIXELS, font
from timeline_app.gui.palette import Palette, palette_for
from timeline_app.gui.parts import GRID, label, line, native_keys
from timeline_app.gui.passages import snippet
from timeline_app.gui.wording import publication_line, when
from timeline_app.model.token import Span
from timeline_app.workspace.filter_control import FilterControl
from timeline_app.workspace.finder import Finder, best
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.text_search import TextSearch
from timeline_app.workspace.translation import translated

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ACTIONS, _SOURCES, _EVENTS, _PLACES = 8, 6, 40, 8  # shown at most
_MANY_PLACES = 60  # where only texts are searched
_ROW = 28  # pixels
_SHOWN_ROWS = 14
_SIZE = QSize(680, 0)


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the palette: its group, words, what stands at the right, and what Enter does.

    `lit` are the words found in it, as a part of `words`.
    """

    group: str
    words: str
    aside: str
    do: Callable[[], object] = field(compare=False)
    lit: Span | None = None


class _Role(IntEnum):
    FOUND = Qt.ItemDataRole.UserRole
    BEGINS_GROUP = Qt.ItemDataRole.UserRole + 1


class CommandPalette(QDialog):
    """Finds as one types; Enter or a click does it, Escape goes back.

    `texts` searches all sources; `show_place` shows a stretch of one.  With `only_texts` nothing else is offered.
    """

    def __init__(
        self,
        actions: list[QAction],
        store: DocumentStore,
        selection: Selection,
        finder: Finder,
        control: FilterControl,
        colours: Palette,
        parent: QWidget | None = None,
        *,
        texts: TextSearch | None = None,
        show_place: Callable[[str, Span], object] | None = None,
        only_texts: bool = False,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._store, self._selection, self._finder, self._control = store, selection, finder, control
        self._texts, self._show_place, self._only_texts = texts, show_place, only_texts
        self._actions = {action.objectName(): action for action in actions}
        self._words = {name: self._called(action) for name, action in self._actions.items()}
        self._names = {name: words.casefold() for name, words in self._words.items()}
        self.setWindowTitle(self.tr("Find in all texts") if only_texts else self.tr("Find anything"))
        self.setAccessibleName(self.windowTitle())
        self.field = QLineEdit()
        self.field.setProperty("role", "palette")
        every = self.tr("Type an action, an event, a source or words of a text")
        self.field.setPlaceholderText(self.tr("Words of the texts, or a “phrase”") if only_texts else every)
        self.field.setAccessibleName(self.field.placeholderText())
        self.found = _FoundModel()
        self.list = QListView()
        self.list.setProperty("role", "palette")
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setModel(self.found)
        self.list.setItemDelegate(_Delegate(colours, self))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = label("", "muted")
        self.nothing.setContentsMargins(GRID * 2, GRID, GRID, GRID * 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, GRID // 2)
        layout.setSpacing(0)
        for part in (self.field, line(), self.list, self.nothing):
            layout.addWidget(part)
        self.field.textChanged.connect(self.search)
        self.list.clicked.connect(self._do)
        if texts is not None:
            texts.grown.connect(self._on_grown)
        self.search("")
        if parent is not None:
            width = min(_SIZE.width(), parent.width() - GRID * 4)
            self.setFixedWidth(width)
            corner = parent.mapToGlobal(parent.rect().topLeft())
            self.move(corner.x() + (parent.width() - width) // 2, corner.y() + 96)
        self.field.setFocus()

    @staticmethod
    def _called(action: QAction) -> str:
        """What an action is called, with the name of its submenu: "Theme: Dark"."""
        for name, (title, ids) in SUBMENUS.items():
            if action.objectName() in ids or action.objectName().startswith(f"{name[:-1]}_"):
                return f"{translated(title).replace('&', '')}: {_plain(action)}"
        return _plain(action)

    def search(self, text: str) -> None:
        """Shows what matches."""
        records = [] if self._only_texts else [*self._found_actions(text), *self._found_records(text)]
        self.found.show([*records, *self._found_places(text)])
        count = self.found.rowCount()
        self.list.setFixedHeight(min(count, _SHOWN_ROWS) * _ROW)
        self.list.setVisible(count > 0)
        self.nothing.setVisible(count == 0)
        self.adjustSize()
        if count:
            self.list.setCurrentIndex(self.found.index(0))
        self.nothing.setText(self._nothing_words(text))

    def _nothing_words(self, text: str) -> str:
        if not self._only_texts:
            return self.tr("Nothing is called that.")
        return self.tr("No text holds that.") if text.strip() else self.tr("All texts of the project are searched.")

    def _on_grown(self) -> None:
        """More texts can be searched now."""
        if self.field.text().strip() and not self.list.currentIndex().row() > 0:
            self.search(self.field.text())

    def _found_places(self, text: str) -> list[Found]:
        if self._texts is None or not text.strip():
            return []
        rows, sources = [], self._store.document.sources
        for hit in self._texts.find(text, _MANY_PLACES if self._only_texts else _PLACES):
            source = sources.get(hit.key)
            if source is not None:
                words, lit = snippet(source.text, hit.paragraph, hit.found)
                title = source.title or source.name
                go = partial(self._go_to, hit.key, hit.found)
                rows.append(Found(self.tr("Texts"), words, title, go, lit))
        return rows

    def _go_to(self, source_id: str, place: Span) -> None:
        if self._show_place is not None:
            self._show_place(source_id, place)

    def _found_actions(self, text: str) -> list[Found]:
        offered = {name: words for name, words in self._names.items() if self._actions[name].isEnabled()}
        ids = best(text, offered, _ACTIONS if text else len(offered))
        keys = {name: native_keys(self._actions[name].shortcut().toString()) for name in ids}
        return [Found(self.tr("Actions"), self._words[name], keys[name], self._actions[name].trigger) for name in ids]

    def _found_records(self, text: str) -> list[Found]:
        if not text.strip():
            return []
        document, select = self._store.document, self._selection
        views = {view.name: view for view in document.settings.views}
        named = best(text, {name: name.casefold() for name in views}, _SOURCES)
        rows = [
            Found(self.tr("Views"), name, views[name].query, partial(self._control.show_view, views[name]))
            for name in named
        ]
        for source_id in self._finder.sources(text, _SOURCES):
            source = document.sources[source_id]
            words = source.title or source.name
            aside = publication_line(source).split(" · ")[0] if source.publisher else ""
            rows.append(Found(self.tr("Sources"), words, aside, partial(select.select_source, source_id)))
        for event_id in self._finder.events(text, _EVENTS):
            event = document.events[event_id]
            aside = when(event)
            if not self._control.shows(event_id):
                aside = self.tr("{time} · hidden by the filter").format(time=aside)
            rows.append(Found(self.tr("Events"), event.title, aside, partial(select.select_events, [event_id])))
        return rows

    def _do(self, index: QModelIndex) -> None:
        found = index.data(_Role.FOUND)
        self.accept()
        if isinstance(found, Found):
            found.do()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move in the list while the line keeps the focus."""
        last = self.found.rowCount() - 1
        row = self.list.currentIndex().row()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
        if event.key() in steps and last >= 0:
            step = steps[Qt.Key(event.key())]
            target = (row + step) % (last + 1) if abs(step) == 1 else max(0, min(last, row + step))
            self.list.setCurrentIndex(self.found.index(target))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if row >= 0:
                self._do(self.list.currentIndex())
        else:
            super().keyPressEvent(event)


class _FoundModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Found] = []

    def show(self, rows: list[Found]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return found.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (found.words, found.aside, found.group) if part)
            case _Role.FOUND:
                return found
            case _Role.BEGINS_GROUP:
                return index.row() == 0 or self.rows[index.row() - 1].group != found.group
            case _:
                return None


class _Delegate(QStyledItemDelegate):
    """The group at the left where it begins, the words, and keys or a time at the right."""

    def __init__(self, colours: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours = colours or palette_for(False)
        self._faces = font(BODY_PIXELS), font(SMALL_PIXELS)
        self._metrics = tuple(QFontMetricsF(face) for face in self._faces)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        found: Found = index.data(_Role.FOUND)
        colours, box = self._colours, QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(colours.selection))
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), QColor(colours.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colours.hover))
        inner = box.adjusted(GRID * 2, 0, -GRID * 2, 0)
        left = 76.0
        if index.data(_Role.BEGINS_GROUP):
            self._draw(painter, found.group, inner, 1, colours.muted)
        aside = self._metrics[1].elidedText(found.aside, Qt.TextElideMode.ElideRight, inner.width() * 0.4)
        self._draw(painter, aside, inner, 1, colours.muted, right=True)
        middle = inner.adjusted(left, 0, -self._metrics[1].horizontalAdvance(aside) - GRID * 2, 0)
        words = self._metrics[0].elidedText(found.words, Qt.TextElideMode.ElideRight, middle.width())
        if found.lit is not None:
            self._light(painter, words, found.lit, middle)
        self._draw(painter, words, middle, 0, colours.text)
        painter.restore()

    def _light(self, painter: QPainter, words: str, lit: Span, box: QRectF) -> None:
        """A soft ground below the words that were found."""
        width = self._metrics[0].horizontalAdvance
        left, right = width(words[: lit.start]), width(words[: lit.end])
        ground = QRectF(box.left() + left - 1, box.top() + 5, right - left + 2, box.height() - 10)
        painter.fillRect(ground, QColor(self._colours.hit))

    def _draw(self, painter: QPainter, text: str, box: QRectF, face: int, colour: str, *, right: bool = False) -> None:
        painter.setFont(self._faces[face])
        painter.setPen(QColor(colour))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | side | Qt.TextFlag.TextSingleLine, text)


def _plain(action: QAction) -> str:
    return action.text().replace("&", "").rstrip("…")
