"""Markdown as its readers see it: without its marks, their meaning kept as labels (the common part of CommonMark)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline_app.formats.readers.assembly import TextBuilder
from timeline_app.model.source import SegmentKind

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(?P<text>.*?)(?:[ \t]+#+)?[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})")
_QUOTE = re.compile(r" {0,3}>[ \t]?(?P<text>.*)")
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(?P<text>\S.*)")
_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t:|-]*-{2,}[ \t:|-]*")
_COMMENT = re.compile(r"<!--.{0,5000}?-->", re.DOTALL)
_IMAGE = re.compile(r"!\[(?P<text>[^\]\n]{0,500})\]\([^()\s]{0,2000}(?:[ \t]+\"[^\"\n]{0,300}\")?\)")
_LINK = re.compile(
    r"\[(?P<text>[^\]\[\n]{1,500})\](?:\([^()\s]{0,2000}(?:[ \t]+\"[^\"\n]{0,300}\")?\)|\[[^\]\n]{0,100}\])"
)
_ADDRESS = re.compile(r"<(?P<text>https?://[^\s<>]{1,2000})>")
_STRONG = re.compile(
    r"(?<![\\\w*])(?P<mark>\*\*\*|\*\*|\*)(?=[^\s*])(?P<text>[^*\n]{1,2000}?)(?<=[^\s*])(?P=mark)(?![*])"
)
_LOW = re.compile(r"(?<![\\\w])(?P<mark>___|__|_)(?=[^\s_])(?P<text>[^_\n]{1,2000}?)(?<=[^\s_])(?P=mark)(?!\w)")
_CODE = re.compile(r"`(?P<text>[^`\n]{1,500})`")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")


@dataclass(slots=True)
class _Line:
    text: str
    role: SegmentKind | None = None
    alone: bool = False  # begins and ends a block


def is_markdown(text: str) -> bool:
    """Whether a text uses the marks: one that does not stays exactly as it is."""
    return any(_HEADING.fullmatch(line) or _LINK.search(line) or _STRONG.search(line) for line in text.split("\n"))


def read_marks(text: str, builder: TextBuilder) -> None:
    """Adds the blocks of a Markdown text to `builder`, the marks taken away and their meaning as roles."""
    gap = 0
    last: _Line | None = None
    for line in _lines(_COMMENT.sub("", text)):
        if line is None:
            gap += 1
            continue
        joined = last is not None and not gap and not line.alone and not last.alone and line.role is last.role
        builder.add(line.text, line.role, gap="\n" if joined else "\n\n", group=id(last) if joined else None)
        last, gap = line, 0


def _lines(text: str) -> Iterator[_Line | None]:
    """Each line with its role; None for an empty one."""
    lines = text.split("\n")
    fenced = False
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if _FENCE.match(line):
            fenced = not fenced
            yield None
        elif fenced:
            yield _Line(line, SegmentKind.BOILERPLATE) if line.strip() else None
        elif not line.strip() or _RULE.fullmatch(line) or _is_underline(line, lines[number - 1] if number else ""):
            yield None
        elif heading := _HEADING.fullmatch(line):
            plain = _plain(heading["text"])
            yield _Line(plain, SegmentKind.HEADLINE, alone=True) if plain else None
        elif _UNDERLINE.fullmatch(following) and not _RULE.fullmatch(line) and len(line) <= 200 and "|" not in line:
            yield _Line(_plain(line), SegmentKind.HEADLINE, alone=True)
        elif "|" in line and _TABLE_RULE.fullmatch(line):
            continue
        elif line.lstrip().startswith("|"):
            cells = (_plain(cell).strip() for cell in line.strip().strip("|").split("|"))
            yield _Line("\t".join(cell for cell in cells if cell))
        elif quote := _QUOTE.fullmatch(line):
            plain = _plain(quote["text"])
            yield _Line(plain, SegmentKind.QUOTE) if plain else None
        elif bullet := _BULLET.fullmatch(line):
            yield _Line(_plain(bullet["text"]))
        else:
            yield _Line(_plain(line.strip()) or line.strip())


def _is_underline(line: str, before: str) -> bool:
    return bool(_UNDERLINE.fullmatch(line)) and bool(before.strip()) and len(before) <= 200 and "|" not in before


def _plain(text: str) -> str:
    """A line without its marks: emphasis, code, links by their words, pictures by their descriptions."""
    text = _LINK.sub(r"\g<text>", _IMAGE.sub(r"\g<text>", text))
    text = _ADDRESS.sub(r"\g<text>", _CODE.sub(r"\g<text>", text))
    text = _LOW.sub(r"\g<text>", _STRONG.sub(r"\g<text>", _STRONG.sub(r"\g<text>", text)))
    return _ESCAPED.sub(r"\1", text).strip()
