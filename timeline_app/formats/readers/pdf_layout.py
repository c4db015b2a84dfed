"""The lines of PDF pages as paragraphs: by their places and type sizes, without the running heads and page numbers."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline_app.model.source import SegmentKind

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\xa0": " ", "\x00": " "}
)
_CONTROLS = re.compile("[\x01-\x08\x0b-\x1f\x7f\u200b\ufeff]")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|p\.)\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of|von|\|)\s*\d{1,4})?\W*$", re.IGNORECASE
)
_BULLET = re.compile(r"(?:[•▪◦●■–*·-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+\S")
_NOTE = re.compile(r"\[?\d{1,4}\]?[.)]?\s*[\"“‘'(\[A-Z]|\d{1,4}\s+[a-z]|[*†‡]\s*\S")  # "12 Interview with a resident"
_NOTE_SIZE, _SMALL = 0.95, 0.86  # of the text's type, of the line's (browsers print raised figures at 0.83)
_LONGEST_MARK = 3  # figures
_ENDS = re.compile(r"[.!?:;…]['\"”’)\]]*$")
_OPEN_END = re.compile(r"[,–—/(&-]$")  # more of the same must follow: "12–", "food,"
_GOES_ON = re.compile(r"(?!(?:page|seite|p|file|https?|www)\b)[a-zäöüß]{2,}[\s,;]")  # a sentence, and no head or foot
_HYPHENED = re.compile(r"[^\W\d_]{2,}-$")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_EDGE = 2  # lines at the top and foot of a page that may be running heads
_FEWEST_REPEATS = 3
_LONGEST_HEADING = 30  # words
_FULL = 0.75  # of the widest line: a shorter one was not broken for want of room


@dataclass(slots=True)
class Line:
    """A line as printed: its text, its place in points from the page's left and lower edge, its type size."""

    text: str
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, as one text; `page` is the number, from 0, of the page on which it begins."""

    text: str
    size: float
    page: int
    role: SegmentKind | None = None


class PageLines:
    """Gathers the runs of one page, as the extraction reports them, into lines."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._line = Line("")

    def add(self, text: str, cm: Sequence[float], tm: Sequence[float], _font: object, size: float | None) -> None:
        """Takes one run: its text, the two matrices that place it, and its font size."""
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        shown = abs((size or 0.0) * (tm[3] or tm[1]) * (cm[3] or cm[1]))
        if self._is_note_mark(text, y, shown):
            text = f"[{text.strip()}]"
        for number, part in enumerate(text.split("\n")):
            if number:
                self.end()
            if part.strip() and not self._line.text.strip():
                self._line = Line(self._line.text, x, y, shown)
            self._line.text += part

    def _is_note_mark(self, text: str, y: float, size: float) -> bool:
        """Whether a run is the raised number of a note, which would pass for a part of the word or year before it."""
        line = self._line
        is_number = text.strip().isdecimal() and len(text.strip()) <= _LONGEST_MARK and "\n" not in text
        return bool(is_number and line.text.strip() and size < _SMALL * line.size and y > line.y + 0.1 * line.size)

    def end(self) -> list[Line]:
        """Ends the line; returns all lines so far."""
        text = " ".join(_CONTROLS.sub("", self._line.text.translate(_LIGATURES)).split())
        if text:
            self._line.text = text
            self.lines.append(self._line)
        self._line = Line("")
        return self.lines


def within(lines: Sequence[Line], left: float, bottom: float, right: float, top: float) -> list[Line]:
    """The lines that a reader sees: those on the page.  All of them, where the page's size is hardly to be believed."""
    seen = [line for line in lines if left <= line.x <= right and bottom <= line.y <= top]
    return seen if 2 * len(seen) >= len(lines) else list(lines)


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """The paragraphs of all pages in reading order, running heads and page numbers as boilerplate.

    A paragraph that a page break cuts is one, and the heads of the second page come after it.
    """
    heads = _running_heads(pages)
    vocabulary = Counter(word.lower() for page in pages for line in page for word in _WORDS.findall(line.text))
    body_size = _most_common_size(line for page in pages for line in page)
    found: list[Paragraph] = []
    for number, page in enumerate(pages):
        running = [line for index, line in enumerate(page) if _is_running(line, index, len(page), heads)]
        lines = [line for line in page if not any(line is other for other in running)]
        own = [_paragraph(group, number, body_size, vocabulary) for group in _groups(lines, body_size)]
        above = next((one for one in reversed(found) if not _stands_apart(one, body_size)), None)
        if above is not None and own and _goes_on(above, own[0]):
            above.text = _joined([above.text, own.pop(0).text], vocabulary)
        found += [Paragraph(line.text, line.size, number, SegmentKind.BOILERPLATE) for line in running]
        found += own
    return found


