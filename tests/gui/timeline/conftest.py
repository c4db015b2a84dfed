from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from timeline_app.gui.timeline.canvas import TimelineCanvas
from timeline_app.gui.timeline.view import TimelineView
from timeline_app.model.annotation import Modality
from timeline_app.model.calendar import DAY, day_number
from timeline_app.model.change import Insert
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink, Status
from timeline_app.model.source import PublicationContext, Source
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore


def seconds(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> int:
    return day_number(year, month, day) * DAY + hour * 3600 + minute * 60


def make_document() -> TimelineDocument:
    """Two documents about a ferry that ran aground, with days, an instant, a month, a plan and an undated event."""
    document = TimelineDocument()
    text = "The ferry ran aground on Tuesday. An inquiry opens next week."
    for number, name in enumerate(("Ferry aground", "Inquiry opens")):
        context = PublicationContext(published=TimeValue.day(2023, 3, 9 + number), time_zone="UTC")
        document.apply(Insert(Source(f"s{number}", f"{name}.txt", name, text, "0", context, position=number)))
    facts = (
        ("aground", "Ferry runs aground", TimeValue.day(2023, 3, 7), "s0"),
        ("rescue", "Last passenger leaves the ferry", TimeValue.instant(seconds(2023, 3, 7, 14, 30)), "s0"),
        ("storm", "Storm closes the strait", TimeValue.days(day_number(2023, 3, 3), day_number(2023, 3, 5)), "s0"),
        ("inquiry", "Inquiry is due to open", TimeValue.day(2023, 3, 15), "s1"),
        ("repairs", "Hull was repaired", TimeValue.month(2023, 2), "s1"),
        ("lost", "Captain has not spoken", None, "s1"),
    )
    for id_, title, time, source in facts:
        modality = Modality.PLANNED if id_ == "inquiry" else Modality.HAPPENED
        document.apply(Insert(Event(id_, title, resolved=time, modality=modality, status=Status.ACCEPTED)))
        document.apply(Insert(SourceLink(f"l-{id_}", id_, source, Span(0, 33))))
    return document


class Driver:
    """A shown timeline with its store and selection, and a mouse that speaks in days and events."""

    def __init__(self, store: DocumentStore, selection: Selection, view: TimelineView) -> None:
        self.store, self.selection, self.view = store, selection, view
        self.canvas: TimelineCanvas = view.canvas

    def event_point(self, event_id: str, share: float = 0.5) -> QPoint:
        """A point on an event's bar, `share` of the way along it."""
        columns, frame, area = self.canvas.scene_data.columns, self.canvas.frame, self.canvas.area
        row = columns.row_of(event_id)
        at = frame.events.tolist().index(row)
        left, right = frame.view.x(float(columns.begin[row])), frame.view.x(float(columns.end[row]))
        x = left + share * (max(right, left + 5) - left)
        return QPoint(round(area.left() + x), round(area.top() + frame.y(int(frame.rows[at]))))

    def empty_point(self, share: float = 0.5) -> QPoint:
        """A point of the canvas with nothing under it, near the bottom."""
        area = self.canvas.area
        point = QPoint(round(area.left() + share * area.width()), round(area.bottom() - 4))
        assert self.canvas.hit(point.toPointF()) is None
        return point

    def drag(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses, moves in three steps and lets go."""
        viewport, left = self.canvas.viewport(), Qt.MouseButton.LeftButton
        QTest.mousePress(viewport, left, modifiers, start)
        for step in (1, 2, 3):
            at = QPointF(start + (end - start) * step / 3)
            away = viewport.mapToGlobal(at)
            move = QMouseEvent(QEvent.Type.MouseMove, at, away, Qt.MouseButton.NoButton, left, modifiers)
            QApplication.sendEvent(viewport, move)  # QTest's own moves know no modifiers
        QTest.mouseRelease(viewport, left, modifiers, end)

    def click(self, at: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mouseClick(self.canvas.viewport(), Qt.MouseButton.LeftButton, modifiers, at)

    def double_click(self, at: QPoint) -> None:
        QTest.mouseDClick(self.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.canvas, key)

    def pixels(self, days: float) -> int:
        """Width of a number of days."""
        return round(days * self.canvas.view.scale)

    def shown(self) -> tuple[float, float]:
        return self.canvas.view.begin, self.canvas.view.end

    def time(self, event_id: str) -> TimeValue | None:
        return self.store.document.events[event_id].time


@pytest.fixture
def drive(qtbot) -> Callable[[TimelineDocument], Driver]:
    def start(document: TimelineDocument) -> Driver:
        store = DocumentStore()
        store.adopt(document, None)
        selection = Selection(store)
        view = TimelineView(store, selection)
        qtbot.addWidget(view)
        view.resize(1200, 460)
        with qtbot.waitExposed(view):
            view.show()
        view.load()
        view.canvas.camera.motion = 0
        qtbot.wait(1)
        view.canvas.camera.fit_all()
        return Driver(store, selection, view)

    return start


@pytest.fixture
def timeline(drive) -> Driver:
    driver = drive(make_document())
    driver.view.zoom_to(seconds(2023, 3, 1), seconds(2023, 3, 18))
    return driver
