"""Lines through the lanes: as wide, and as long in their dashes, on a screen of any density."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from timeline_app.gui.timeline.ground import draw_dashes


@pytest.mark.parametrize("ratio", [1, 2, 3])
def test_a_dashed_line_is_one_logical_pixel_wide(qtbot: QtBot, ratio: int) -> None:
    image = QImage(20 * ratio, 30 * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_dashes(painter, "#0000ff", 10, 0, 30)
    painter.end()
    inked = {(x, y) for x in range(20 * ratio) for y in range(30 * ratio) if image.pixelColor(x, y).name() != "#ffffff"}
    assert {image.pixelColor(x, y).name() for x, y in inked} == {"#0000ff"}, "no pixel is half lit"
    assert {x for x, _ in inked} == set(range(10 * ratio, 11 * ratio))
    assert {y for _, y in inked} >= set(range(4 * ratio - 1)), "the first dash is four logical pixels long"
    assert not {y for _, y in inked} & set(range(5 * ratio, 6 * ratio - 1))
