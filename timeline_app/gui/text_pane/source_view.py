"""SourceView: the text itself, read-only, with its marks."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QToolTip, QWidget

from timeline_app.gui.fonts import READING_PIXELS, font
from timeline_app.gui.palette import Palette, palette_for
from timeline_app.gui.text_pane.explain import explain_html
from timeline_app.gui.text_pane.marks import Certainty, Look, Run, expression_at, links_at, runs_of
from timeline_app.gui.text_pane.offsets import ShownText
from timeline_app.model.document import TimelineDocument
from timeline_app.model.token import Span

COLUMN = 720  # pixels that a line of text may be wide at most
_MARGIN = 24


class SourceView(QPlainTextEdit):
    """Shows one source of a document.  Emits `clicked` with the code point that a plain click hit."""

    clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setCursorWidth(0)
        self.setFont(font(READING_PIXELS))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Text of the source")
        self.document().setDocumentMargin(8)
        self._colours = palette_for(False)
        self._document: TimelineDocument | None = None
        self._source_id: str | None = None
        self._text = ShownText("")
        self._runs: list[Run] = []
        self._lit: Span | None = None
        self._press = QPoint()

    def set_palette_colors(self, palette: Palette) -> None:
        """Takes the colours of a theme."""
        self._colours = palette
        self.refresh_marks()

    def show_source(self, document: TimelineDocument, source_id: str | None) -> None:
        """Shows another source from its top, or nothing."""
        self._document, self._source_id, self._lit = document, source_id, None
        self._text = ShownText(document.sources[source_id].text if source_id is not None else "")
        self.setPlainText(self._text.shown)
        self.refresh_marks()

    def refresh_marks(self, only_if_changed: bool = False) -> None:
        """Draws bands, underlines and greyed stretches anew; position and selection stay."""
        if self._document is None or self._source_id is None:
            return
        runs = runs_of(self._document, self._source_id)
        stretch = _differing(self._runs, runs) if only_if_changed else Span(0, len(self._text.shown))
        if stretch is None:
            return
        self._runs = runs
        scroll = self.verticalScrollBar().value()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setPosition(self._text.to_qt(stretch.start))
        cursor.setPosition(self._text.to_qt(stretch.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(QTextCharFormat())
        formats: dict[Look, QTextCharFormat] = {}
        for run in runs:
            if run.end > stretch.start and run.start < stretch.end:
                self._paint_run(cursor, run, formats)
        if self._lit is not None:
            self._paint_band(cursor, self._lit, self._colours.event_band_selected)
        cursor.endEditBlock()
        self.verticalScrollBar().setValue(scroll)

    def light(self, span: Span | None) -> None:
        """Lights the sentence of the selected event and scrolls it into view; None lights nothing."""
        if span != self._lit:
            cursor = QTextCursor(self.document())
            cursor.beginEditBlock()
            if self._lit is not None:
                self._paint_band(cursor, self._lit, self._colours.event_band)
            if span is not None:
                self._paint_band(cursor, span, self._colours.event_band_selected)
            cursor.endEditBlock()
            self._lit = span
        if span is not None:
            self.reveal(span)

    def reveal(self, span: Span) -> None:
        """Scrolls a stretch to the middle of the view, unless it is in view already."""
        start, end = self._rect_of(span.start), self._rect_of(span.end)
        if start.top() < 0 or end.bottom() > self.viewport().height():
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._text.to_qt(span.start))
            self.setTextCursor(cursor)
            self.centerCursor()

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
        self.setTextCursor(self._cursor(span))

    def clear_selection(self) -> None:
        """Drops the text selection; nothing scrolls."""
        scroll = self.verticalScrollBar().value()
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scroll)

    def offset_at(self, position: QPoint) -> int | None:
        """The code point under a position of the viewport; None beside the text."""
        cursor = self.cursorForPosition(position)
        rect = self.cursorRect(cursor)
        if abs(rect.center().y() - position.y()) > rect.height():
            return None
        unit = cursor.position()
        if rect.left() > position.x() and not cursor.atBlockStart():
            unit -= 1  # Qt answers the gap nearest to the point; the character is the one left of it
        return self._text.to_source(unit)

    def _rect_of(self, offset: int) -> QRect:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._text.to_qt(offset))
        return self.cursorRect(cursor)

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._text.to_qt(span.start))
        cursor.setPosition(self._text.to_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _paint_run(self, cursor: QTextCursor, run: Run, formats: dict[Look, QTextCharFormat]) -> None:
        if run.look not in formats:
            formats[run.look] = self._format(run.look)
        cursor.setPosition(self._text.to_qt(run.start))
        cursor.setPosition(self._text.to_qt(run.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(formats[run.look])

    def _paint_band(self, cursor: QTextCursor, span: Span, colour: str) -> None:
        band = QTextCharFormat()
        band.setBackground(QColor(colour))
        cursor.setPosition(self._text.to_qt(span.start))
        cursor.setPosition(self._text.to_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(band)

    def _format(self, look: Look) -> QTextCharFormat:
        made = QTextCharFormat()
        if look.faint:
            made.setForeground(QColor(self._colours.faint))
        if look.band:
            made.setBackground(QColor(self._colours.event_band))
        if look.timex is not None and look.certainty is not None:
            style = {
                Certainty.RESOLVED: QTextCharFormat.UnderlineStyle.SingleUnderline,
                Certainty.AMBIGUOUS: QTextCharFormat.UnderlineStyle.DotLine,
                Certainty.UNRESOLVED: QTextCharFormat.UnderlineStyle.WaveUnderline,
            }[look.certainty]
            lost = look.certainty is Certainty.UNRESOLVED
            made.setUnderlineStyle(style)
            made.setUnderlineColor(QColor(self._colours.unresolved if lost else self._colours.timex(look.timex)))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the column of text readable and in the middle."""
        side = max(_MARGIN, (self.width() - COLUMN) // 2)
        self.setViewportMargins(side, 0, max(_MARGIN, side - self.verticalScrollBar().width()), 0)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the text and, left of it, a bar beside the lit sentence: a cue besides colour."""
        super().paintEvent(event)
        if self._lit is None:
            return
        top, bottom = self._rect_of(self._lit.start).top(), self._rect_of(self._lit.end).bottom()
        painter = QPainter(self.viewport())
        painter.fillRect(0, top, 3, bottom - top, QColor(self._colours.accent))
        painter.end()

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
        links = links_at(self._document, self._source_id, offset)
        events = list(dict.fromkeys(link.event_id for link in links))
        return explain_html(self._document, expression_at(self._document, self._source_id, offset), events)


def _differing(old: list[Run], new: list[Run]) -> Span | None:
    """The stretch outside which two lists of runs are the same, None where they are equal."""
    changed = sorted(set(old) ^ set(new))
    return Span(changed[0].start, max(run.end for run in changed)) if changed else None
