"""The whole timeline as one picture: title, lanes, every label, a legend and the notes a reader needs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from timeline_app.chart.arrangement import Folding
from timeline_app.chart.viewport import fitting
from timeline_app.gui.fonts import TITLE_PIXELS
from timeline_app.gui.palette import palette_for
from timeline_app.gui.timeline.event_painting import paint_events
from timeline_app.gui.timeline.frame import Frame
from timeline_app.gui.timeline.glyphs import drawable
from timeline_app.gui.timeline.ground import paint_ground
from timeline_app.gui.timeline.headers import Headers, paint_headers, widest_header
from timeline_app.gui.timeline.ink import Ink, Medium
from timeline_app.gui.timeline.label_painting import paint_labels
from timeline_app.gui.timeline.legend import Entry, legend_entries, legend_height, paint_legend
from timeline_app.gui.timeline.scene import Scene
from timeline_app.gui.timeline.surroundings import (
    AXIS,
    MARKER_STRIP,
    paint_axis,
    paint_marker_labels,
)
from timeline_app.model.calendar import DAY
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Status
from timeline_app.workspace.dates import describe

MARGIN = 28.0  # pixels around everything
_TITLE = 56.0
_EACH_DRAWN = 1_000  # events that all have a bar, however high the picture becomes: nobody can zoom into it
_MAX_TRACKS = 40  # of a lane, where there are more
_MOST_DRAWN = 20_000  # labels, and bars with a look of their own
_LAYOUTS = ((1, 1.0), (1, 1.25), (2, 1.0), (2, 1.25), (3, 1.25), (1, 1.5), (3, 1.5))
"""Lines of a label and shares of the width, tried in order until every label stands whole: a wider page is drawn
smaller, and of many lines all rows are higher."""
_MOST_WHOLE = 60  # labels that were cut all the same, told in full below
_LABEL_SHARES = (0.12, 0.22, 0.32, 0.45)  # of the width, tried in order
_NARROWEST = 480
_MOST_NAME_LINES = 60  # of a lane's name, and of the title
_ANY = 1_000  # lines that a note may take
_MOST_SOURCES = 40  # listed below the picture


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """What a picture shows and how large: pixels are those of a screen, 96 to the inch."""

    width: int = 1600
    height: int | None = None  # as high as the events need
    dpi: int = 96  # of a PNG's own pixels
    dark: bool = False
    title: str = ""  # else the project's
    legend: bool = True
    notes: bool = True  # the sources, and what is not drawn
    period: tuple[float, float] | None = None  # wall-clock seconds of the display zone; else everything


WHOLE = PictureOptions()


class Picture:
    """A document laid out on a page; needs a QGuiApplication."""

    def __init__(
        self, document: TimelineDocument, options: PictureOptions = WHOLE, medium: Medium = Medium.TEXT
    ) -> None:
        self.options = options
        self._page = _page(document, options, Ink(palette_for(options.dark), medium))
        natural = self._page.height
        self._shrink = min(1.0, (options.height or natural) / natural, options.width / self._page.width)
        self.width, self.height = options.width, options.height or round(natural * self._shrink)

    @property
    def title(self) -> str:
        """The heading."""
        return self._page.title

    @property
    def background(self) -> QColor:
        """The colour of the paper."""
        return self._page.ink.background

    def paint(self, painter: QPainter) -> None:
        """Paints into the rectangle of `width` and `height` at the painter's origin."""
        painter.fillRect(QRectF(0, 0, self.width, self.height), self.background)
        painter.scale(self._shrink, self._shrink)
        _paint(painter, self._page)


@dataclass(frozen=True, slots=True)
class _Page:
    """Everything measured before painting."""

    ink: Ink
    heading: Ink  # what the title is written with
    frame: Frame
    title: str
    title_lines: list[str]
    notes: list[str]
    width: float
    headers: Headers
    legend: list[Entry]

    @property
    def lanes_top(self) -> float:
        return MARGIN + _TITLE + (len(self.title_lines) - 1) * self.heading.line + AXIS

    @property
    def legend_top(self) -> float:
        return self.lanes_top + self.frame.height + MARKER_STRIP + 12

    @property
    def notes_top(self) -> float:
        return self.legend_top + legend_height(self.ink, self.legend, self.width - 2 * MARGIN) + 8

    @property
    def height(self) -> float:
        return self.notes_top + len(self.notes) * (self.ink.line + 3) + MARGIN


