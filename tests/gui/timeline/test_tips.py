"""What the timeline tells of lanes, clusters and lines while the cursor rests on them."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication

from timeline_app.chart.hit import cluster_extent
from timeline_app.gui.timeline import canvas as canvas_module
from timeline_app.model.change import Insert, Replace
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.time_value import TimeValue


def tip_at(timeline, at: QPointF, monkeypatch) -> str:
    """What a cursor that rests at a point is told, as the canvas hands it to Qt."""
    told: list[str] = []
    monkeypatch.setattr(canvas_module.QToolTip, "showText", lambda _at, words, _widget: told.append(words))
    viewport = timeline.canvas.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, at.toPoint(), viewport.mapToGlobal(at.toPoint())))
    return told[-1]


def test_a_lane_tells_its_whole_name(drive, monkeypatch):
    document, name = TimelineDocument(), "Ministry of the Interior and of Public Works, press office for the provinces"
    for number in range(3):
        value = TimeValue.day(2023, 3, 7 + number)
        document.apply(Insert(Event(f"e{number}", "Meeting", resolved=value, place=name if number else "<b>Elm</b>")))
    document.apply(Replace(replace(document.settings, lanes_by="place")))
    timeline = drive(document)
    area = timeline.canvas.area
    tops = timeline.canvas.frame.arrangement.lane_top
    tips = [tip_at(timeline, QPointF(20, area.top() + top + 10), monkeypatch) for top in tops.tolist()]
    assert tips[1] == f"{name}\n2 events · click to fold"
    assert "&lt;b&gt;Elm&lt;/b&gt;" in tips[0]
    timeline.canvas.toggle_lane(1)
    assert "click to unfold" in tip_at(timeline, QPointF(20, area.top() + tops[1] + 10), monkeypatch)
    assert tip_at(timeline, QPointF(20, area.bottom() - 4), monkeypatch) == ""


def test_a_cluster_tells_its_period_and_what_is_in_it(drive, monkeypatch):
    document = TimelineDocument()
    for number in range(400):
        value = TimeValue.day(2023, 3, 7)
        document.apply(Insert(Event(f"e{number}", f"Meeting {number}", resolved=value)))
    document.apply(Insert(Event("far", "Long ago", resolved=TimeValue.year(1600))))
    timeline = drive(document)
    canvas, frame = timeline.canvas, timeline.canvas.frame
    left, right = cluster_extent(frame.arrangement, 0, frame.view)
    y = frame.y(int(frame.arrangement.cluster_row[0]))
    words = tip_at(timeline, canvas.area.topLeft() + QPointF((left + right) / 2, y), monkeypatch).split("\n")
    assert words[0] == "400 events, 7 March 2023"
    assert len([line for line in words if line.startswith("  Meeting ")]) == 6
    assert words[-2:] == ["  and 394 more", "double-click to zoom to them"]


def test_a_publication_line_names_its_sources(timeline, monkeypatch):
    canvas = timeline.canvas
    x = canvas.view.x(canvas.frame.markers[0].days)
    for y in (canvas.area.bottom() + 6, canvas.area.bottom() - 4):
        words = tip_at(timeline, QPointF(canvas.area.left() + x, y), monkeypatch)
        assert words == "published 9 March 2023\n  Ferry aground"
    assert tip_at(timeline, QPointF(canvas.area.left() + x + 30, canvas.area.bottom() + 6), monkeypatch) == ""
