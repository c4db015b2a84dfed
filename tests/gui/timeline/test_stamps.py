import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from timeline_app.gui.palette import LIGHT
from timeline_app.gui.timeline import stamps as stamps_module
from timeline_app.gui.timeline.ink import Ink
from timeline_app.gui.timeline.stamps import Stamps


def square(stamps: Stamps, number: int) -> int:
    """The number of the stamp of a square of a colour of its own."""

    def paint(painter: QPainter) -> None:
        painter.fillRect(0, 0, 200, 100, QColor(colour(number)))

    return stamps.stamp(number, 200, 100, paint).number


def colour(number: int) -> str:
    return QColor.fromHsv(number * 7 % 360, 255, 120 + number % 100).name()


def drawn(stamps: Stamps, numbers: list[int]) -> list[str]:
    """The colour in the middle of each stamp, drawn beside each other in one call."""
    paper = QPixmap(200 * len(numbers), 100)
    paper.fill(Qt.GlobalColor.white)
    pieces = np.zeros((len(numbers), 6))
    pieces[:, 0] = 200 * np.arange(len(numbers))
    pieces[:, 2:] = stamps.places[numbers]
    painter = QPainter(paper)
    stamps.draw(painter, pieces)
    painter.end()
    image = paper.toImage()
    return [image.pixelColor(200 * i + 100, 50).name() for i in range(len(numbers))]


def test_stamps_of_several_pages_are_drawn_in_one_call(qapp):
    stamps = Stamps(1.0)
    numbers = [square(stamps, number) for number in range(120)]  # fifty fill a page
    assert stamps.places[numbers[0], 1] != stamps.places[numbers[-1], 1]
    assert drawn(stamps, numbers) == [colour(number) for number in range(120)]


def test_the_oldest_page_is_forgotten_and_what_it_held_is_painted_again(qapp, monkeypatch):
    monkeypatch.setattr(stamps_module, "_PAGES", 2)
    stamps = Stamps(1.0)
    for first in range(0, 600, 60):
        stamps.tidy()
        numbers = [square(stamps, number) for number in [0, *range(first, first + 60)]]
        assert drawn(stamps, numbers) == [colour(0), *map(colour, range(first, first + 60))]
    assert len(stamps.places) <= 256  # numbers of what was forgotten are given anew


def test_what_was_made_of_forgotten_stamps_is_made_again(qapp, monkeypatch):
    monkeypatch.setattr(stamps_module, "_PAGES", 1)
    stamps, owner, made = Stamps(1.0), object(), iter("ab")
    square(stamps, 0)
    assert [stamps.kept(owner, lambda: next(made)) for _ in range(2)] == ["a", "a"]
    for number in range(120):
        square(stamps, number)
    stamps.tidy()
    assert stamps.kept(owner, lambda: next(made)) == "b"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "AVATAR To: Wakefield, LT. 1917. However, in March",
        "support lines and then further back to the",
        "“Nowhere” – 30 €…",
        "Überfluß in Łódź, Příbram and Đakovo",
        "Министр прибыл в Тверь",
        "عاد الوزير إلى بيروت",
        "שר החוץ חזר לירושלים",
        "flood 🌊 in the valley",
        "首相が辞任した",
        "a\ud800b",
    ],
)
def test_the_letters_of_a_label_tell_how_much_room_it_needs(qapp, text):
    ink = Ink(LIGHT)
    for strong, advances in ((False, ink.advances), (True, ink.strong_advances)):
        room = float(advances.widths(["x", text, "y"])[1])
        whole = (ink.strong_metrics if strong else ink.metrics).horizontalAdvance(text)
        assert whole <= room <= whole + 3 + 0.25 * len(text)
