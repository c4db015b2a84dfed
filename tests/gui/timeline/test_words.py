"""Words of any script stand whole beside their bars and in the lane headers."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from timeline_app.gui.palette import LIGHT
from timeline_app.gui.timeline.ink import Ink

WORDS = ["Harbour gate", "Café naïve", "ההפגנה בתל אביב", "مرفأ بيروت يُغلق", "Quay القاهرة Ä"]


def inked(image: QImage) -> np.ndarray:
    """Which rows of pixels hold any ink."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = np.frombuffer(grey.constBits(), dtype=np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return (pixels[:, : grey.width()] < 250).any(axis=1)


def blank(width: int = 400, height: int = 80) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


@pytest.mark.parametrize("text", WORDS)
@pytest.mark.parametrize("strong", [False, True])
def test_words_from_the_sheet_are_as_high_as_words_drawn_freely_and_on_the_line_of_others(qapp, text, strong):
    ink = Ink(LIGHT)
    stamped, free = blank(), blank()
    painter = QPainter(stamped)
    ink.write_all(painter, [(10.0, 30.0, text, strong)])
    painter.end()
    painter = QPainter(free)
    painter.setFont(ink.font_of(strong))
    painter.setPen(ink.text if strong else ink.muted)
    painter.drawText(10, round(30 + ink.metrics.ascent()), text)
    painter.end()
    rows, wanted = np.flatnonzero(inked(stamped)), np.flatnonzero(inked(free))
    assert abs(rows[0] - wanted[0]) <= 1
    assert abs(rows[-1] - wanted[-1]) <= 1


@pytest.mark.parametrize("text", WORDS)
def test_a_label_is_high_enough_for_its_letters(qapp, text):
    words = Ink(LIGHT).words(text)
    room = blank(500, 60)
    painter = QPainter(room)
    painter.translate(10, 20)
    words.paint(painter)
    painter.end()
    rows = np.flatnonzero(inked(room))
    assert rows[0] >= 20
    assert rows[-1] <= 20 + words.height
