"""SectionHeading: the name and count of a list in a column; a click or the space bar folds the list away."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from timeline_app.gui.fonts import SMALL_PIXELS, font
from timeline_app.gui.palette import Palette, palette_for
from timeline_app.gui.parts import GRID

_INDENT = GRID * 2  # pixels; the words stand where those of the rows do, the chevron before them
_HEIGHT = 18


class SectionHeading(QAbstractButton):
    """Checked while its list is folded away.  What cannot be folded is a plain heading without a chevron."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = palette_for(False)
        self._face = font(SMALL_PIXELS, strong=True)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(1)  # no words of a count or a language make the pane wider than it was left
        self.toggled.connect(self._tell_state)

    @property
    def is_folded(self) -> bool:
        """Whether the list below is folded away."""
        return self.isChecked() and self.isEnabled()

    def set_palette_colors(self, palette: Palette) -> None:
        """Takes the colours of a theme."""
        self._colours = palette
        self.update()

    def show_text(self, text: str, *, folds: bool) -> None:
        """Names the list, with its count; `folds` where there is a list to fold."""
        self.setText(text)
        self.setEnabled(folds)
        self._tell_state()
        self.updateGeometry()
        self.update()

    def _tell_state(self) -> None:
        told = self.tr("{list}, folded") if self.is_folded else self.tr("{list}, unfolded")
        self.setAccessibleName(told.format(list=self.text()) if self.isEnabled() else self.text())
        tip = self.tr("Click to show the list") if self.is_folded else self.tr("Click to fold the list away")
        self.setToolTip(tip if self.isEnabled() else "")

    def sizeHint(self) -> QSize:
        """The words and the room before them."""
        width = QFontMetricsF(self._face).horizontalAdvance(self.text())
        return QSize(round(_INDENT + width + GRID // 2), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Words may be cut."""
        return QSize(1, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the chevron, the words, and the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_lit = self.isEnabled() and (self.underMouse() or self.hasFocus())
        colour = QColor(self._colours.text if is_lit else self._colours.muted)
        middle = self.height() / 2
        if self.isEnabled():
            painter.setPen(QPen(colour, 1.3))
            painter.drawPolyline(_chevron(QPointF(GRID + 0.5, middle), folded=self.isChecked()))
        painter.setFont(self._face)
        painter.setPen(colour)
        box = self.rect().adjusted(_INDENT, 0, 0, 0)
        words = QFontMetricsF(self._face).elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width() + 1)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._colours.accent), 1))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(2.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()


def _chevron(middle: QPointF, *, folded: bool) -> list[QPointF]:
    """Three points that point right, or down."""
    corners = ((-1.5, -3), (1.5, 0), (-1.5, 3)) if folded else ((-3, -1.5), (0, 1.5), (3, -1.5))
    return [middle + QPointF(x, y) for x, y in corners]
