"""A column is as wide as its widest content was, so that the window keeps its layout from one event to the next."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.gui.scroll_column import ScrollColumn


class Layouts(QObject):
    """Counts how often a widget is asked to lay out anew what it holds."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def test_narrower_content_lays_nothing_out_and_wider_content_gets_its_room(qtbot: QtBot) -> None:
    body, window = QWidget(), QWidget()
    qtbot.addWidget(window)
    content = QWidget()
    content.setMinimumWidth(220)
    QVBoxLayout(body).addWidget(content)
    column = ScrollColumn(body)
    QVBoxLayout(window).addWidget(column)
    with qtbot.waitExposed(window):
        window.show()
    wide = column.minimumSizeHint().width()
    layouts = Layouts(window)
    content.setMinimumWidth(120)
    qtbot.wait(20)
    assert column.minimumSizeHint().width() == wide
    assert layouts.count == 0
    content.setMinimumWidth(260)
    qtbot.waitUntil(lambda: layouts.count > 0)
    assert column.minimumSizeHint().width() == wide + 40
