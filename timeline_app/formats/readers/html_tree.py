"""A page's markup as blocks of visible text, each with the role that its elements have.  Nothing is ever fetched."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeAlias

from timeline_app.formats.readers.html_roles import role_of
from timeline_app.model.source import SegmentKind

Element: TypeAlias = Any  # lxml's own classes are not annotated well enough to name

_UNSEEN = {
    "script", "style", "template", "head", "svg", "iframe", "object", "embed", "applet", "canvas", "audio", "video",
    "select", "datalist", "textarea", "map", "title", "meta", "link", "base", "frameset", "noframes",
}  # fmt: skip
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "nobr", "picture", "q", "rp", "rt", "ruby", "s", "samp", "small", "source", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "input", "track", "param",
}  # fmt: skip
_IN_WORDS = {"sup", "sub", "wbr", "br", "i", "b", "em", "strong", "u", "s", "img", "input", "rp", "rt", "q"}
_DEEPEST = 4  # elements within each other that are looked into for a letter
_TIGHT = {"li", "tr", "dt", "dd", "option"}  # one line each, without a blank line between them
_CELLS = {"td", "th"}
_BLANKS = re.compile(r"[ \t\n\r\f\v\xa0\u2000-\u200a\u202f\u205f\u3000]+")
_SOFT = re.compile("[\u00ad\u200b\u2060\ufeff]")  # soft hyphens and zero-width blanks: where a word may break
_BREAK, _CELL_END = "\x1e", "\x1f"
_BREAKING = ("br", "p", "div", "table", "li", "h1", "h2", "h3", "hr")
_LAYOUT_BREAKS, _LAYOUT_PROSE = 4, 200  # of a cell that holds a column of a page and no entry of a table
_PROSE = 60  # characters from which a block's text counts as prose
_MOST_PROSE = 0.5  # the share of the page's prose from which no name makes an element furniture


@dataclass(slots=True)
class PageBlock:
    """A block of visible text: the element that holds it, its role, and whether it is one line of a list or table."""

    text: str
    element: Element
    role: SegmentKind | None
    tight: bool = False
    group: int = 0  # the labelled element that gave the role; neighbours of one group are one segment


def parse_page(markup: str) -> Element | None:
    """The tree of a page, None where there is none.  The parser opens no file and no connection."""
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_pis=True, remove_comments=True, huge_tree=True
    )  # huge: 2,048 levels instead of 256, below which the parser drops all text
    try:
        root = html.document_fromstring(markup.replace("\x00", "\ufffd").encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return root if isinstance(root.tag, str) else None


def page_blocks(root: Element) -> list[PageBlock]:
    """Every visible block of the page in order."""
    return _Walk(root).blocks()


class _Walk:
    """One pass over the tree; text is gathered until an element begins or ends a block."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._prose = _prose_by_element(root)
        self._columns = _rows_of_columns(root, self._prose)
        self._holds_title = _ancestors_of(root, "h1")
        self._blocks: list[PageBlock] = []
        self._pieces: list[tuple[str, SegmentKind | None]] = []
        self._open: list[tuple[Element, SegmentKind | None, int]] = []  # block elements around the place
        self._inline_roles: list[SegmentKind | None] = []  # of the inline elements around, the innermost role each
        self._preformatted = 0
        self._groups = 0

    def blocks(self) -> list[PageBlock]:
        from lxml import etree

        walk = etree.iterwalk(self._root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if tag in _UNSEEN or not tag:
                    walk.skip_subtree()
                else:
                    self._enter(tag, element)
            else:
                if tag and tag not in _UNSEEN:
                    self._leave(tag, element)
                self._add(element.tail)
        self._flush()
        return self._blocks

    def _enter(self, tag: str, element: Element) -> None:
        role = self._role(tag, element)
        if tag == "br":
            self._pieces.append((_BREAK, None))
        elif tag in _INLINE:
            if _stands_apart(tag, element, role):
                self._pieces.append((" ", None))
            self._inline_roles.append(role or (self._inline_roles[-1] if self._inline_roles else None))
            self._add("[" if _is_note_mark(tag, element) else "")
        elif tag not in _CELLS or role is not None or element.getparent() in self._columns:
            self._flush()
            inherited, group = (self._open[-1][1], self._open[-1][2]) if self._open else (None, 0)
            if role is not None and (inherited is None or role is SegmentKind.COMMENT):
                self._groups += 1
                inherited, group = role, self._groups
            self._open.append((element, inherited, group))
            self._preformatted += tag == "pre"
        self._add(element.text)

    def _leave(self, tag: str, element: Element) -> None:
        if tag == "br":
            return
        if tag in _INLINE:
            self._add("]" if _is_note_mark(tag, element) else "")
            self._inline_roles.pop()
        elif self._open and self._open[-1][0] is element:
            self._flush()
            self._open.pop()
            self._preformatted -= tag == "pre"
        elif tag in _CELLS:
            self._pieces.append((_CELL_END, None))

    def _add(self, text: str | None) -> None:
        if text:
            self._pieces.append((text, self._inline_roles[-1] if self._inline_roles else None))

    def _flush(self) -> None:
        if not self._pieces:
            return
        pieces, self._pieces = self._pieces, []
        element, role, group = self._open[-1] if self._open else (self._root, None, 0)
        own = {own for piece, own in pieces if piece.strip()}
        if role is None and len(own) == 1:  # the block is nothing but a span of that role
            role, group = own.pop(), 0
        joined = "".join(piece for piece, _ in pieces)
        for number, text in enumerate(_lines(joined, pre=self._preformatted > 0)):
            self._blocks.append(PageBlock(text, element, role, element.tag in _TIGHT and not number, group))

    def _role(self, tag: str, element: Element) -> SegmentKind | None:
        """The role of an element, unless it holds the page's title or most of its prose: wrappers have names too."""
        role = role_of(tag, element.attrib)
        if role is None:
            return None
        if element in self._holds_title:
            return None
        total = self._prose.get(self._root, 0)
        if role is not SegmentKind.COMMENT and self._prose.get(element, 0) > _MOST_PROSE * total:
            return None
        return role


def _is_note_mark(tag: str, element: Element) -> bool:
    """Whether an element is the raised number of a note, "2013<sup><a>12</a></sup>": no part of the year before it."""
    if tag != "sup":
        return False
    linked = element.getparent().tag == "a" or any(child.tag == "a" for child in element)
    return linked and len(element) <= 1 and "".join(islice(element.itertext(), 3)).strip().isdecimal()


def _stands_apart(tag: str, element: Element, role: SegmentKind | None) -> bool:
    """Whether styles alone keep an inline element apart from the one before it: links side by side, "15 May" and the
    same for screen readers, a date and a name."""
    before = element.getprevious()
    if before is None or before.tail or not isinstance(before.tag, str) or tag in _IN_WORDS or before.tag in _IN_WORDS:
        return False
    if (tag == "a" and before.tag == "a") or role is not None or role_of(before.tag, before.attrib) is not None:
        return True
    ends, begins = _last_letter(before), _first_letter(element)
    return (ends.isdigit() or ends.islower()) and begins.isupper()


def _first_letter(element: Element) -> str:
    for _ in range(_DEEPEST):
        if element.text or not len(element):
            return (element.text or "")[:1]
        element = element[0]
    return ""


def _last_letter(element: Element) -> str:
    for _ in range(_DEEPEST):
        if not len(element):
            return (element.text or "")[-1:]
        element = element[-1]
        if element.tail:
            return str(element.tail)[-1:]
    return ""


def _lines(text: str, *, pre: bool) -> Iterator[str]:
    """The paragraphs in a block's text: blanks as one, line breaks kept, empty lines as ends of a paragraph."""
    text = _SOFT.sub("", text)
    if pre:
        parts = re.split(r"\n[ \t]*\n", text.replace(_BREAK, "\n").replace(_CELL_END, "\t"))
        yield from (part.strip("\n") for part in parts if part.strip())
        return
    kept: list[str] = []
    for line in (*text.split(_BREAK), ""):
        cells = (_BLANKS.sub(" ", cell).strip() for cell in line.split(_CELL_END))
        if line := "\t".join(cell for cell in cells if cell):
            kept.append(line)
        elif kept:
            yield "\n".join(kept)
            kept = []


def totals(root: Element, own: Mapping[Element, int]) -> Counter[Element]:
    """For each element, the sum of what it and all elements in it have of their own; one pass, however deep."""
    held = Counter(own)
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if parent is not None and held[element]:
            held[parent] += held[element]
    return held


def inside(root: Element, tag: str) -> set[Element]:
    """Every element of a kind, and all that is in one."""
    return {one for element in root.iter(tag) for one in (element, *element.iter())}


def _prose_by_element(root: Element) -> Counter[Element]:
    """Characters of prose within each element that holds any."""
    own: dict[Element, int] = {}
    for element in root.iter("p", "blockquote", "td", "div", "li", "dd", "section", "article"):
        size = len(element.text or "") + sum(len(child.tail or "") for child in element)
        size += sum(len(child.text or "") for child in element if child.tag in _INLINE)
        if size >= _PROSE:
            own[element] = size
    return totals(root, own)


def _rows_of_columns(root: Element, prose: Mapping[Element, int]) -> set[Element]:
    """The rows that lay out the page, as pages did before style sheets: a cell of them holds paragraphs."""
    breaks = totals(root, dict.fromkeys(root.iter(*_BREAKING), 1))
    cells = (cell for cell in root.iter(*_CELLS) if prose.get(cell, 0) >= _LAYOUT_PROSE)
    return {cell.getparent() for cell in cells if breaks[cell] >= _LAYOUT_BREAKS}


def _ancestors_of(root: Element, tag: str) -> set[Element]:
    found: set[Element] = set()
    for element in root.iter(tag):
        for ancestor in element.iterancestors():
            if ancestor in found:
                break
            found.add(ancestor)
    return found
