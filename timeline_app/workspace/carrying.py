"""Carrying out a change: at once, or a large one in slices between which the window lives."""

from collections.abc import Iterator
from itertools import islice

from timeline_app.model.change import Batch, Change, Insert, Remove, Replace, steps_of
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink

_WHOLE = 400  # steps up to which a change is carried out at once
_SLICE = 250  # steps
_EVENTS = 20  # steps of a slice that concern events, each of which every view looks at

_Step = Insert | Remove | Replace


class Carrying:
    """A change on its way into a document, in slices if it `is_large`; `inverse` takes it back once it `is_done`."""

    def __init__(self, document: TimelineDocument, change: Change, *, in_slices: bool) -> None:
        self.change = change
        self._document = document
        self.is_large = in_slices and _has_more(change, _WHOLE)
        self._parts: Iterator[Change] = _slices(change) if self.is_large else iter((change,))
        self._next: Change | None = next(self._parts, None)
        self._inverses: list[Change] = []

    @property
    def is_done(self) -> bool:
        """Whether the document holds the whole change."""
        return self._next is None

    @property
    def inverse(self) -> Change:
        """What takes back what was carried out so far."""
        return self._inverses[0] if len(self._inverses) == 1 else Batch(tuple(reversed(self._inverses)))

    def carry_on(self) -> tuple[Change, Change]:
        """Carries out the next part; the part and its inverse."""
        part = self._next
        if part is None:
            raise ValueError("all of it has been carried out")
        inverse = self._document.apply(part)
        self._inverses.append(inverse)
        self._next = next(self._parts, None)
        return part, inverse


def _has_more(change: Change, number: int) -> bool:
    return next(islice(steps_of(change), number, None), None) is not None


def _slices(change: Change) -> Iterator[Change]:
    """The steps of a change in order, some hundred at a time, fewer where they concern events."""
    steps: list[_Step] = []
    events = 0
    for step in steps_of(change):
        steps.append(step)
        kind = step.kind if isinstance(step, Remove) else type(step.record)
        events += kind in (Event, SourceLink)
        if len(steps) == _SLICE or events == _EVENTS:
            yield Batch(tuple(steps))
            steps, events = [], 0
    if steps:
        yield Batch(tuple(steps))