def _page(document: TimelineDocument, options: PictureOptions, ink: Ink) -> _Page:
    """The page, laid out wider where that lets every label stand whole."""
    is_small = len(document.events) <= _EACH_DRAWN
    scene = Scene(
        document,
        with_dates=True,
        max_tracks=_EACH_DRAWN if is_small else _MAX_TRACKS,
        most_labels=_MOST_DRAWN,
        most_looks=_MOST_DRAWN,
    )
    if is_small:
        scene.fold(Folding(expanded=frozenset(lane.key for lane in scene.columns.lanes)))
    if options.period is not None:
        begin, end = _period(scene, options.period)
        inside = np.flatnonzero((scene.columns.end >= begin) & (scene.columns.begin <= end))
        scene.show_only(frozenset(scene.columns.ids[row] for row in inside.tolist()))
    best: tuple[int, int, _Page] | None = None
    for lines, stretch in _LAYOUTS if is_small else _LAYOUTS[:1]:
        scene.set_label_lines(lines)
        width = round(max(options.width, _NARROWEST) * stretch)
        page = _page_of_width(document, scene, options, ink, float(width))
        cut = len(labels_cut(page.frame))
        if best is None or cut < best[0]:
            best = cut, lines, page
        if not cut:
            break
    assert best is not None
    scene.set_label_lines(best[1])  # it is painted with
    return best[2]


def _period(scene: Scene, period: tuple[float, float]) -> tuple[float, float]:
    """Wall-clock seconds as days of the scene."""
    begin, end = (seconds / DAY - scene.columns.origin for seconds in period)
    return begin, end


def _page_of_width(document: TimelineDocument, scene: Scene, options: PictureOptions, ink: Ink, width: float) -> _Page:
    by = document.settings.lanes_by
    header = min(max(widest_header(ink, scene.columns, by), 120.0), width * 0.25)
    headers = Headers(header, _MOST_NAME_LINES, at_any_height=True)
    scene.set_headers(headers)
    if options.period is None:
        frame = frame_with_labels(scene, ink, width - 2 * MARGIN - header)
    else:
        view = fitting(*_period(scene, options.period), width - 2 * MARGIN - header)
        frame = scene.frame(ink, view, max(scene.arrangement(view, ink).height, 60.0))
    title = options.title or document.settings.title or QCoreApplication.translate("Timeline", "Timeline")
    notes = _notes(document, frame, width - 2 * MARGIN) if options.notes else []
    heading = Ink(ink.palette, ink.medium, TITLE_PIXELS)
    lines = heading.lines(drawable(title), width - 2 * MARGIN, _MOST_NAME_LINES, strong=True)
    legend = legend_entries(frame) if options.legend else []
    return _Page(ink, heading, frame, title, lines, notes, width, headers, legend)


def labels_cut(frame: Frame) -> list[int]:
    """The events of a frame whose words are not all there; those under a number are not among them."""
    scene, ink = frame.scene, frame.ink
    whole = {slot.event for slot in frame.slots if scene.facts.stands_whole(ink, slot.event, slot.width)}
    drawn = frame.events[~frame.arrangement.row_clusters[frame.rows]]
    return [event for event in drawn.tolist() if event not in whole]


def frame_with_labels(scene: Scene, ink: Ink, width: float) -> Frame:
    """All events, with as little room at the end as lets every label be drawn whole."""
    best: tuple[int, Frame] | None = None
    for share in _LABEL_SHARES:
        view = scene.fitted(ink, width, share)
        frame = scene.frame(ink, view, max(scene.arrangement(view, ink).height, 60.0))
        whole = sum(scene.facts.stands_whole(ink, slot.event, slot.width) for slot in frame.slots)
        if best is None or whole > best[0]:
            best = whole, frame
        if whole == len(frame.events):
            break
    assert best is not None
    return best[1]


