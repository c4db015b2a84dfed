"""Word documents: paragraphs and tables in order, headers, notes and comments labelled, properties as evidence."""

import hashlib
import posixpath
import zipfile
from collections.abc import Iterable, Iterator

from timeline_app.formats.errors import UnreadableError
from timeline_app.formats.readers.assembly import TextBuilder, author_of
from timeline_app.formats.readers.decoding import direction_warnings, plain_line_ends
from timeline_app.formats.readers.package import DAMAGED, Element, open_package, parse_xml, read_part
from timeline_app.model.document_text import Origin, RawDocument
from timeline_app.model.source import Evidence, SegmentKind

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HIDDEN = "del moveFrom delText instrText delInstrText rPr pPr tblPr tcPr trPr sectPr sdtPr"
# Deleted and moved text, field codes, properties, and the second copy of what old programs cannot draw.
_UNSEEN = {f"{_W}{tag}" for tag in _HIDDEN.split()} | {_FALLBACK}
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": " ", f"{_W}noBreakHyphen": "-", f"{_W}ptab": " "}
_CREATED, _MODIFIED = 0.5, 0.45
# What programs that write documents copy into each of them: python-docx's template, the zero of Unix and of zip.
_OF_TEMPLATES = frozenset(("2013-12-23T23:15:00Z", "1970-01-01T00:00:00Z", "1980-01-01T00:00:00Z"))
_STYLES = (
    (("title", "heading", "subtitle"), SegmentKind.HEADLINE),
    (("caption",), SegmentKind.CAPTION),
    (("quote", "intensequote", "blocktext"), SegmentKind.QUOTE),
    (("toc", "header", "footer"), SegmentKind.BOILERPLATE),
)
_LONGEST_HEADING = 300  # code points; a paragraph set as a heading is still a paragraph


def read_docx(data: bytes, name: str) -> RawDocument:
    """Reads a Word document; FormatError for one that is broken, protected, a bomb, or holds no text."""
    archive = open_package(data, name)
    body = read_part(archive, "word/document.xml", name)
    if body is None:
        raise UnreadableError(name, DAMAGED)
    root = parse_xml(body, name)  # refuses entities before the library parses the part again
    properties = _properties(archive, name)
    styles = _style_names(archive, name)
    builder = TextBuilder()
    broken = _add_parts(builder, archive, _parts(archive, "header"), name, SegmentKind.BOILERPLATE)
    for paragraph in root.iter(f"{_W}body"):
        _add_blocks(builder, paragraph, styles)
    broken += _add_parts(builder, archive, ("word/footnotes.xml", "word/endnotes.xml"), name, None)
    broken += _add_parts(builder, archive, ("word/comments.xml",), name, SegmentKind.COMMENT)
    broken += _add_parts(builder, archive, _parts(archive, "footer"), name, SegmentKind.BOILERPLATE)
    text = builder.text
    if not text.strip():
        raise UnreadableError(name, "it holds no text")
    origin = Origin(
        kind="docx",
        sha256=hashlib.sha256(data).hexdigest(),
        title=properties.get("title", ""),
        author=author_of(properties.get("creator", "")),
        language=properties.get("language", ""),
        evidence=tuple(_evidence(properties)),
        labels=builder.labels,
    )
    damage = (f"Parts of it are damaged and were left out: {', '.join(broken)}.",) if broken else ()
    return RawDocument(name, text, origin, (*damage, *direction_warnings(text)))


def _add_parts(
    builder: TextBuilder, archive: zipfile.ZipFile, parts: Iterable[str], name: str, role: SegmentKind | None
) -> list[str]:
    """Adds headers, footers, notes or comments; returns the names of those that are damaged."""
    broken = []
    for part in parts:
        try:
            data = read_part(archive, part, name)
            if data is not None:
                _add_blocks(builder, parse_xml(data, name), {}, role)
        except UnreadableError:
            broken.append(posixpath.basename(part).removesuffix(".xml"))
    return broken


