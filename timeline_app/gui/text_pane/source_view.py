"""SourceView: the text itself, read-only, with its marks.

The marks are painted around the letters, never put into the text: a report of a megabyte with thousands of marks is
shown and scrolled as fast as its bare text, and lighting a sentence is one repaint.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLine,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QToolTip, QWidget

from timeline_app.gui.fonts import READING_PIXELS, font
from timeline_app.gui.palette import Palette, palette_for
from timeline_app.gui.text_pane.explain import explain_html
from timeline_app.gui.text_pane.ink import (
    BlockInk,
    ink_of,
    paint_above,
    paint_below,
)
from timeline_app.gui.text_pane.lights import Lights
from timeline_app.gui.text_pane.marks import Marks, Shown, expression_at, links_at, marks_of, shown_links
from timeline_app.gui.text_pane.offsets import ShownText
from timeline_app.gui.text_pane.spacing import SpacedLayout
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink
from timeline_app.model.token import Span

COLUMN = 720  # pixels that a line of text may be wide at most
MARGIN = 40  # pixels at the left at least, for the markers of events
_SPACING = 1.32  # of lines, in their own height
_SMALLEST, _LARGEST = 10, 32  # pixels of the letters


class SourceView(QPlainTextEdit):
    """Shows one source of a document.

    `clicked` carries the code point that a plain click hit, `menu_requested` the one under the pointer (or None) and
    the place on the screen, `zoomed` the new size of the letters.
    """

    clicked = Signal(int)
    menu_requested = Signal(object, QPoint)
    zoomed = Signal(int)
    laid_out = Signal()  # in another width or size of letters: no line is where it was
    looked_elsewhere = Signal()  # scrolled, resized or marked otherwise: what stands beside it moves along

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        self._layout = SpacedLayout(document, _SPACING)
        document.setDocumentLayout(self._layout)
        self.setDocument(document)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setCursorWidth(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Text of the source"))
        self.document().setDocumentMargin(8)
        self._colours = palette_for(False)
        self._document: TimelineDocument | None = None
        self._source_id: str | None = None
        self.is_shown: Shown | None = None
        self._text = ShownText("")
        self._marks = Marks()
        self.pairs: list[tuple[SourceLink, Event]] = []  # the links that are lit, with their events, in text order
        self._ink: dict[int, BlockInk] = {}
        self._lit: Span | None = None
        self._lights = Lights()
        self._press = QPoint()
        self.set_size(READING_PIXELS)
        self.updateRequest.connect(lambda *_: self.looked_elsewhere.emit())

    # ---- what is shown

    def set_palette_colors(self, palette: Palette) -> None:
        """Takes the colours of a theme."""
        self._colours = palette
        self._repaint()

    def set_size(self, pixels: int) -> None:
        """Sets the size of the letters; the paragraph at the top stays there."""
        pixels = max(_SMALLEST, min(_LARGEST, pixels))
        if self.font().pixelSize() == pixels:
            return
        top = self.firstVisibleBlock()
        self._forget_layout()
        face: QFont = font(pixels)
        self.setFont(face)
        self.document().setDefaultFont(face)
        if top.blockNumber() > 0:
            cursor = QTextCursor(top)
            self.setTextCursor(cursor)
            self.centerCursor()
        self.zoomed.emit(pixels)

    def show_source(self, document: TimelineDocument, source_id: str | None) -> None:
        """Shows another source from its top, or nothing."""
        self._document, self._source_id, self._lit = document, source_id, None
        self._lights = Lights(self._lights.words)
        self._text = ShownText(document.sources[source_id].text if source_id is not None else "")
        self._forget_layout()
        self._marks, self.pairs = Marks(), []
        self.setPlainText(self._text.shown)
        self.refresh_marks()

    def refresh_marks(self, only_if_changed: bool = False) -> None:
        """Draws bands, underlines and greyed stretches anew; position and selection stay."""
        if self._document is None or self._source_id not in self._document.sources:
            self.pairs = []  # an undo that is carried out in slices may have taken the source away already
            return
        self.pairs = shown_links(self._document, self._source_id, self.is_shown)
        marks = marks_of(self._document, self._source_id, self.pairs)
        if only_if_changed and marks == self._marks:
            return
        self._marks = marks
        self._repaint()

    @property
    def marks(self) -> Marks:
        """What is marked, in code points."""
        return self._marks

    @property
    def lit(self) -> Span | None:
        """The sentence that is lit."""
        return self._lit

    def light(self, span: Span | None) -> None:
        """Lights the sentence of the selected event and scrolls it into view; None lights nothing."""
        if span != self._lit:
            self._lit = span
            self._lights.sentence = self._to_qt(span) if span is not None else None
            self._repaint(keep_ink=True)
        if span is not None:
            self.reveal(span)

    def show_hits(self, hits: Sequence[Span], current: int) -> None:
        """Marks what a search found; the current one more strongly."""
        self._lights.hits, self._lights.current = [self._to_qt(hit) for hit in hits], current
        self._repaint(keep_ink=True)
        if 0 <= current < len(hits):
            self.reveal(hits[current])

    def light_words(self, words: Sequence[str]) -> None:
        """Lights words and phrases wherever the text holds them, as long as nothing else is searched for in it."""
        if tuple(words) != self._lights.words:
            self._lights.look_for(words)
            self._repaint(keep_ink=True)

    def _to_qt(self, span: Span) -> tuple[int, int]:
        return self._text.to_qt(span.start), self._text.to_qt(span.end)

    def reveal(self, span: Span) -> None:
        """Scrolls a stretch to the middle of the view, unless it is in view already."""
        start = self.document().findBlock(self._text.to_qt(span.start))
        end = self.document().findBlock(self._text.to_qt(span.end))
        top = self.firstVisibleBlock().blockNumber()
        if top <= start.blockNumber() and end.blockNumber() <= top + self.viewport().height() // self._line_height():
            first, last = self.rect_of(span.start), self.rect_of(span.end)
            if first.top() >= 0 and last.bottom() <= self.viewport().height():
                return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._text.to_qt(span.start))
        self.setTextCursor(cursor)
        self.centerCursor()

    # ---- selection and positions

    def selected_span(self) -> Span | None:
        """The selected text in code points, without the blanks at its ends; None when nothing is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or self._document is None or self._source_id is None:
            return None
        start = self._text.to_source(cursor.selectionStart())
        end = self._text.to_source(cursor.selectionEnd())
        chosen = self._document.sources[self._source_id].text[start:end]
        start, end = start + len(chosen) - len(chosen.lstrip()), end - (len(chosen) - len(chosen.rstrip()))
        return Span(start, end) if start < end else None

    def select_span(self, span: Span) -> None:
        """Selects text as if it were dragged over."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._text.to_qt(span.start))
        cursor.setPosition(self._text.to_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def clear_selection(self) -> None:
        """Drops the text selection; nothing scrolls."""
        scroll = self.verticalScrollBar().value()
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scroll)

    def offset_at(self, position: QPoint) -> int | None:
        """The code point under a position of the viewport, whichever way its line runs; None beside the text."""
        for block, corner in self.visible_blocks():
            layout = block.layout()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                top = corner.y() + line.y()
                if not top - 3 <= position.y() <= top + line.height() * _SPACING:
                    continue
                x = position.x() - corner.x()
                box = line.naturalTextRect()
                if not box.left() - 4 <= x <= box.right() + 4:
                    return None
                unit = line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
                return self._text.to_source(block.position() + int(unit))
        return None

    def rect_of(self, offset: int) -> QRect:
        """Where a code point stands in the viewport."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._text.to_qt(offset))
        return self.cursorRect(cursor)

    def line_of(self, block: QTextBlock, offset: int) -> tuple[float, float]:
        """Top and height of the line of a paragraph that holds a code point, from the paragraph's corner."""
        line = block.layout().lineForTextPosition(self._text.to_qt(offset) - block.position())
        return (line.y(), line.height()) if line.isValid() else (0.0, float(self._line_height()))

    def span_of(self, block: QTextBlock) -> Span:
        """The code points of a paragraph."""
        end = self._text.to_source(block.position() + block.length())
        return Span(self._text.to_source(block.position()), max(end, self._text.to_source(block.position()) + 1))

    def visible_blocks(self) -> Iterator[tuple[QTextBlock, QPointF]]:
        """The paragraphs in view, each with its corner."""
        block, corner, height = self.firstVisibleBlock(), self.contentOffset(), self.viewport().height()
        while block.isValid() and corner.y() <= height:
            yield block, corner
            corner = corner + QPointF(0, self._layout.blockBoundingRect(block).height())
            block = block.next()

    def _line_height(self) -> int:
        return max(8, self.fontMetrics().height())

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bands below the letters, the letters, then underlines and veils above them."""
        blocks = list(self.visible_blocks())
        painter = QPainter(self.viewport())
        painter.setPen(Qt.PenStyle.NoPen)
        inks = [(self._ink_of(block), corner) for block, corner in blocks]
        for ink, corner in inks:
            if ink.bands:
                painter.translate(corner)
                paint_below(painter, ink, self._colours)
                painter.translate(-corner)
        self._lights.paint(painter, blocks, self.viewport().height(), self._colours)
        painter.end()
        super().paintEvent(event)
        painter.begin(self.viewport())
        for ink, corner in inks:
            if ink.veils or ink.underlines:
                painter.translate(corner)
                paint_above(painter, ink, self._colours)
                painter.translate(-corner)
        painter.end()

    def _ink_of(self, block: QTextBlock) -> BlockInk:
        number = block.blockNumber()
        ink = self._ink.get(number)
        if ink is None:
            start = self._text.to_source(block.position())
            end = self._text.to_source(block.position() + block.length())
            ink = self._ink[number] = ink_of(block, self._marks.within(start, end), self._text.to_qt)
        return ink

    def _repaint(self, *, keep_ink: bool = False) -> None:
        if not keep_ink:
            self._ink.clear()
        self.viewport().update()
        self.looked_elsewhere.emit()

    def _forget_layout(self) -> None:
        self._layout.forget()
        self._ink.clear()
        self.laid_out.emit()

    # ---- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the column of text readable and in the middle."""
        is_as_wide = event.size().width() == event.oldSize().width()  # its lines stay
        if not is_as_wide:
            self._forget_layout()
        side = max(MARGIN, (self.width() - COLUMN) // 2)
        self.setViewportMargins(side, 0, max(MARGIN // 2, side - self.verticalScrollBar().width()), 0)
        super().resizeEvent(event)
        if not is_as_wide:
            self._forget_layout()
        self.looked_elsewhere.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl, makes the letters larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_size(self.font().pixelSize() + (1 if event.angleDelta().y() > 0 else -1))
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys scroll where nothing is selected, since a read-only text has no caret to move."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() in steps:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers where a click began."""
        self._press = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click that selected no text is a click on what lies there."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        still = (point - self._press).manhattanLength() < 4
        if event.button() == Qt.MouseButton.LeftButton and still and not self.textCursor().hasSelection():
            offset = self.offset_at(point)
            if offset is not None:
                self.clicked.emit(offset)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for a menu about what lies under the pointer."""
        self.menu_requested.emit(self.offset_at(event.pos()), event.globalPos())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Explains the phrase and the sentence under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self._explain(event.pos())
            if text:
                QToolTip.showText(event.globalPos(), text, self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _explain(self, position: QPoint) -> str:
        offset = self.offset_at(position)
        if offset is None or self._document is None or self._source_id is None:
            return ""
        links = links_at(self._document, self._source_id, offset, self.is_shown)
        events = list(dict.fromkeys(link.event_id for link in links))
        return explain_html(self._document, expression_at(self._document, self._source_id, offset), events)
