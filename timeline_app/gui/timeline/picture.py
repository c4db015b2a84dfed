"""The whole timeline as one picture: title, lanes, every label, a legend and the notes a reader needs."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from timeline_app.formats.atomic import write_atomically
from timeline_app.gui.fonts import TITLE_PIXELS, font
from timeline_app.gui.palette import palette_for
from timeline_app.gui.timeline.bars import paint_bars
from timeline_app.gui.timeline.ink import Ink
from timeline_app.gui.timeline.legend import legend_entries, legend_height, paint_legend
from timeline_app.gui.timeline.scene import Frame, Scene
from timeline_app.gui.timeline.surroundings import (
    AXIS,
    MARKER_STRIP,
    paint_axis,
    paint_ground,
    paint_headers,
    paint_labels,
    paint_marker_labels,
)
from timeline_app.model.display import describe
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Status

MARGIN = 28.0  # pixels around everything
_TITLE = 56.0
_MAX_TRACKS = 40
_LABEL_SHARES = (0.12, 0.22, 0.32, 0.45)  # of the width, tried in order
_MAX_PIXELS = 60_000_000  # of the finished picture; beyond, it is drawn smaller
_NARROWEST = 480


def write_png(
    document: TimelineDocument,
    path: Path,
    *,
    width: int = 1600,
    height: int | None = None,
    dark: bool = False,
    title: str = "",
) -> None:
    """Draws all dated events `width` pixels wide, as high as they need unless `height` is given, and writes a PNG.

    Needs a QGuiApplication.  The file is replaced only once it is complete; raises FormatError where it cannot be
    written.
    """
    image = draw(document, width=width, height=height, dark=dark, title=title)

    def write(temporary: Path) -> None:
        if not image.save(str(temporary), "PNG"):  # type: ignore[call-overload]
            raise OSError(f"the picture could not be written to {path}")

    write_atomically(path, write)


def draw(
    document: TimelineDocument, *, width: int = 1600, height: int | None = None, dark: bool = False, title: str = ""
) -> QImage:
    """The picture that `write_png` writes."""
    page = _page(document, max(width, _NARROWEST), Ink(palette_for(dark)), title)
    wanted = max(height or 0, round(page.height))
    shrink = min(1.0, (_MAX_PIXELS / (width * wanted)) ** 0.5, (height or wanted) / page.height, width / page.width)
    size = (round(width * min(1.0, (_MAX_PIXELS / (width * wanted)) ** 0.5)), height or round(page.height * shrink))
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(page.ink.background)
    painter = QPainter(image)
    try:
        painter.scale(shrink, shrink)
        _paint(painter, page)
    finally:
        painter.end()
    return image


@dataclass(frozen=True, slots=True)
class _Page:
    """Everything measured before painting."""

    ink: Ink
    frame: Frame
    title: str
    notes: list[str]
    width: float
    header: float

    @property
    def lanes_top(self) -> float:
        return MARGIN + _TITLE + AXIS

    @property
    def legend_top(self) -> float:
        return self.lanes_top + self.frame.height + MARKER_STRIP + 12

    @property
    def notes_top(self) -> float:
        return self.legend_top + legend_height(self.ink, legend_entries(self.frame.scene), self.width - 2 * MARGIN) + 8

    @property
    def height(self) -> float:
        return self.notes_top + len(self.notes) * (self.ink.line + 3) + MARGIN


def _page(document: TimelineDocument, width: float, ink: Ink, title: str) -> _Page:
    scene = Scene(document, with_dates=True, max_tracks=_MAX_TRACKS)
    widest = max((ink.width(lane.name, True) for lane in scene.columns.lanes), default=0.0)
    header = min(max(widest + 84, 120.0), width * 0.15)
    frame = frame_with_labels(scene, ink, width - 2 * MARGIN - header)
    heading = title or document.settings.title or "Timeline"
    return _Page(ink, frame, heading, _notes(document, scene, ink, width - 2 * MARGIN), width, header)


def frame_with_labels(scene: Scene, ink: Ink, width: float) -> Frame:
    """All events, with as little room at the end as lets every label be drawn whole."""
    best: tuple[int, Frame] | None = None
    for share in _LABEL_SHARES:
        view = scene.fitted(ink, width, share)
        frame = scene.frame(ink, view, max(scene.arrangement(view, ink).height, 60.0))
        whole = sum(slot.width >= scene.label_width(ink, slot.event, strong=False) - 0.5 for slot in frame.slots)
        if best is None or whole > best[0]:
            best = whole, frame
        if whole == len(frame.events):
            break
    assert best is not None
    return best[1]


def _paint(painter: QPainter, page: _Page) -> None:
    ink, frame = page.ink, page.frame
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    _paint_title(painter, page)
    canvas = MARGIN + page.header
    painter.save()
    painter.translate(MARGIN, page.lanes_top)
    paint_headers(painter, frame, page.header, foldable=False)
    painter.restore()
    painter.save()
    painter.translate(canvas, page.lanes_top - AXIS)
    painter.setClipRect(QRectF(0, 0, frame.view.width, AXIS + frame.height + MARKER_STRIP))
    paint_axis(painter, frame)
    painter.translate(0, AXIS)
    paint_ground(painter, frame)
    paint_bars(painter, frame)
    paint_labels(painter, frame)
    paint_marker_labels(painter, frame, frame.height)
    if not len(frame.scene.columns):
        painter.setPen(ink.muted)
        painter.setFont(ink.plain)
        area = QRectF(0, 0, frame.view.width, frame.height)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "No dated events")
    painter.restore()
    painter.save()
    painter.translate(MARGIN, page.legend_top)
    paint_legend(painter, ink, legend_entries(frame.scene), page.width - 2 * MARGIN)
    painter.restore()
    _paint_notes(painter, page)


def _paint_title(painter: QPainter, page: _Page) -> None:
    ink = page.ink
    painter.setFont(font(TITLE_PIXELS, strong=True))
    painter.setPen(ink.text)
    area = QRectF(MARGIN, MARGIN - 6, page.width - 2 * MARGIN, 26)
    text = painter.fontMetrics().elidedText(page.title, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
    columns = page.frame.scene.columns
    counted = f"{len(columns):,} dated event{'' if len(columns) == 1 else 's'}"
    painter.setFont(ink.plain)
    painter.setPen(ink.muted)
    painter.drawStaticText(QPointF(MARGIN, MARGIN + 22), ink.static(f"{counted} · times in {columns.zone}"))


def _notes(document: TimelineDocument, scene: Scene, ink: Ink, width: float) -> list[str]:
    """The sources with their publication dates, and what is not drawn."""
    notes = []
    for source in document.ordered_sources()[:40]:
        published = source.context.published
        when = f"published {describe(published, scene.columns.zone)}" if published else "publication date unknown"
        parts = [source.title or source.name, source.publisher, when]
        notes.append("Source: " + " · ".join(part for part in parts if part))
    if len(document.sources) > 40:
        notes.append(f"and {len(document.sources) - 40:,} more sources")
    rejected = sum(event.status is Status.REJECTED for event in document.events.values())
    undated = len(document.events) - rejected - len(scene.columns)
    if undated:
        notes.append(f"Not drawn: {undated:,} undated event{'' if undated == 1 else 's'}")
    if rejected:
        notes.append(f"Not drawn: {rejected:,} rejected event{'' if rejected == 1 else 's'}")
    return [ink.cut(note, width) for note in notes]


def _paint_notes(painter: QPainter, page: _Page) -> None:
    ink = page.ink
    painter.setFont(ink.plain)
    painter.setPen(ink.muted)
    y = page.notes_top
    for note in page.notes:
        painter.drawStaticText(QPointF(MARGIN, y), ink.static(note))
        y += ink.line + 3