def _paragraph(lines: Sequence[Line], page: int, body_size: float, vocabulary: Counter[str]) -> Paragraph:
    text = _joined([line.text for line in lines], vocabulary)
    is_large = body_size and lines[0].size >= 1.15 * body_size
    heading = is_large and len(text.split()) <= _LONGEST_HEADING and not text.endswith((".", ";", ","))
    has_words = any(character.isalpha() for character in text)
    return Paragraph(text, lines[0].size, page, SegmentKind.HEADLINE if heading and has_words else None)


def _stands_apart(paragraph: Paragraph, body_size: float) -> bool:
    """Whether a paragraph is a head or foot of the page or a note below its text, under which the text goes on."""
    is_note = paragraph.size < _NOTE_SIZE * body_size and _NOTE.match(paragraph.text) is not None
    return paragraph.role is SegmentKind.BOILERPLATE or is_note


def _groups(lines: Sequence[Line], body_size: float) -> Iterator[list[Line]]:
    """The lines of a page, cut where a paragraph ends."""
    if not lines:
        return
    step = _most_common_step(lines)
    widest = sorted(len(line.text) for line in lines)[-max(1, len(lines) // 10)]
    group = [lines[0]]
    for line, following in pairwise(lines):
        opens_note = following.size < _NOTE_SIZE * body_size and _NOTE.match(following.text)
        if opens_note or _ends_paragraph(line, following, step, widest):
            yield group
            group = []
        group.append(following)
    yield group


def _ends_paragraph(line: Line, following: Line, step: float, widest: int) -> bool:
    if abs(line.size - following.size) > 0.08 * max(line.size, following.size):
        return True
    if _BULLET.match(following.text):
        return True
    down = line.y - following.y
    if step and line.size and (down > 1.3 * step or (down < -0.5 * step and _ENDS.search(line.text))):
        return True
    is_indented = following.size and following.x - line.x > 0.8 * following.size and _ENDS.search(line.text)
    is_short = len(line.text) < _FULL * widest and not _OPEN_END.search(line.text)
    return bool(is_indented or (is_short and (_ENDS.search(line.text) or not following.text[:1].islower())))


def _joined(lines: Sequence[str], vocabulary: Counter[str]) -> str:
    """Lines as one text; a word that was broken at a line's end is mended unless it is written with its hyphen."""
    text = lines[0]
    for line in lines[1:]:
        broken = _HYPHENED.search(text)
        if broken is None or not line[:1].islower():
            text += " " + line
            continue
        rest = _WORDS.match(line)
        whole = f"{broken.group()}{rest.group() if rest else ''}".lower()
        keeps = vocabulary[whole] > vocabulary[whole.replace("-", "")]
        text = (text if keeps else text[:-1]) + line
    return text


def _goes_on(last: Paragraph, following: Paragraph) -> bool:
    """Whether a paragraph goes on over the page break."""
    if last.role is not None or following.role is not None or _ENDS.search(last.text):
        return False
    return following.text[:1].islower() and abs(last.size - following.size) <= 0.08 * max(last.size, following.size)


def _running_heads(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """What stands at the edge of most pages, figures aside."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_pattern(line.text) for line in (*page[:_EDGE], *page[-_EDGE:])})
    needed = max(_FEWEST_REPEATS, 0.3 * len(pages)) if len(pages) > 2 else 2
    return frozenset(pattern for pattern, count in counts.items() if count >= needed)


def _is_running(line: Line, index: int, count: int, heads: frozenset[str]) -> bool:
    if _EDGE <= index < count - _EDGE or _GOES_ON.match(line.text):
        return False
    return _pattern(line.text) in heads or (
        count > 1 and index in (0, count - 1) and bool(_PAGE_NUMBER.match(line.text))
    )


def _pattern(text: str) -> str:
    return re.sub(r"\d+", "#", text.lower())


def _most_common_size(lines: Iterable[Line]) -> float:
    counts: Counter[float] = Counter()
    for line in lines:
        counts[round(line.size, 1)] += len(line.text)
    return counts.most_common(1)[0][0] if counts else 0.0


def _most_common_step(lines: Sequence[Line]) -> float:
    steps = Counter(round(a.y - b.y, 1) for a, b in pairwise(lines) if 0 < a.y - b.y < 4 * max(a.size, 1.0))
    return steps.most_common(1)[0][0] if steps else 0.0
