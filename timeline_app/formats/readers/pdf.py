"""PDF: the text of every page with its page numbers, running heads labelled, and the document's properties."""

import hashlib
import logging
import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from timeline_app.formats.errors import UnreadableError
from timeline_app.formats.readers.assembly import TextBuilder, author_of, numbered
from timeline_app.formats.readers.decoding import direction_warnings
from timeline_app.formats.readers.pdf_layout import Line, PageLines, paragraphs_of, within
from timeline_app.formats.readers.pdf_pages import has_more_pages
from timeline_app.formats.readers.pdf_repair import has_its_fonts, is_cut, with_own_catalog
from timeline_app.model.document_text import Origin, RawDocument
from timeline_app.model.source import Evidence

if TYPE_CHECKING:
    from pypdf import PdfReader

MAX_PAGES = 3_000
MAX_TEXT = 10_000_000  # code points
_DATE = re.compile(
    r"(?:D:)?(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:(?P<hour>\d\d)(?P<minute>\d\d)(?:\d\d)?)?"
    r"(?:(?P<utc>Z)|(?P<sign>[+-])(?P<zone_hour>\d\d)'?(?P<zone_minute>\d\d)?)?"
)
_CREATED, _MODIFIED = 0.5, 0.4  # a report may be printed to PDF long after it was published
_CUT = "the PDF is damaged (its end is missing, and what is left holds no whole page); download or copy it again"
_NONE_READABLE = "the PDF is damaged, and none of its pages can be read; open it elsewhere and save it again"
_NO_TABLE = b"\nstartxref\n0\n%%EOF\n"
_PREFIX = re.compile(r"(?:Microsoft (?:Word|PowerPoint|Excel) - )")
_NO_TITLE = re.compile(
    r"(?:untitled|document\d*|microsoft word|\S+\.(?:docx?|html?|indd|pdf|odt|tex|dvi|qxd|rtf|txt))?", re.IGNORECASE
)


def read_pdf(data: bytes, name: str) -> RawDocument:
    """Reads a PDF; FormatError for one that is encrypted, broken, too long, or holds pictures of pages only."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = _opened(data, name)
        if has_more_pages(reader, MAX_PAGES):
            raise UnreadableError(name, f"it has more than {MAX_PAGES:,} pages, the most that are read; split it")
        count, mended = len(reader.pages), False
    except (UnreadableError, MemoryError, RecursionError):
        raise
    except Exception as error:  # pypdf raises whatever a broken file leads it to
        reader, mended = _mended(data, name, error), True
        count = len(reader.pages)
    pages, broken = _pages(reader, count, name, mended=mended)
    empty = [number for number, lines in enumerate(pages, 1) if not lines and number not in broken]
    if is_cut(data):  # a page without text has lost it
        broken, empty = broken.union(empty), []
    if not any(pages):
        if broken:
            raise UnreadableError(name, _CUT if is_cut(data) else _NONE_READABLE)
        raise UnreadableError(name, "it holds no text, only pictures of pages; run text recognition on it first")
    warnings = _warnings(broken, empty, count)
    if is_cut(data) and (mended or broken):
        end = "The end of the PDF is missing, so its last pages may be too; download or copy it again."
        warnings = (end, *warnings)
    elif mended:
        warnings = ("The list of the PDF's pages is damaged; those found in it were read.", *warnings)
    return _document(data, name, reader, pages, warnings)


def _opened(data: bytes, name: str) -> "PdfReader":
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PdfReadError

    try:
        reader = PdfReader(BytesIO(data), strict=False)
    except PdfReadError:  # its table of contents is lost: with one that leads nowhere, the library looks for the rest
        reader = PdfReader(BytesIO(data + _NO_TABLE), strict=False)
    if reader.is_encrypted:
        try:
            opened = bool(reader.decrypt(""))
        except (DependencyError, NotImplementedError):
            raise UnreadableError(name, "it is encrypted; print it to a new PDF without protection") from None
        if not opened:
            raise UnreadableError(name, "it is protected by a password; save it without one")
    return reader


def _mended(data: bytes, name: str, error: Exception) -> "PdfReader":
    """A file without its catalog, read by the pages that are found in it; UnreadableError where there is none."""
    from pypdf import PdfReader

    reason = _CUT if is_cut(data) else f"the PDF is damaged ({_reason(error)}); open it elsewhere and save it again"
    whole = with_own_catalog(data, MAX_PAGES)
    if whole is None:
        raise UnreadableError(name, reason) from error
    try:
        reader = PdfReader(BytesIO(whole), strict=False)
        readable = len(reader.pages) > 0
    except (MemoryError, RecursionError):
        raise
    except Exception as another:  # as above
        raise UnreadableError(name, reason) from another
    if not readable:
        raise UnreadableError(name, reason) from error
    return reader


def _pages(reader: "PdfReader", count: int, name: str, *, mended: bool) -> tuple[list[list[Line]], set[int]]:
    """The lines of each page, and the numbers of the pages that could not be read.

    `mended`: parts of the file are lost, so a page counts only with all its fonts.
    """
    pages: list[list[Line]] = []
    broken: set[int] = set()
    size = 0
    for number in range(1, count + 1):
        lines = PageLines()
        try:
            page = reader.pages[number - 1]
            if mended and not has_its_fonts(page):
                broken.add(number)
            else:
                page.extract_text(visitor_text=lines.add)
        except (MemoryError, RecursionError):
            raise
        except Exception:  # as above; the other pages can still be read
            broken.add(number)
        pages.append(_seen(lines.end(), reader, number))
        size += sum(len(line.text) for line in lines.lines)
        if size > MAX_TEXT:
            raise UnreadableError(name, f"its text is longer than {MAX_TEXT // 1_000_000} million characters; split it")
    return pages, broken


def _seen(lines: list[Line], reader: "PdfReader", number: int) -> list[Line]:
    """The lines within a page's edges: some programs repeat outside them what stands on the page before."""
    try:
        box = reader.pages[number - 1].mediabox
        left, right = sorted((float(box.left), float(box.right)))
        bottom, top = sorted((float(box.bottom), float(box.top)))
    except Exception:  # pypdf raises whatever a broken page leads it to
        return lines
    return within(lines, left, bottom, right, top)


