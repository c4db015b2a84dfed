"""What figures may mean in German texts, where a full stop groups thousands and ends a day or a month."""

import re
from collections.abc import Iterator

from timeline_app.temporal.shapes import readings
from timeline_app.temporal.values import Number, Pair, Value

_GROUPED = re.compile(r"\d{1,3}\.\d{3}")
_DAY_MONTH = re.compile(r"(\d{1,2})\.(\d{1,2})")


def figures(word: str) -> Iterator[Value]:
    """Every value that a token of figures may have: 1.500 is a count, 3.5 may be a day and its month."""
    if _GROUPED.fullmatch(word) and word.isascii():
        yield Number(float(word.replace(".", "")))
        return
    yield from readings(word)
    if (match := _DAY_MONTH.fullmatch(word)) and word.isascii():
        yield Pair(int(match[1]), int(match[2]))
