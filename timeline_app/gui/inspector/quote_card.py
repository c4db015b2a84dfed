"""QuoteCard: one quoted sentence, painted as a whole: labels in layouts take Qt many times as long."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from timeline_app.gui.fonts import SMALL_PIXELS, font
from timeline_app.gui.palette import Palette
from timeline_app.gui.parts import GRID, button
from timeline_app.gui.text_pane.offsets import ShownText
from timeline_app.workspace.retelling import quoted

_LEFT = GRID + 4  # pixels from the bar to the words
_GAP = 2  # pixels between the parts
_LEAST = 120  # pixels of width that the words ask for
_UNBOUNDED = 1_000_000  # pixels


@dataclass(frozen=True, slots=True)
class QuoteWords:
    """What a card says: the sentence, what its phrase was read as, and who says it."""

    link_id: str
    sentence: str
    underlined: tuple[int, int] | None  # the time phrase in it, code points
    told: str
    origin: str
    origin_tip: str
    source: str


class QuoteCard(QWidget):
    """Shows one quote after the other.  `opened` and `unlinked` carry the link's id."""

    opened = Signal(str)
    unlinked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QuoteWords("", "", None, "", "", "", "")
        self._is_current = False
        self._colours: Palette | None = None
        self._sentence, self._told = _Paragraph(font()), _Paragraph(font(SMALL_PIXELS))
        self._unlink = button(self.tr("unlink"), lambda: self.unlinked.emit(self.words.link_id), "small")
        self._unlink.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Show this sentence in its text"))

    def show_words(self, words: QuoteWords, colours: Palette, *, is_current: bool) -> None:
        """Shows a quote; the one that is lit in the text has a stronger bar."""
        if words != self.words:
            self.words = words
            self._sentence.set_text(quoted(words.sentence), words.underlined, behind=1)
            self._told.set_text(words.told)
            self.setAccessibleName(
                self.tr("Quote from {name}: {quote}").format(name=words.source, quote=words.sentence)
            )
            self.setAccessibleDescription("\n".join(filter(None, (words.told, words.origin))))
            self._unlink.setAccessibleName(self.tr("Unlink quote from {name}").format(name=words.source))
            self.updateGeometry()
        self._is_current, self._colours = is_current, colours
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as a pane commonly is."""
        return QSize(_LEFT + 2 * _LEAST, self.heightForWidth(_LEFT + 2 * _LEAST))

    def minimumSizeHint(self) -> QSize:
        """Room for a few words and the button; the height follows from the width."""
        width = max(_LEFT + _LEAST, _LEFT + self._unlink.sizeHint().width() + GRID)
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        """The sentence wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Of the sentence, what it was read as, and the line with its source."""
        return self._top_of_row(width) + self._row_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button stays at the right below."""
        super().resizeEvent(event)
        size = self._unlink.sizeHint()
        top = self._top_of_row(self.width()) + (self._row_height() - size.height()) // 2
        self._unlink.setGeometry(QRect(QPoint(self.width() - size.width(), top), size))

    def changeEvent(self, event: QEvent) -> None:
        """Another style may change the button."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Beside its own tip there is one for the source, on its line."""
        if isinstance(event, QHelpEvent) and event.pos().y() >= self._top_of_row(self.width()):
            QToolTip.showText(event.globalPos(), self.words.origin_tip, self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the sentence."""
        self.opened.emit(self.words.link_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space opens the sentence."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.words.link_id)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the focus."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hides the focus."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, and the bar at the left: stronger where the sentence is lit, in the accent with the focus."""
        colours = self._colours
        if colours is None:
            return
        strong = self._is_current or self.hasFocus()
        painter = QPainter(self)
        painter.fillRect(
            0, 0, 4 if strong else 2, self.height(), QColor(colours.accent if strong else colours.timex_time)
        )
        width = self.width() - _LEFT
        painter.setPen(QColor(colours.text))
        self._sentence.paint(painter, QPointF(_LEFT, 0), width)
        painter.setPen(QColor(colours.muted))
        if self.words.told:
            self._told.paint(painter, QPointF(_LEFT, self._sentence.height(width) + _GAP), width)
        self._paint_origin(painter)
        painter.end()

    def _paint_origin(self, painter: QPainter) -> None:
        small = font(SMALL_PIXELS)
        room = QRect(_LEFT, self._top_of_row(self.width()), self._unlink.x() - GRID // 2 - _LEFT, self._row_height())
        told = QFontMetrics(small).elidedText(self.words.origin, Qt.TextElideMode.ElideMiddle, room.width())
        painter.setFont(small)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, told)

    def _top_of_row(self, width: int) -> int:
        """Where the line with the source begins."""
        room = width - _LEFT
        told = self._told.height(room) + _GAP if self.words.told else 0
        return self._sentence.height(room) + _GAP + told

    def _row_height(self) -> int:
        return self._unlink.sizeHint().height()


class _Paragraph:
    """Wrapped text in one face, laid out once for a width."""

    def __init__(self, face: QFont) -> None:
        self._layout = QTextLayout("", face)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._heights: dict[int, int] = {}
        self._width = -1  # that it is laid out for

    def set_text(self, text: str, underlined: tuple[int, int] | None = None, *, behind: int = 0) -> None:
        """Another text, some of which is underlined: code points, counted from `behind` its first ones."""
        shown = ShownText(text)
        self._layout.setText(shown.shown)
        marks = [_underline(*(shown.to_qt(place + behind) for place in underlined))] if underlined is not None else []
        self._layout.setFormats(marks)
        self._heights.clear()
        self._width = -1

    def height(self, width: int) -> int:
        """Pixels that it takes at this width."""
        if (known := self._heights.get(width)) is None:
            known = self._heights[width] = self._lay_out(width)
        return known

    def paint(self, painter: QPainter, at: QPointF, width: int) -> None:
        """Draws it in the painter's pen."""
        if self._width != width:
            self._lay_out(width)
        self._layout.draw(painter, at)

    def _lay_out(self, width: int) -> int:
        self._width, top = width, 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, top))
            top += line.height()
        self._layout.endLayout()
        return ceil(top)


def _underline(start: int, end: int) -> QTextLayout.FormatRange:
    line, made = QTextCharFormat(), QTextLayout.FormatRange()
    line.setFontUnderline(True)
    made.start, made.length, made.format = start, end - start, line
    return made