def _parts(archive: zipfile.ZipFile, stem: str) -> list[str]:
    """The headers or footers of a document."""
    return sorted(
        part
        for part in archive.namelist()
        if posixpath.basename(part).startswith(stem) and part.startswith("word/") and part.endswith(".xml")
    )


def _add_blocks(builder: TextBuilder, root: Element, styles: dict[str, str], role: SegmentKind | None = None) -> None:
    """Adds every paragraph below `root` in order, a table's row as one line."""
    seen: set[str] = set()  # a header on each section is often the same text
    for block, is_row in _blocks(root):
        text = _row_text(block) if is_row else _text(block)
        if not text or (role is SegmentKind.BOILERPLATE and text in seen):
            continue
        seen.add(text)
        own = role or (None if is_row else _role(block, styles, text))
        builder.add(text, own, gap="\n" if is_row else "\n\n")


def _blocks(root: Element) -> Iterator[tuple[Element, bool]]:
    """The paragraphs and table rows below an element, without recursion; a nested table belongs to its row."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_W}p":
            yield element, False
        elif element.tag == f"{_W}tr":
            yield element, True
        elif element.tag not in _UNSEEN:
            waiting.extend(reversed(element))


def _row_text(row: Element) -> str:
    cells = (
        " ".join(filter(None, (_text(paragraph) for paragraph in cell.iter(f"{_W}p")))) for cell in row.iter(f"{_W}tc")
    )
    return "\t".join(" ".join(cell.split()) for cell in cells if cell)


def _text(paragraph: Element) -> str:
    """The visible text of a paragraph: insertions in, deletions and field codes out."""
    pieces: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_W}t":
            pieces.append(element.text or "")
        elif element.tag in _BREAKS:
            pieces.append(_BREAKS[element.tag])
        elif element.tag == f"{_W}p" and pieces:  # a text box inside the paragraph
            pieces.append("\n")
            waiting.extend(reversed(element))
        elif element.tag not in _UNSEEN:
            waiting.extend(reversed(element))
    lines = (" ".join(line.split()) for line in plain_line_ends("".join(pieces)).split("\n"))
    return "\n".join(line for line in lines if line)


def _role(paragraph: Element, styles: dict[str, str], text: str) -> SegmentKind | None:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    id_ = style.get(f"{_W}val", "") if style is not None else ""
    name = styles.get(id_, id_).lower().replace(" ", "")
    role = next((role for starts, role in _STYLES if name.startswith(starts)), None)
    return None if role is SegmentKind.HEADLINE and len(text) > _LONGEST_HEADING else role


def _style_names(archive: zipfile.ZipFile, name: str) -> dict[str, str]:
    """The built-in names of the styles by their ids, which translated programs name in their own language."""
    found: dict[str, str] = {}
    try:
        data = read_part(archive, "word/styles.xml", name)
        styles = parse_xml(data, name).iter(f"{_W}style") if data is not None else ()
    except UnreadableError:  # headings are then told by their looks
        return found
    for style in styles:
        label = style.find(f"{_W}name")
        if label is not None:
            found[style.get(f"{_W}styleId", "")] = label.get(f"{_W}val", "")
    return found


def _properties(archive: zipfile.ZipFile, name: str) -> dict[str, str]:
    """Title, author, language and dates as the document's core properties have them; none where they are damaged."""
    try:
        data = read_part(archive, "docProps/core.xml", name)
        elements = list(parse_xml(data, name)) if data is not None else []
    except UnreadableError:  # a text without properties is still a text
        return {}
    told = ((element.tag.rpartition("}")[2], " ".join((element.text or "").split())[:300]) for element in elements)
    return {key: value for key, value in told if value}


def _evidence(properties: dict[str, str]) -> Iterator[Evidence]:
    for name, where, confidence in (
        ("created", "the document's properties, when it was made", _CREATED),
        ("modified", "the document's properties, when it was changed", _MODIFIED),
    ):
        if name in properties and properties[name] not in _OF_TEMPLATES:
            yield Evidence("published", properties[name], where, confidence)
