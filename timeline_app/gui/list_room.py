"""How the lists of one column share its height: a fair part each, whole rows only, and nothing between them."""

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QLayout

from timeline_app.gui.row_list import RowList

_COMPANY = 2  # rows: one alone does not show that there are more
_KEPT = 3  # rows of the list of most weight that it gives to no other


def share_room(room: int, lists: Sequence[tuple[RowList, int]]) -> None:
    """Gives lists heights that `room` pixels hold together, by their weights.

    A list that needs less than its part leaves the rest to the others.  Each shows whole rows, one at least, and two
    where the list of most weight keeps three; what then remains goes, row by row, to the first list that can use it.
    """
    parts = _parts(room, [(one.content_height, weight) for one, weight in lists])
    heights = [one.whole_rows(part) for (one, _), part in zip(lists, parts, strict=True)]
    for number, (one, _) in enumerate(lists):
        heights[number] = one.whole_rows(max(heights[number], heights[number] + room - sum(heights)))
    _give_company(room, lists, heights)
    for (one, _), height in zip(lists, heights, strict=True):
        one.set_room(height)


def _give_company(room: int, lists: Sequence[tuple[RowList, int]], heights: list[int]) -> None:
    """Takes rows from the list of most weight for one that shows a single row, unless its weight is the least."""
    heaviest = max(range(len(lists)), key=lambda number: lists[number][1])
    least = min(weight for _, weight in lists)
    giver = lists[heaviest][0]
    for number, (one, weight) in enumerate(lists):
        lacking = one.rows_height(_COMPANY) - heights[number]
        if number == heaviest or weight == least or lacking <= 0:
            continue
        left = giver.whole_rows(heights[heaviest] - max(0, lacking - (room - sum(heights))))
        if left >= giver.rows_height(_KEPT) and sum(heights) - heights[heaviest] + left + lacking <= room:
            heights[number] += lacking
            heights[heaviest] = left


def _parts(room: int, wanted: list[tuple[int, int]]) -> list[float]:
    """How much of `room` each gets of (height wanted, weight)."""
    parts = [0.0] * len(wanted)
    open_ = set(range(len(wanted)))
    left = float(max(room, 0))
    while open_:
        weights = sum(wanted[number][1] for number in open_)
        content = {number for number in open_ if wanted[number][0] <= left * wanted[number][1] / weights}
        for number in content or open_:
            height, weight = wanted[number]
            parts[number] = height if content else left * weight / weights
        if not content:
            break
        left -= sum(wanted[number][0] for number in content)
        open_ -= content
    return parts


def height_beside(layout: QLayout, lists: Collection[RowList], width: int) -> int:
    """Pixels that everything but the lists takes in a column, and in the columns within it that hold a list."""
    margins = layout.contentsMargins()
    total, shown = margins.top() + margins.bottom(), 0
    for item in filter(None, (layout.itemAt(number) for number in range(layout.count()))):
        widget = item.widget()
        shown += not item.isEmpty()  # spacers are empty: Qt sets no space around them
        if item.spacerItem() is not None:
            total += item.sizeHint().height()
        elif item.isEmpty() or widget in lists:
            continue
        elif widget is not None and (inner := widget.layout()) is not None and any(map(widget.isAncestorOf, lists)):
            total += height_beside(inner, lists, width)
        else:
            wraps = item.hasHeightForWidth()
            total += item.heightForWidth(width) if wraps else item.sizeHint().height()
    return total + max(shown - 1, 0) * layout.spacing()
