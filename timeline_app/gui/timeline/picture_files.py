"""Writes pictures of the timeline as PNG, SVG and PDF, for reports."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRect, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from timeline_app.formats.atomic import write_atomically
from timeline_app.gui.timeline.ink import Medium
from timeline_app.gui.timeline.picture import WHOLE, Picture, PictureOptions
from timeline_app.model.document import TimelineDocument

if TYPE_CHECKING:
    from pypdf.generic import DictionaryObject

_SCREEN = 96  # pixels to the inch
_MAX_PIXELS = 60_000_000  # of a finished PNG; beyond, it is drawn coarser
_MAX_POINTS = 14_400.0  # longest side of a PDF page (ISO 32000-1, annex C); beyond, it is drawn smaller
_PROGRAM = "Timeline"


def write_picture(
    document: TimelineDocument, path: Path, options: PictureOptions = WHOLE, kind: str | None = None
) -> None:
    """Writes the picture of a document; `kind` is png, svg or pdf, by default what the path ends in.

    Words are real text in a PDF, with the typeface embedded, and outlines in an SVG, which looks the same wherever the
    typeface is missing.  Needs a QGuiApplication.  The file is replaced only once it is complete; raises FormatError
    where it cannot be written, and ValueError for another kind.
    """
    encode = ENCODERS.get((kind or path.suffix.lstrip(".")).lower())
    if encode is None:
        raise ValueError(f"pictures are written as {', '.join(ENCODERS)}, not as {kind or path.suffix}")
    data = encode(document, options)
    write_atomically(path, lambda temporary: temporary.write_bytes(data))


def draw(document: TimelineDocument, options: PictureOptions = WHOLE) -> QImage:
    """The picture as an image, coarser than asked where it would be too large."""
    picture = Picture(document, options)
    wanted = options.dpi / _SCREEN
    scale = min(wanted, (_MAX_PIXELS / (picture.width * picture.height)) ** 0.5)
    image = QImage(round(picture.width * scale), round(picture.height * scale), QImage.Format.Format_RGB32)
    image.fill(picture.background)
    image.setDevicePixelRatio(scale)
    painter = QPainter(image)
    try:
        picture.paint(painter)
    finally:
        painter.end()
    image.setDevicePixelRatio(1.0)
    for set_density in (image.setDotsPerMeterX, image.setDotsPerMeterY):
        set_density(round(scale * _SCREEN / 0.0254))
    return image


def _png(document: TimelineDocument, options: PictureOptions) -> bytes:
    image, buffer = draw(document, options), _opened()
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _svg(document: TimelineDocument, options: PictureOptions) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    picture, buffer = Picture(document, options, Medium.OUTLINES), _opened()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_SCREEN)
    generator.setSize(QSize(picture.width, picture.height))
    generator.setViewBox(QRect(0, 0, picture.width, picture.height))
    generator.setTitle(picture.title)
    generator.setDescription(_PROGRAM)
    painter = QPainter(generator)
    picture.paint(painter)
    painter.end()
    return bytes(buffer.data().data())


def _pdf(document: TimelineDocument, options: PictureOptions) -> bytes:
    picture, buffer = Picture(document, options, Medium.TEXT), _opened()
    points = 72 / _SCREEN
    shrink = min(1.0, _MAX_POINTS / (max(picture.width, picture.height) * points))
    size = QSizeF(picture.width * points * shrink, picture.height * points * shrink)
    writer = QPdfWriter(buffer)
    writer.setResolution(_SCREEN)
    writer.setTitle(picture.title)
    writer.setCreator(_PROGRAM)
    page = QPageSize(size, QPageSize.Unit.Point, matchPolicy=QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    painter.scale(shrink, shrink)
    picture.paint(painter)
    painter.end()
    return _searchable(bytes(buffer.data().data()))


def _searchable(data: bytes) -> bytes:
    """The PDF with spaces where Qt tells tabs: the typeface draws both alike, and Qt names the first it finds."""
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=BytesIO(data))
    resources = cast("DictionaryObject", writer.pages[0]["/Resources"].get_object())
    for typeface in resources.get("/Font", {}).values():
        stream = typeface.get_object()["/ToUnicode"].get_object()
        stream.set_data(stream.get_data().replace(b"<0009>", b"<0020>"))
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def _opened() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


ENCODERS: dict[str, Callable[[TimelineDocument, PictureOptions], bytes]] = {"png": _png, "svg": _svg, "pdf": _pdf}
