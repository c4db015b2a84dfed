"""Blocks with roles to one text with labels, the same for every kind that has blocks."""

from collections.abc import Iterable

from timeline_app.model.source import Segment, SegmentKind
from timeline_app.model.token import Span

_NOBODY = frozenset(
    ("python-docx", "microsoft office user", "user", "admin", "administrator", "unknown", "author", "owner", "default")
)
_APART = (SegmentKind.HEADLINE, SegmentKind.UPDATE)  # each a segment of its own


class TextBuilder:
    """Puts blocks one under the other and remembers which stretch has which role."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._labels: list[Segment] = []
        self._group: object = None
        self._last_role: SegmentKind | None = None
        self.length = 0

    def add(self, text: str, role: SegmentKind | None = None, *, gap: str = "\n\n", group: object = None) -> int:
        """Adds a block after a gap; returns its offset.  Neighbours of one role are one segment.

        Headlines and updates are one only within one `group`.
        """
        gap = gap if self.length else ""
        start = self.length + len(gap)
        self._pieces += [gap, text]
        self.length = start + len(text)
        self._label(Span(start, self.length), role, group)
        return start

    def _label(self, span: Span, role: SegmentKind | None, group: object) -> None:
        same_group = group is not None and group == self._group
        if role is not None and role is self._last_role and (role not in _APART or same_group):
            self._labels[-1] = Segment(role, Span(self._labels[-1].span.start, span.end))
        elif role is not None:
            self._labels.append(Segment(role, span))
        self._last_role, self._group = role, group

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._pieces)

    @property
    def labels(self) -> tuple[Segment, ...]:
        """The stretches that have a role, in order."""
        return tuple(self._labels)


def author_of(creator: str) -> str:
    """Who made a document, but for the names that programs and new installations give for want of one."""
    return "" if creator.strip().casefold() in _NOBODY else creator.strip()


def numbered(numbers: Iterable[int]) -> str:
    """Numbers as people list them: "2, 5–7 and 9"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    listed = [str(a) if a == b else f"{a}–{b}" for a, b in runs]
    return listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} and {listed[-1]}"
