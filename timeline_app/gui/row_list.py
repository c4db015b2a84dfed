"""RowList: a quiet list of rows, which keeps many of them fast."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView, QWidget

from timeline_app.gui.palette import Palette
from timeline_app.gui.parts import GRID, WholeRowTable
from timeline_app.gui.row_delegate import RowDelegate
from timeline_app.gui.rows import Row, RowModel

_FEW = 64  # rows that are looked for one by one
_TALLEST = 1_000_000  # pixels; Qt refuses widgets of 16 million


class RowList(WholeRowTable):
    """A list of rows.  The current row is the selected one.

    A table of one column, because that lays a hundred thousand rows out at once where a list view takes each in turn.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, several: bool = False) -> None:
        super().__init__(parent)
        self._model, self._delegate, self._is_uniform = RowModel(), RowDelegate(), False
        self._lines: Callable[[str], int] | None = None
        self._known_heights: dict[int, int] = {}  # of rows with so many lines below the title, in pixels
        self._room = _TALLEST
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerItem)  # no slivers of rows at the top
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        mode = QTableView.SelectionMode.ExtendedSelection if several else QTableView.SelectionMode.SingleSelection
        self.setSelectionMode(mode)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_palette_colors(self, palette: Palette) -> None:
        """Takes the colours of a theme."""
        self._delegate.colours = palette
        self.viewport().update()

    def set_compact(self, compact: bool) -> None:
        """Gives the rows less room, or as much as at first."""
        self._delegate.padding = 4 if compact else GRID + 4
        self._known_heights.clear()
        self._set_heights(range(len(self._model.keys)))
        self._fit()

    def set_rows(
        self,
        keys: Sequence[str],
        make: Callable[[str], Row],
        stale: Collection[str] | None = None,
        *,
        uniform: bool = False,
        lines: Callable[[str], int] | None = None,
    ) -> None:
        """Shows the rows that `make` makes of keys, made anew where they are `stale` (None: all).

        `uniform` where all are of one height, which keeps many fast; `lines` tells how many lines a key's row has
        below its title, so that rows that nobody looks at are not made to be measured.
        """
        self._is_uniform, self._lines = uniform, lines
        self._set_heights(self._model.set_rows(keys, make, stale))
        self._fit()

    def set_room(self, height: int) -> None:
        """Makes the list no higher than this."""
        self._room = height
        self._fit()

    @property
    def content_height(self) -> int:
        """Height of all rows together, in pixels."""
        return min(self.verticalHeader().length(), _TALLEST)

    def whole_rows(self, room: float) -> int:
        """Height of the first rows that are whole in `room` pixels; of one row at least."""
        header, height = self.verticalHeader(), 0
        for number in range(header.count()):
            size = header.sectionSize(number)
            if number and height + size > room:
                break
            height += size
        return height

    def rows_height(self, number: int) -> int:
        """Height of the first so many rows, or of all where there are fewer."""
        header = self.verticalHeader()
        return sum(header.sectionSize(row) for row in range(min(number, header.count())))

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the rows shown."""
        return tuple(self._model.keys)

    @property
    def rows(self) -> list[Row]:
        """The rows shown."""
        return [self._model.row(number) for number in range(len(self._model.keys))]

    def selected_keys(self) -> tuple[str, ...]:
        """Keys of the selected rows, from top to bottom."""
        return tuple(self._model.keys[row] for row in sorted(index.row() for index in self.selectedIndexes()))

    def select_keys(self, keys: Sequence[str]) -> None:
        """Selects rows without telling anyone; keys that are not in the list are passed over."""
        chosen, selection = QItemSelection(), self.selectionModel()
        blocked = selection.blockSignals(True)
        for number in self._numbers(keys):
            index = self._model.index(number)
            if chosen.isEmpty():
                selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
                self.scrollTo(index)
            chosen.append(QItemSelectionRange(index))
        selection.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(blocked)
        self.viewport().update()

    def _numbers(self, keys: Sequence[str]) -> list[int]:
        """The rows of keys, from top to bottom."""
        shown = self._model.keys
        if len(keys) > _FEW:
            wanted = set(keys)
            return [number for number, key in enumerate(shown) if key in wanted]
        found = []
        for key in keys:
            with suppress(ValueError):
                found.append(shown.index(key))
        return sorted(found)

    def sizeHint(self) -> QSize:
        """As high as all rows together, or as the room there is for them."""
        return QSize(240, min(self.content_height, self._room))

    def minimumSizeHint(self) -> QSize:
        """One row, so that a small window still shows something of each list."""
        return QSize(120, self.whole_rows(0))

    def _set_heights(self, renewed: Iterable[int]) -> None:
        header, count = self.verticalHeader(), len(self._model.keys)
        if self._is_uniform:
            if count and header.defaultSectionSize() != (height := self.sizeHintForRow(0)):
                header.setDefaultSectionSize(height)
            return
        heights = {number: self._height(number) for number in renewed}
        if len(heights) == count and heights:  # one of many is quicker set for all
            header.setDefaultSectionSize(Counter(heights.values()).most_common(1)[0][0])
        for number, height in heights.items():
            if header.sectionSize(number) != height:
                header.resizeSection(number, height)

    def _height(self, number: int) -> int:
        if self._lines is None:
            return self.sizeHintForRow(number)
        lines = self._lines(self._model.keys[number])
        if lines not in self._known_heights:
            self._known_heights[lines] = self._delegate.height_of(lines)
        return self._known_heights[lines]

    def _fit(self) -> None:
        height = min(self.content_height, self._room)
        if height != self.maximumHeight():
            self.setMaximumHeight(height)
            self.updateGeometry()
            QTimer.singleShot(0, self, self._keep_current_in_sight)

    def _keep_current_in_sight(self) -> None:
        if self.currentIndex().isValid() and self.selectedIndexes():
            self.scrollTo(self.currentIndex())
