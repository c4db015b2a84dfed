"""Beside the text: a marker at each line that begins to tell an event, and where in the whole text events stand."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QTextBlock
from PySide6.QtWidgets import QToolTip, QWidget

from timeline_app.gui.palette import Palette, palette_for
from timeline_app.gui.text_pane.explain import explain_html
from timeline_app.gui.text_pane.source_view import MARGIN, SourceView
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink, Status

_STEP = 9  # pixels from one marker of a line to the next
_MOST = 3  # markers beside one line; more are told by a plus
_RADIUS = 3.2
OVERVIEW_WIDTH = 8


class Marker(NamedTuple):
    """One event that begins to be told somewhere: at which code point, by which link, and its status."""

    offset: int
    link_id: str
    event_id: str
    status: Status


class EventMargin(QWidget):
    """Markers left of the text; a click carries the link's id."""

    chosen = Signal(str)

    def __init__(self, view: SourceView) -> None:
        super().__init__(view)
        self._view = view
        self._colours = palette_for(False)
        self._document: TimelineDocument | None = None
        self._markers: Sequence[Marker] = ()
        self._selected: frozenset[str] = frozenset()
        self._rows: dict[int, list[tuple[float, list[Marker]]]] = {}  # by paragraph, from when it is in view
        self.setAccessibleName(self.tr("Events beside the text"))
        view.laid_out.connect(self._rows.clear)
        view.looked_elsewhere.connect(self._follow)

    def set_palette_colors(self, palette: Palette) -> None:
        """Takes the colours of a theme."""
        self._colours = palette
        self.update()

    def show_markers(self, document: TimelineDocument, markers: Sequence[Marker]) -> None:
        """Shows the events of a text, given in text order."""
        self._document, self._markers = document, markers
        self._rows.clear()
        self.update()

    def select(self, selected: frozenset[str]) -> None:
        """Shows the selected events more strongly."""
        self._selected = selected
        self.update()

    def placed(self) -> list[tuple[QPointF, Marker, int]]:
        """The markers in view: middle, event, and how many more its line has than are shown."""
        found: list[tuple[QPointF, Marker, int]] = []
        for block, corner in self._view.visible_blocks():
            number = block.blockNumber()
            if number not in self._rows:
                self._rows[number] = self._rows_of(block)
            for y, markers in self._rows[number]:
                more = len(markers) - _MOST
                for place, marker in enumerate(markers[:_MOST]):
                    middle = QPointF(self.width() - 10 - place * _STEP, corner.y() + y)
                    found.append((middle, marker, more if place == _MOST - 1 and more > 0 else 0))
        return found

    def _rows_of(self, block: QTextBlock) -> list[tuple[float, list[Marker]]]:
        """The lines of a paragraph that begin to tell events: middle from the paragraph's corner, and those events."""
        span = self._view.span_of(block)
        first, last = (bisect_left(self._markers, at, key=_offset) for at in (span.start, span.end))
        lines: dict[float, list[Marker]] = {}
        for marker in self._markers[first:last]:
            top, height = self._view.line_of(block, marker.offset)
            lines.setdefault(top + height / 2, []).append(marker)
        return list(lines.items())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Filled where decided, hollow where still suggested, a ring with a dot where the ground moved."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for middle, marker, more in self.placed():
            chosen = marker.event_id in self._selected
            colour = QColor(self._colours.accent if chosen else self._colours.muted)
            decided = marker.status in (Status.ACCEPTED, Status.EDITED)
            painter.setPen(QPen(colour, 1.4))
            painter.setBrush(colour if decided else QColor(self._colours.background))
            radius = _RADIUS + (1 if chosen else 0)
            painter.drawEllipse(middle, radius, radius)
            if marker.status is Status.STALE:
                painter.setBrush(colour)
                painter.drawEllipse(middle, 0.8, 0.8)
            if more:
                painter.drawText(QRectF(0, middle.y() - 8, middle.x() - 5, 16), Qt.AlignmentFlag.AlignRight, "+")
        painter.end()

    def marker_at(self, point: QPoint) -> Marker | None:
        """The marker under the pointer."""
        near = [(QPointF(point) - middle, marker) for middle, marker, _ in self.placed()]
        hit = [(d.manhattanLength(), marker) for d, marker in near if d.manhattanLength() < _STEP]
        return min(hit, key=lambda pair: pair[0])[1] if hit else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Selects the event whose marker is hit."""
        marker = self.marker_at(event.position().toPoint())
        if marker is not None:
            self.chosen.emit(marker.link_id)

    def event(self, event: QEvent) -> bool:
        """Explains the event under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            marker = self.marker_at(event.pos())
            if marker is not None and self._document is not None and marker.event_id in self._document.events:
                QToolTip.showText(event.globalPos(), explain_html(self._document, None, [marker.event_id]), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _follow(self) -> None:
        box = self._view.viewport().geometry()
        self.setGeometry(box.x() - MARGIN, box.y(), MARGIN, box.height())
        self.update()


class Overview(QWidget):
    """A narrow strip beside the scroll bar: where in the whole text events stand; a click goes there."""

    def __init__(self, view: SourceView) -> None:
        super().__init__(view)
        self._view = view
        self._colours = palette_for(False)
        self._markers: Sequence[Marker] = ()
        self._length = 1
        self._selected: frozenset[str] = frozenset()
        self._picture: QPixmap | None = None
        self.setAccessibleName(self.tr("Where events stand in the text"))
        view.looked_elsewhere.connect(self._follow)

    def set_palette_colors(self, palette: Palette) -> None:
        """Takes the colours of a theme."""
        self._colours = palette
        self._redraw()

    def show_markers(self, markers: Sequence[Marker], length: int) -> None:
        """Shows the events of a text of so many code points."""
        self._markers, self._length = markers, max(1, length)
        self._redraw()

    def select(self, selected: frozenset[str]) -> None:
        """Shows the selected events more strongly."""
        self._selected = selected
        self._redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the strip, from a picture that is made once."""
        painter = QPainter(self)
        if self._picture is None:
            self._picture = self._draw()
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Goes to where the pointer is."""
        bar = self._view.verticalScrollBar()
        bar.setValue(round(event.position().y() / max(1, self.height()) * (bar.maximum() + bar.pageStep())) - 3)

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        plain, strong = QColor(self._colours.density), QColor(self._colours.accent)
        places = {round(marker.offset / self._length * self.height()) for marker in self._markers}
        for y in places:
            painter.fillRect(2, y, self.width() - 4, 2, plain)
        for marker in self._markers:
            if marker.event_id in self._selected:
                painter.fillRect(0, round(marker.offset / self._length * self.height()) - 1, self.width(), 3, strong)
        painter.end()
        return picture

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def _follow(self) -> None:
        view = self._view
        right = view.width() - (view.verticalScrollBar().width() if view.verticalScrollBar().isVisible() else 0)
        box = view.viewport().geometry()
        wanted = QRectF(right - OVERVIEW_WIDTH - 1, box.y(), OVERVIEW_WIDTH, box.height()).toRect()
        if wanted != self.geometry():
            self.setGeometry(wanted)
            self._redraw()
        self.setVisible(view.verticalScrollBar().maximum() > 0)


def markers_of(pairs: Sequence[tuple[SourceLink, Event]]) -> list[Marker]:
    """The markers of a source's links, in text order."""
    found = [Marker(link.sentence.start, link.id, event.id, event.status) for link, event in pairs]
    return sorted(found, key=_offset)


def _offset(marker: Marker) -> int:
    return marker.offset
