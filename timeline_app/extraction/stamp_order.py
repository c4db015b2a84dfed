"""Whether the stamps of a chat or log are written day first: one program wrote them all, and time only goes on."""

import re

from timeline_app.model.source import DateOrder
from timeline_app.temporal.stamped_lines import stamped_lines

_FIGURES = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{2,4})")


def order_of_stamps(text: str) -> DateOrder | None:
    """The order in which all stamps of a text are days of the calendar and none steps back; None where both are."""
    stamps = (_FIGURES.match(text[line.stamp.start : line.stamp.end]) for line in stamped_lines(text))
    dates = [(int(m[1]), int(m[2]), int(m[3])) for m in stamps if m is not None]
    fitting = [order for order in (DateOrder.DMY, DateOrder.MDY) if dates and _fits(dates, order)]
    return fitting[0] if len(fitting) == 1 else None


def _fits(dates: list[tuple[int, int, int]], order: DateOrder) -> bool:
    day, month = (0, 1) if order is DateOrder.DMY else (1, 0)
    read = [(date[2], date[month], date[day]) for date in dates]
    return all(1 <= m <= 12 and 1 <= d <= 31 for _, m, d in read) and read == sorted(read)
