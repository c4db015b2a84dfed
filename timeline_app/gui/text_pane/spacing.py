"""SpacedLayout: the lazy layout of plain text with room between the lines, which Qt's own does not offer."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout
from PySide6.QtWidgets import QPlainTextDocumentLayout


class SpacedLayout(QPlainTextDocumentLayout):
    """Lays paragraphs out when they are first looked at, each line `spacing` times as high as its letters need.

    Heights are kept, since Qt asks for those of every paragraph in view several times a frame; `forget` must be told
    of another text, width or typeface.
    """

    def __init__(self, document: QTextDocument, spacing: float) -> None:
        super().__init__(document)
        self._spacing = spacing
        self._rects: dict[int, QRectF] = {}

    def forget(self) -> None:
        """Lays out anew whatever is looked at next."""
        self._rects.clear()

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Place and height of a paragraph, whose lines are spread apart the first time."""
        number = block.blockNumber()
        known = self._rects.get(number)
        if known is not None and block.layout().lineCount():
            return known
        super().blockBoundingRect(block)
        leftwards = block.textDirection() is Qt.LayoutDirection.RightToLeft
        gap = self._spread(block.layout(), leftwards)
        rect = super().blockBoundingRect(block).adjusted(0, 0, 0, gap)
        if block.isValid():
            self._rects[number] = rect
        return rect

    def _spread(self, layout: QTextLayout, leftwards: bool) -> float:
        """Moves the lines apart, and to the right where they are read from there; answers the room below the last."""
        gap, top, margin = 0.0, 0.0, self.document().documentMargin()  # lines that were moved once may come again
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            gap = round(line.height() * (self._spacing - 1))
            indent = max(0.0, line.width() - line.naturalTextWidth()) if leftwards else 0.0
            line.setPosition(QPointF(margin + indent, top))
            top += line.height() + gap
        return gap
