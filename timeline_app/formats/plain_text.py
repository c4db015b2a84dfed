"""Text for a terminal or a text file: control characters out, lines wrapped by the columns that they take."""

import re
import unicodedata
from collections.abc import Iterator

# C0 and C1 controls (terminal escapes begin with one), and the marks that reorder or hide what follows them:
# bidirectional embeddings, overrides and isolates (Unicode TR 36, 3.2), line separators, the byte order mark.
_HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+")
_ESCAPE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[PX^_][^\x1b]*(?:\x1b\\)?"
)


def clean(text: str) -> str:
    """`text` on one line, safe to print: no escapes, no controls, runs of blanks as one."""
    return " ".join(_HARMFUL.sub(" ", _ESCAPE.sub("", text)).split())


def columns(text: str) -> int:
    """Columns that `text` takes on a terminal: two for wide East Asian characters, none for combining marks."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns, broken at blanks; only a word longer than a line is cut."""
    lines: list[str] = []
    line = ""
    for word in _pieces(text, width):
        joined = f"{line} {word}" if line else word
        if columns(joined) <= width:
            line = joined
        else:
            lines.append(line)
            line = word
    return [*lines, line] if line else lines


def _pieces(text: str, width: int) -> Iterator[str]:
    for word in text.split():
        piece = ""
        taken = 0
        for character in word if columns(word) > width else ():
            size = columns(character)
            if taken + size > width:
                yield piece
                piece, taken = "", 0
            piece, taken = piece + character, taken + size
        yield piece or word
