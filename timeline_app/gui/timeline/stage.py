"""Stage: the layers of the canvas, where they stand, and what each of them paints."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from timeline_app.chart.viewport import MAX_SPAN, MIN_SPAN
from timeline_app.gui.timeline.event_painting import paint_events
from timeline_app.gui.timeline.ground import paint_ground
from timeline_app.gui.timeline.headers import WINDOW, paint_headers
from timeline_app.gui.timeline.label_painting import paint_labels
from timeline_app.gui.timeline.layers import Layer
from timeline_app.gui.timeline.overview import OVERVIEW, paint_overview, paint_overview_label, paint_window
from timeline_app.gui.timeline.pyqtgraph_parts import ViewBox
from timeline_app.gui.timeline.review_buttons import paint_review_buttons
from timeline_app.gui.timeline.surroundings import (
    AXIS,
    MARKER_STRIP,
    paint_axis,
    paint_corner,
    paint_empty,
    paint_marker_labels,
)

if TYPE_CHECKING:
    from timeline_app.gui.timeline.canvas import TimelineCanvas

HEADER = WINDOW.width  # pixels


def area_within(size: QSize) -> QRectF:
    """Where events are drawn on a canvas of a size, pixels."""
    width, height = max(size.width() - HEADER, 40.0), max(size.height() - AXIS - MARKER_STRIP - OVERVIEW, 20.0)
    return QRectF(HEADER, AXIS, width, height)


class Stage:
    """A ViewBox that holds the range, with the layers of the events inside, and the layers around it."""

    def __init__(self, canvas: "TimelineCanvas") -> None:
        self._canvas = canvas
        self.box = ViewBox(enableMenu=False, enableMouse=False, invertY=True, defaultPadding=0.0)
        self.box.setLimits(minXRange=MIN_SPAN, maxXRange=MAX_SPAN)
        self.box.disableAutoRange()
        canvas.scene().addItem(self.box)
        self.box.setFlag(self.box.GraphicsItemFlag.ItemClipsChildrenToShape)
        inside = (self._paint_ground, self._paint_bars, self._paint_labels, self._paint_overlay)
        self._inside = [Layer(paint, self.box, z) for z, paint in enumerate(inside)]
        self._axis = Layer(self._paint_axis)
        self._headers = Layer(self._paint_headers)
        self._corner = Layer(self._paint_corner)
        self._strip = Layer(self._paint_strip)
        self._band = Layer(self._paint_band)
        self._window = Layer(self._paint_window)
        for layer in (self._axis, self._headers, self._corner, self._strip, self._band, self._window):
            canvas.scene().addItem(layer)
        for layer in (self._headers, self._corner, self._band):
            layer.keep_picture()

    def lay_out(self, area: QRectF, width: float) -> None:
        """Puts the layers in their places around the event area, on a canvas of a width."""
        self.box.setGeometry(area)
        for layer in self._inside:
            layer.set_rect(QRectF(0, 0, area.width(), area.height()))
        self._corner.set_rect(QRectF(0, 0, HEADER, AXIS))
        self._axis.set_rect(QRectF(HEADER, 0, area.width(), AXIS))
        self._headers.set_rect(QRectF(0, AXIS, HEADER, area.height()))
        self._strip.set_rect(QRectF(0, area.bottom(), width, MARKER_STRIP))
        self._band.set_rect(QRectF(0, area.bottom() + MARKER_STRIP, width, OVERVIEW))
        self._window.set_rect(QRectF(HEADER, area.bottom() + MARKER_STRIP, area.width(), OVERVIEW))

    def touch(self) -> None:
        """Paints anew what depends on the range and the events; the rest where it has changed."""
        canvas = self._canvas
        scene, ink = canvas.scene_data, canvas.ink
        self.touch_events()
        for layer in (self._axis, self._strip, self._window):
            layer.update()
        made = scene.arrangement(canvas.view, ink)
        lanes = np.concatenate((made.lane_top, made.lane_height, made.lane_count)).tobytes()
        self._headers.show_state(scene.columns.lanes, lanes, canvas.scroll, ink, scene.folding)
        self._corner.show_state(scene.columns, ink)
        self._band.show_state(canvas.overview, ink)

    def touch_events(self) -> None:
        """Paints anew the events alone."""
        for layer in self._inside:
            layer.update()

    def touch_axis(self) -> None:
        """Paints anew the axis alone."""
        self._axis.update()

    # What the layers paint, each from its own upper left corner

    def _paint_ground(self, painter: QPainter) -> None:
        paint_ground(painter, self._canvas.frame)

    def _paint_bars(self, painter: QPainter) -> None:
        paint_events(painter, self._canvas.frame)

    def _paint_labels(self, painter: QPainter) -> None:
        scene = self._canvas.scene_data
        if len(scene.columns):
            paint_labels(painter, self._canvas.frame)
        else:
            paint_empty(painter, self._canvas.frame, bool(scene.document.events), self._canvas.awaited)

    def _paint_overlay(self, painter: QPainter) -> None:
        paint_review_buttons(painter, self._canvas.frame)
        self._canvas.gestures.paint(painter)

    def _paint_axis(self, painter: QPainter) -> None:
        canvas = self._canvas
        paint_axis(painter, canvas.frame)
        if canvas.hasFocus():
            painter.fillRect(QRectF(0, AXIS - 2, canvas.area.width(), 2), canvas.ink.accent)

    def _paint_corner(self, painter: QPainter) -> None:
        scene = self._canvas.scene_data
        paint_corner(painter, self._canvas.ink, HEADER, scene.document.settings.lanes_by, scene.columns.zone)

    def _paint_headers(self, painter: QPainter) -> None:
        paint_headers(painter, self._canvas.frame, WINDOW)

    def _paint_strip(self, painter: QPainter) -> None:
        painter.translate(HEADER, 0)
        paint_marker_labels(painter, self._canvas.frame, 0.0)

    def _paint_band(self, painter: QPainter) -> None:
        overview = self._canvas.overview
        if overview is not None:
            paint_overview_label(painter, self._canvas.ink, overview, HEADER)
            painter.translate(HEADER, 0)
            paint_overview(painter, self._canvas.ink, overview)

    def _paint_window(self, painter: QPainter) -> None:
        overview = self._canvas.overview
        if overview is not None:
            paint_window(painter, self._canvas.ink, overview, self._canvas.view)