def _paint(painter: QPainter, page: _Page) -> None:
    """What may reach over the edges of the canvas first, then the margins over that, then all that stands on them."""
    ink, frame = page.ink, page.frame
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    with _at(painter, MARGIN + page.headers.width, page.lanes_top):
        painter.setClipRect(QRectF(0, 0, frame.view.width, frame.height))
        paint_ground(painter, frame)
        paint_events(painter, frame)
    _paint_margins(painter, page)
    with _at(painter, MARGIN + page.headers.width, page.lanes_top):
        paint_labels(painter, frame)
        paint_marker_labels(painter, frame, frame.height)
        if not len(frame.scene.columns):
            words = QCoreApplication.translate("Timeline", "No dated events")
            ink.write(painter, QPointF((frame.view.width - ink.width(words)) / 2, frame.height / 2), words, ink.muted)
    with _at(painter, MARGIN + page.headers.width, page.lanes_top - AXIS):
        paint_axis(painter, frame)
    with _at(painter, MARGIN, page.lanes_top):
        paint_headers(painter, frame, page.headers, foldable=False)
    with _at(painter, MARGIN, page.legend_top):
        paint_legend(painter, ink, page.legend, page.width - 2 * MARGIN)
    _paint_title(painter, page)
    for line, note in enumerate(page.notes):
        ink.write(painter, QPointF(MARGIN, page.notes_top + line * (ink.line + 3)), note, ink.muted)


@contextmanager
def _at(painter: QPainter, x: float, y: float) -> Iterator[None]:
    """Paints from another origin."""
    painter.save()
    painter.translate(x, y)
    yield
    painter.restore()


def _paint_margins(painter: QPainter, page: _Page) -> None:
    """Covers what reaches over the canvas: not every vector format knows a clip."""
    left, top, bottom = MARGIN + page.headers.width, page.lanes_top, page.lanes_top + page.frame.height
    right = left + page.frame.view.width
    for rect in (
        QRectF(0, 0, page.width, top),
        QRectF(0, 0, left, page.height),
        QRectF(right, 0, page.width - right, page.height),
        QRectF(0, bottom, page.width, page.height - bottom),
    ):
        painter.fillRect(rect, page.ink.background)


def _paint_title(painter: QPainter, page: _Page) -> None:
    heading = page.heading
    for number, words in enumerate(page.title_lines):
        at = QPointF(MARGIN, MARGIN - 6 + number * heading.line)
        heading.write(painter, at, words, heading.text, strong=True)
    columns = page.frame.scene.columns
    one = QCoreApplication.translate("Timeline", "1 dated event")
    counted = QCoreApplication.translate("Timeline", "{} dated events").format(f"{len(columns):,}")
    zone = QCoreApplication.translate("Timeline", "times in {}").format(columns.zone)
    line = f"{one if len(columns) == 1 else counted} · {zone}"
    top = page.lanes_top - AXIS - _TITLE + 22
    page.ink.write(painter, QPointF(MARGIN, top), line, page.ink.muted)


def _notes(document: TimelineDocument, frame: Frame, width: float) -> list[str]:
    """The sources with their publication dates, and what is not drawn, or not by itself."""
    scene = frame.scene
    known = QCoreApplication.translate("Timeline", "published {}")
    unknown = QCoreApplication.translate("Timeline", "publication date unknown")
    notes = []
    for source in document.ordered_sources()[:_MOST_SOURCES]:
        published = source.context.published
        when = known.format(describe(published, scene.columns.zone)) if published else unknown
        parts = [source.title or source.name, source.publisher, when]
        line = " · ".join(part for part in parts if part)
        notes.append(QCoreApplication.translate("Timeline", "Source: {}").format(line))
    if len(document.sources) > _MOST_SOURCES:
        more = QCoreApplication.translate("Timeline", "and {} more sources")
        notes.append(more.format(f"{len(document.sources) - _MOST_SOURCES:,}"))
    rejected = sum(event.status is Status.REJECTED for event in document.events.values())
    undated = len(document.events) - rejected - scene.dated_count
    if gathered := len(frame.arrangement.cluster_members):
        notes.append(QCoreApplication.translate("Timeline", "Gathered under their number: {}").format(f"{gathered:,}"))
    notes += _cut_labels(frame)
    if undated > 0:
        notes.append(QCoreApplication.translate("Timeline", "Not drawn, undated: {}").format(f"{undated:,}"))
    if rejected:
        notes.append(QCoreApplication.translate("Timeline", "Not drawn, rejected: {}").format(f"{rejected:,}"))
    return [line for note in notes for line in frame.ink.lines(drawable(note), width, _ANY)]


def _cut_labels(frame: Frame) -> list[str]:
    """The labels that found no room, in full; their number where they are many."""
    cut = labels_cut(frame)
    if len(cut) > _MOST_WHOLE:
        return [QCoreApplication.translate("Timeline", "Labels cut or left out: {}").format(f"{len(cut):,}")]
    in_full = QCoreApplication.translate("Timeline", "In full: {}")
    return [in_full.format("".join(frame.scene.facts.label(event))) for event in cut]
