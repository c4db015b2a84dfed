"""Web pages saved as one file (MHTML): the page in it is read; its pictures and frames stay shut."""

import hashlib
import quopri
import re
from dataclasses import replace
from email.message import Message

from timeline_app.formats.errors import UnreadableError
from timeline_app.formats.readers.html_page import read_html, read_markup
from timeline_app.formats.readers.mime import header, leaf_parts, parse_message, part_text
from timeline_app.model.document_text import Origin, RawDocument
from timeline_app.model.source import Evidence

_PAGES = ("text/html", "application/xhtml+xml")
_PAGE_START = re.compile(rb"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
_FIELDS = 1_000  # bytes above a page in which its own fields stand
_LOOSE = "Its parts are not divided as its header says, so the first page in it was read."
_CAPTURED = 0.9  # that the page was saved then; when it was published is another matter


def read_mhtml(data: bytes, name: str) -> RawDocument:
    """Reads a saved page; FormatError for one that is broken or holds no page."""
    message = parse_message(data, name)
    page = _page(message)
    if page is None:
        return _loose_page(data, message, name)
    document = read_markup(part_text(page, name), name, hashlib.sha256(data).hexdigest())
    return replace(document, origin=_with_headers(document.origin, message, page))


def _loose_page(data: bytes, message: Message, name: str) -> RawDocument:
    """The first page in a file whose parts are not divided as its header says; UnreadableError where there is none."""
    found = _PAGE_START.search(data)
    if found is None:
        raise UnreadableError(name, "it holds no web page; save the page again, as .html")
    fields, page = data[max(0, found.start() - _FIELDS) : found.start()], data[found.start() :]
    if b"quoted-printable" in fields.lower():
        page = quopri.decodestring(page)
    document = read_html(page, name)
    origin = replace(document.origin, sha256=hashlib.sha256(data).hexdigest())
    return replace(document, origin=_with_headers(origin, message, message), warnings=(_LOOSE, *document.warnings))


def _page(message: Message) -> Message | None:
    """The page itself: the part that the start parameter names, else the first page."""
    pages = [part for part in leaf_parts(message) if part.get_content_type() in _PAGES]
    start = str(message.get_param("start") or "").strip("<> ")
    named = (part for part in pages if start and header(part, "Content-ID").strip("<> ") == start)
    return next(named, None) or next(iter(pages), None)


def _with_headers(origin: Origin, message: Message, page: Message) -> Origin:
    address = header(message, "Snapshot-Content-Location") or header(page, "Content-Location")
    is_address = address.lower().startswith(("http://", "https://"))
    captured = header(message, "Date")
    saved = (Evidence("captured", captured[:64], "the note of when it was saved", _CAPTURED),) if captured else ()
    return replace(
        origin,
        kind="mhtml",
        title=origin.title or header(message, "Subject"),
        url=origin.url or (address if is_address else ""),
        evidence=(*origin.evidence, *saved),
    )