def _document(
    data: bytes, name: str, reader: "PdfReader", pages: Sequence[Sequence[Line]], warnings: tuple[str, ...]
) -> RawDocument:
    builder = TextBuilder()
    starts: dict[int, int] = {}
    for paragraph in paragraphs_of(pages):
        starts.setdefault(paragraph.page, builder.add(paragraph.text, paragraph.role))
    offsets, last = [], 0
    for number in range(len(pages)):  # a page without text begins where the one before it does
        last = starts.get(number, last)
        offsets.append(last)
    properties = _properties(reader)
    title = _PREFIX.sub("", properties.get("/Title", ""))
    origin = Origin(
        kind="pdf",
        sha256=hashlib.sha256(data).hexdigest(),
        title="" if _NO_TITLE.fullmatch(title) else title,
        author=author_of(properties.get("/Author", "")),
        evidence=tuple(_evidence(properties)),
        labels=builder.labels,
        pages=tuple(offsets),
    )
    return RawDocument(name, builder.text, origin, (*warnings, *direction_warnings(builder.text)))


def _properties(reader: "PdfReader") -> dict[str, str]:
    try:
        found: dict[str, Any] = dict(reader.metadata or {})
    except Exception:  # as above; a text without properties is still a text
        return {}
    return {key: " ".join(value.split())[:300] for key, value in found.items() if isinstance(value, str)}


def _evidence(properties: dict[str, str]) -> Iterator[Evidence]:
    for key, where, confidence in (
        ("/CreationDate", "the PDF's properties, when it was made", _CREATED),
        ("/ModDate", "the PDF's properties, when it was changed", _MODIFIED),
    ):
        if written := pdf_date(properties.get(key, "")):
            yield Evidence("published", written, where, confidence)


def pdf_date(written: str) -> str:
    """A PDF date (ISO 32000-1, 7.9.4: ``D:20180528140500+03'00'``) as ISO 8601, empty where it is none."""
    found = _DATE.match(written.strip())
    if found is None:
        return ""
    day = f"{found['year']}-{found['month']}-{found['day']}"
    if not found["hour"]:
        return day
    zone = "Z" if found["utc"] else ""
    if found["sign"]:
        zone = f"{found['sign']}{found['zone_hour']}:{found['zone_minute'] or '00'}"
    return f"{day}T{found['hour']}:{found['minute']}{zone}"


def _warnings(broken: set[int], empty: list[int], count: int) -> tuple[str, ...]:
    said = []
    if broken:
        said.append(f"{_pages_named(sorted(broken))} of {count} could not be read in full; the PDF is damaged there.")
    if empty:
        said.append(
            f"{_pages_named(empty)} of {count} {'holds' if len(empty) == 1 else 'hold'} no text, only pictures."
        )
    return tuple(said)


def _pages_named(numbers: list[int]) -> str:
    return f"Page{'s' if len(numbers) > 1 else ''} {numbered(numbers)}"


def _reason(error: Exception) -> str:
    return (" ".join(str(error).split())[:100] or type(error).__name__).rstrip(".")
