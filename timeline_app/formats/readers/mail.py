"""E-mail: the header as people see it, the message, and each attachment that is a document as one of its own."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage, Message
from pathlib import PurePath

from timeline_app.formats.errors import FormatError, UnreadableError
from timeline_app.formats.readers.assembly import TextBuilder
from timeline_app.formats.readers.decoding import direction_warnings
from timeline_app.formats.readers.html_page import read_markup
from timeline_app.formats.readers.mime import header, leaf_parts, parse_message, part_bytes, part_text
from timeline_app.model.document_text import Origin, RawDocument
from timeline_app.model.source import DocumentKind, Evidence, Segment, SegmentKind
from timeline_app.model.token import Span

PUBLISHED = "published"
_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_SENT = 0.97
_RECEIVED = 0.8
_ATTACHED = 0.5  # what comes with a message may be years older
_MAX_ATTACHMENTS = 100
_MAX_DEPTH = 3  # messages in messages
_NAMED = 5  # attachments left out that are named


def read_eml(data: bytes, name: str) -> RawDocument:
    """Reads a message with its attachments; FormatError for one that is broken or holds nothing readable."""
    return _read(data, name, depth=0)


def _read(data: bytes, name: str, depth: int) -> RawDocument:
    message = parse_message(data, name)
    plain, pages, others = _sorted_parts(message)
    text, labels, warnings = _text(message, plain, pages, name)
    attachments, notes = _attachments(others, name, depth)
    attachments = tuple(_with_date(one, header(message, "Date")) for one in attachments)
    if not attachments and not (text.strip() and (plain or pages)):
        raise UnreadableError(name, "it holds no text and no attachment that can be read")
    origin = Origin(
        kind="eml",
        sha256=hashlib.sha256(data).hexdigest(),
        title=header(message, "Subject"),
        author=header(message, "From"),
        document_kind=DocumentKind.EMAIL,
        evidence=tuple(_evidence(message)),
        labels=labels,
    )
    return RawDocument(name, text, origin, (*warnings, *notes, *direction_warnings(text)), attachments)


def _sorted_parts(message: EmailMessage) -> tuple[list[Message], list[Message], list[Message]]:
    """The message's plain texts, its pages, and its attachments."""
    plain: list[Message] = []
    pages: list[Message] = []
    others: list[Message] = []
    for part in leaf_parts(message):
        kind = part.get_content_type()
        attached = _filename(part) or part.get_content_disposition() == "attachment"
        if kind == "text/plain" and not attached:
            plain.append(part)
        elif kind == "text/html" and not attached:
            pages.append(part)
        elif kind not in ("application/pgp-signature", "application/pkcs7-signature"):
            others.append(part)
    return plain, pages, others


def _text(
    message: EmailMessage, plain: list[Message], pages: list[Message], name: str
) -> tuple[str, tuple[Segment, ...], tuple[str, ...]]:
    """The header fields that people see and, below them, the message: as plain text where it has one."""
    builder = TextBuilder()
    for field in _SHOWN:
        if value := header(message, field):
            role = SegmentKind.HEADLINE if field == "Subject" else SegmentKind.BOILERPLATE
            builder.add(f"{field}: {value}", role, gap="\n")
    labels = builder.labels
    body = "\n\n".join(filter(None, (part_text(part, name).strip("\n") for part in plain)))
    warnings: tuple[str, ...] = ()
    if not body.strip() and pages:
        page = _page(pages, name)
        start = builder.add(page.text)
        moved = (Segment(s.kind, Span(s.span.start + start, s.span.end + start)) for s in page.origin.labels)
        labels, warnings = (*labels, *(one for one in moved if one.kind is not SegmentKind.HEADLINE)), page.warnings
    elif body.strip():
        builder.add(body)
    return builder.text, labels, warnings


def _page(pages: list[Message], name: str) -> RawDocument:
    try:
        return read_markup("\n".join(part_text(page, name) for page in pages), name, "")
    except UnreadableError:
        return RawDocument(name, "")


def _evidence(message: EmailMessage) -> Iterator[Evidence]:
    if sent := header(message, "Date"):
        yield Evidence(PUBLISHED, sent[:64], "the message's Date field", _SENT)
    received = header(message, "Received").rpartition(";")[2].strip()
    if received:
        yield Evidence(PUBLISHED, received[:64], "the message's last Received field", _RECEIVED)


def _attachments(parts: list[Message], name: str, depth: int) -> tuple[tuple[RawDocument, ...], tuple[str, ...]]:
    """The attachments that can be read, each named with its message, and a sentence about those that cannot."""
    found: list[RawDocument] = []
    left_out: list[str] = []
    for number, part in enumerate(parts, 1):
        own = _filename(part) or f"part {number}"
        try:
            found.append(_attachment(part, own, name, depth) if number <= _MAX_ATTACHMENTS else _refuse(own))
        except FormatError as error:
            if (
                part.get_content_maintype() not in ("image", "audio", "video")
                or part.get_content_disposition() == "attachment"
            ):
                left_out.append(f"{own} ({error.reason if isinstance(error, UnreadableError) else error})")
    if not left_out:
        return tuple(found), ()
    more = f"; and {len(left_out) - _NAMED} more" if len(left_out) > _NAMED else ""
    are = "attachment was" if len(left_out) == 1 else "attachments were"
    return tuple(found), (f"{len(left_out)} {are} left out: {'; '.join(left_out[:_NAMED])}{more}.",)


def _with_date(attachment: RawDocument, sent: str) -> RawDocument:
    """An attachment with the day of its message as evidence, unless it is a message itself."""
    if not sent or attachment.origin.kind == "eml":
        return attachment
    came_with = Evidence(PUBLISHED, sent[:64], "the Date field of the message that it came with", _ATTACHED)
    return replace(attachment, origin=replace(attachment.origin, evidence=(*attachment.origin.evidence, came_with)))


def _attachment(part: Message, own: str, name: str, depth: int) -> RawDocument:
    from timeline_app.formats.readers.dispatch import read_bytes

    if depth >= _MAX_DEPTH:
        return _refuse(own)
    if part.get_content_type() == "message/rfc822":
        content = part.get_payload()
        inner = content[0] if isinstance(content, list) and content else None
        if not isinstance(inner, Message):
            raise UnreadableError(own, "it is empty")
        return _read(inner.as_bytes(), f"{header(inner, 'Subject') or own} (in {name})", depth + 1)
    document = read_bytes(part_bytes(part), own)
    return RawDocument(f"{own} (in {name})", document.text, document.origin, document.warnings, document.attachments)


def _refuse(own: str) -> RawDocument:
    raise UnreadableError(
        own, "there are too many attachments, or they are nested too deeply; save it to a file of its own"
    )


def _filename(part: Message) -> str:
    """The name that the sender gave an attachment, without any folder."""
    try:
        name = part.get_filename() or ""
    except Exception:  # a header that is broken beyond what the library mends
        return ""
    plain = " ".join(name.encode("utf-8", "replace").decode("utf-8").replace("\\", "/").split())
    return PurePath(plain).name[:200] if plain else ""
