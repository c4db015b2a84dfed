"""FoundWords: where the paragraphs that are shown hold what is searched for; each is looked through once."""

import re
from collections.abc import Iterator, Sequence

from PySide6.QtGui import QTextBlock


class FoundWords:
    """Places of words and phrases, without case, in UTF-16 units of the document that Qt shows."""

    def __init__(self, words: Sequence[str] = ()) -> None:
        self.words = tuple(words)
        patterns = (r"\s+".join(map(re.escape, each.split())) for each in words)
        either = "|".join(pattern for pattern in patterns if pattern)
        self._pattern = re.compile(either, re.IGNORECASE) if either else None
        self._places: dict[int, list[tuple[int, int]]] = {}

    def places(self, block: QTextBlock) -> list[tuple[int, int]]:
        """Begin and end of each place in a paragraph."""
        number = block.blockNumber()
        if self._pattern is None:
            return []
        if number not in self._places:
            text, start = block.text(), block.position()
            has_pairs = len(text) != block.length() - 1  # letters that are two units
            spans = [found.span() for found in self._pattern.finditer(text)]
            if has_pairs:
                spans = list(_in_units(text, spans))
            self._places[number] = [(start + begin, start + end) for begin, end in spans]
        return self._places[number]


def _in_units(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans that follow each other, in UTF-16 units; counted on from one to the next."""
    at = units = 0
    for begin, end in spans:
        start = units + _units(text[at:begin])
        at, units = end, start + _units(text[begin:end])
        yield start, units


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
