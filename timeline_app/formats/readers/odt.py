"""OpenDocument texts: paragraphs, headings and tables in order, notes and comments after them, and the properties."""

import hashlib
from collections.abc import Iterator

from timeline_app.formats.errors import UnreadableError
from timeline_app.formats.readers.assembly import TextBuilder, author_of
from timeline_app.formats.readers.decoding import direction_warnings
from timeline_app.formats.readers.package import DAMAGED, Element, open_package, parse_xml, read_part
from timeline_app.model.document_text import Origin, RawDocument
from timeline_app.model.source import Evidence, SegmentKind

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _OFFICE, _TABLE, _META, _STYLE = (
    f"{{{_OASIS}{part}:1.0}}" for part in ("text", "office", "table", "meta", "style")
)

_DC = "{http://purl.org/dc/elements/1.1/}"
_UNSEEN = {
    f"{_TEXT}tracked-changes",
    f"{_OFFICE}forms",
    f"{_TEXT}sequence-decls",
    f"{_DC}creator",
    f"{_DC}date",
    f"{_TEXT}note-citation",
}
_SPACES = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}
_PARAGRAPHS = {f"{_TEXT}p", f"{_TEXT}h"}
_CREATED, _MODIFIED = 0.5, 0.45


def read_odt(data: bytes, name: str) -> RawDocument:
    """Reads an OpenDocument text; FormatError for one that is broken, protected, a bomb, or holds no text."""
    archive = open_package(data, name)
    manifest = read_part(archive, "META-INF/manifest.xml", name) or b""
    if b"encryption-data" in manifest:
        raise UnreadableError(name, "it is protected by a password; save it without one")
    content = read_part(archive, "content.xml", name)
    if content is None:
        raise UnreadableError(name, DAMAGED)
    meta = read_part(archive, "meta.xml", name)
    facts = _facts(meta, name) if meta else {}
    builder = TextBuilder()
    aside: list[tuple[str, SegmentKind | None]] = []  # notes and comments, told after the text
    heads, feet = _running(read_part(archive, "styles.xml", name), name)
    for text in heads:
        builder.add(text, SegmentKind.BOILERPLATE)
    for body in parse_xml(content, name).iter(f"{_OFFICE}text"):
        for block in _blocks(body):
            _add(builder, block, aside)
    has_text = builder.length > sum(map(len, heads)) + 2 * len(heads)
    for text, role in (*aside, *((text, SegmentKind.BOILERPLATE) for text in feet)):
        builder.add(text, role)
    if not has_text and not aside:
        raise UnreadableError(name, "it holds no text")
    origin = Origin(
        kind="odt",
        sha256=hashlib.sha256(data).hexdigest(),
        title=facts.get("title", ""),
        author=author_of(facts.get("initial-creator", "")) or author_of(facts.get("creator", "")),
        language=facts.get("language", ""),
        evidence=tuple(_evidence(facts)),
        labels=builder.labels,
    )
    return RawDocument(name, builder.text, origin, direction_warnings(builder.text))


def _running(styles: bytes | None, name: str) -> tuple[list[str], list[str]]:
    """What stands at the head and at the foot of the pages, once each; nothing where the styles are damaged."""
    try:
        root = parse_xml(styles, name) if styles else None
    except UnreadableError:
        root = None
    found: tuple[list[str], list[str]] = ([], [])
    for texts, tag in zip(found, ("header", "footer"), strict=True):
        for element in (
            () if root is None else root.iter(f"{_STYLE}{tag}", f"{_STYLE}{tag}-first", f"{_STYLE}{tag}-left")
        ):
            said = " ".join(" ".join("".join(p.itertext()).split()) for p in element.iter(f"{_TEXT}p")).strip()
            if said and said not in texts:
                texts.append(said)
    return found


def _blocks(root: Element) -> Iterator[Element]:
    """The paragraphs, headings and table rows below an element, in order and without recursion."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag in _PARAGRAPHS or element.tag == f"{_TABLE}table-row":
            yield element
        elif element.tag not in _UNSEEN:
            waiting.extend(reversed(element))


def _add(builder: TextBuilder, block: Element, aside: list[tuple[str, SegmentKind | None]]) -> None:
    if block.tag == f"{_TABLE}table-row":
        cells = (" ".join(_text(p, aside) for p in _blocks_of_cell(cell)) for cell in block.iter(f"{_TABLE}table-cell"))
        text = "\t".join(" ".join(cell.split()) for cell in cells if cell.strip())
        role, gap = None, "\n"
    else:
        text = _text(block, aside)
        style = block.get(f"{_TEXT}style-name", "").lower()
        role, gap = (
            SegmentKind.HEADLINE if block.tag == f"{_TEXT}h" or style in ("title", "subtitle") else _role(style),
            "\n\n",
        )
    if text:
        builder.add(text, role, gap=gap)


def _blocks_of_cell(cell: Element) -> Iterator[Element]:
    return (element for element in cell.iter() if element.tag in _PARAGRAPHS)


def _role(style: str) -> SegmentKind | None:
    if style.startswith(("illustration", "caption", "figure", "drawing")):
        return SegmentKind.CAPTION
    return SegmentKind.QUOTE if style.startswith(("quot", "block")) else None


def _text(paragraph: Element, aside: list[tuple[str, SegmentKind | None]]) -> str:
    """The visible text of a paragraph; its notes and comments go to `aside`."""
    pieces: list[str] = [paragraph.text or ""]
    waiting: list[Element | str] = _reversed_content(paragraph)
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            pieces.append(item)
        elif item.tag in _SPACES:
            count = item.get(f"{_TEXT}c", "1")
            pieces.append(_SPACES[item.tag] * (min(int(count), 100) if count.isdigit() and len(count) < 4 else 1))
        elif item.tag in (f"{_OFFICE}annotation", f"{_TEXT}note"):
            said = " ".join(" ".join("".join(p.itertext()).split()) for p in item.iter(f"{_TEXT}p"))
            if said:
                aside.append((said, SegmentKind.COMMENT if item.tag == f"{_OFFICE}annotation" else None))
        elif item.tag not in _UNSEEN:
            if item.tag in _PARAGRAPHS:  # a text box inside the paragraph
                pieces.append("\n")
            pieces.append(item.text or "")
            waiting += _reversed_content(item)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _reversed_content(element: Element) -> "list[Element | str]":
    """An element's children, each after it the text that follows, last first; its own text is not among them."""
    content: list[Element | str] = []
    for child in element:
        content.append(child)
        if child.tail:
            content.append(child.tail)
    return content[::-1]


def _facts(meta: bytes, name: str) -> dict[str, str]:
    """The document's properties by their names without namespace; none where they are damaged."""
    found: dict[str, str] = {}
    try:
        root = parse_xml(meta, name)
    except UnreadableError:
        return found
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.startswith((_META, _DC)) and element.text:
            found.setdefault(element.tag.rpartition("}")[2], " ".join(element.text.split())[:300])
    return found


def _evidence(facts: dict[str, str]) -> Iterator[Evidence]:
    for key, where, confidence in (
        ("creation-date", "when it was made", _CREATED),
        ("date", "when it was changed", _MODIFIED),
    ):
        if written := facts.get(key):
            yield Evidence("published", written[:64], f"the document's properties, {where}", confidence)
