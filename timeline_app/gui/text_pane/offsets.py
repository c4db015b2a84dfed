"""A source's text as Qt shows it, and the map between its code points and Qt's UTF-16 positions."""

import re
from bisect import bisect_right

_IRREGULAR = re.compile("\r\n?|[\x00\U00010000-\U0010ffff\ud800-\udfff]")
_LINE = re.compile("[^\r\n]+")
_LONGEST_LINE = 20_000  # code points; Qt lays longer paragraphs out in more than linear time
_REPLACEMENT = "\ufffd"


class ShownText:
    """`text` made showable: single line ends, very long lines broken, what Qt cannot hold replaced.

    `shown` is what to hand to Qt.  Offsets outside the text are clamped.
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._points = [0]  # code points where the distance between the two changes,
        self._units = [0]  # and their UTF-16 positions
        edits = (
            [] if _is_regular(text) else [(m.start(), m.end(), _shown(m.group())) for m in _IRREGULAR.finditer(text)]
        )
        edits += [(place, place, "\n") for place in _long_line_breaks(text)]
        parts: list[str] = []
        done = units = 0
        for start, end, shown in sorted(edits):
            parts += (text[done:start], shown)
            units += start - done + (2 if shown > "\uffff" else 1)
            done = end
            if units - done != self._units[-1] - self._points[-1]:
                self._points.append(done)
                self._units.append(units)
        parts.append(text[done:])
        self._total = units + len(text) - done
        self.shown = "".join(parts)

    def to_qt(self, code_point: int) -> int:
        """The UTF-16 position of a code point."""
        code_point = max(0, min(code_point, self._length))
        index = bisect_right(self._points, code_point) - 1
        return self._units[index] + code_point - self._points[index]

    def to_source(self, unit: int) -> int:
        """The code point at a UTF-16 position, or the one that holds it."""
        unit = max(0, min(unit, self._total))
        index = bisect_right(self._units, unit) - 1
        found = self._points[index] + unit - self._units[index]
        if index + 1 < len(self._points):
            found = min(found, self._points[index + 1] - 1)
        return found


def _is_regular(text: str) -> bool:
    """Whether Qt shows every code point as one unit; a hundred times as fast as looking for those that it does not."""
    if "\r" in text or "\0" in text:
        return False
    try:
        return text.isascii() or len(text.encode("utf-16-le")) == 2 * len(text)
    except UnicodeEncodeError:  # lone surrogates
        return False


def _shown(mark: str) -> str:
    if mark[0] == "\r":
        return "\n"
    return mark if mark > "\uffff" else _REPLACEMENT


def _long_line_breaks(text: str) -> list[int]:
    """Where lines longer than Qt can lay out are broken, after a blank where there is one near."""
    places: list[int] = []
    if max(map(len, text.split("\n"))) <= _LONGEST_LINE:
        return places
    for line in _LINE.finditer(text):
        start, end = line.span()
        while end - start > _LONGEST_LINE:
            limit = start + _LONGEST_LINE
            blank = text.rfind(" ", limit - 1000, limit)
            start = blank + 1 if blank >= 0 else limit
            places.append(start)
    return places
