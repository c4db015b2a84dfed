"""Plain text and Markdown: the text itself, whatever its encoding."""

import hashlib
import re
from dataclasses import replace
from pathlib import PurePath

from timeline_app.formats.errors import UnreadableError
from timeline_app.formats.readers.assembly import TextBuilder
from timeline_app.formats.readers.decoding import decode_text, direction_warnings, refuse_binary
from timeline_app.formats.readers.markdown import is_markdown, read_marks
from timeline_app.model.document_text import Origin, RawDocument
from timeline_app.model.source import Evidence, Segment, SegmentKind
from timeline_app.model.token import Span

_MARKDOWN = (".md", ".markdown")
_FRONT_MATTER = re.compile(r"---\n(?P<fields>(?:[^\n]{0,400}\n){1,60}?)(?:---|\.\.\.)[ \t]*\n")
_TOML_MATTER = re.compile(r"\+\+\+\n(?P<fields>(?:[^\n]{0,400}\n){1,60}?)\+\+\+[ \t]*\n")
_FIELD = re.compile(
    r"^(?P<name>[A-Za-z_-]{2,20})[ \t]*[:=][ \t]*(?:\"(?P<double>[^\"\n]{1,300})\"|'(?P<single>(?:[^'\n]|''){1,300})'"
    r"|(?P<bare>[^\"'\n][^\n]{0,299}?))[ \t]*$",
    re.MULTILINE,
)
_DATES = {"date": 0.9, "published": 0.95, "publishdate": 0.95, "pubdate": 0.95, "created": 0.6, "lastmod": 0.55}


def read_text(data: bytes, name: str) -> RawDocument:
    """Reads plain text or Markdown, the fields of a Markdown front matter too; FormatError for what is no text."""
    text, warnings = decode_text(data, name)
    refuse_binary(text, name)
    if not text.strip():
        raise UnreadableError(name, "it holds no text")
    origin = _front_matter(text, hashlib.sha256(data).hexdigest())
    if PurePath(name).suffix.lower() in _MARKDOWN:
        text, origin = _without_marks(text, origin)
    return RawDocument(name, text, origin, (*warnings, *direction_warnings(text)))


def _without_marks(text: str, origin: Origin) -> tuple[str, Origin]:
    """A Markdown text as its readers see it; one without any marks stays as it is."""
    start = origin.labels[0].span.end if origin.labels else 0
    if not is_markdown(text[start:]):
        return text, origin
    builder = TextBuilder()
    if start:
        builder.add(text[:start].strip("\n"), SegmentKind.BOILERPLATE)
    read_marks(text[start:], builder)
    return (builder.text, replace(origin, labels=builder.labels)) if builder.text.strip() else (text, origin)


def _front_matter(text: str, sha256: str) -> Origin:
    """What the block of fields at the top of a Markdown file says."""
    found = _FRONT_MATTER.match(text) or _TOML_MATTER.match(text)
    if found is None:
        return Origin(sha256=sha256)
    fields = {
        field["name"].lower(): (field["double"] or field["single"] or field["bare"]).strip()
        for field in _FIELD.finditer(found["fields"])
    }
    evidence = (
        Evidence("published", fields[name], f"the field “{name}” at the top", confidence)
        for name, confidence in _DATES.items()
        if name in fields
    )
    return Origin(
        sha256=sha256,
        title=fields.get("title", ""),
        author=fields.get("author", ""),
        url=fields.get("url", "") or fields.get("canonical", ""),
        language=fields.get("lang", "") or fields.get("language", ""),
        evidence=tuple(evidence),
        labels=(Segment(SegmentKind.BOILERPLATE, Span(0, found.end())),),
    )
