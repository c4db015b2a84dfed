"""Corroborator: groups and suggestions kept up while documents come in one after the other."""

from array import array
from collections.abc import Iterable, Iterator

from timeline_app.extraction.corroboration.grouping import Group, Grouping, in_document_order
from timeline_app.extraction.corroboration.recollection import KeptSource, Recollection
from timeline_app.extraction.corroboration.suggestions import Suggestion, open_pairs
from timeline_app.model.annotation import Mention
from timeline_app.model.source import Source


class Corroborator:
    """Knows the documents so far; each new one is only compared with what lies near it in time and deed.

    Documents added in the order of their positions are grouped as `corroborate` groups all of them at once.  What it
    knows lies on disk: a thousand documents take about as much memory as one.
    """

    def __init__(self) -> None:
        self._kept = Recollection()
        self._sources: dict[str, KeptSource] = {}
        self._grouping = Grouping(self._sources, self._kept)
        self._undecided = array("q")  # the numbers of two mentions, and of the next two

    def recall(self, sources: Iterable[Source], mentions: Iterable[Mention]) -> None:
        """Takes in what the project holds already; mentions may come after their source, in several calls."""
        for source in sources:
            self._keep(source)
        for pair in self._grouping.add(in_document_order(mentions, self._sources)):
            self._undecided.extend(pair)

    def everything(self) -> tuple[list[Group], list[Suggestion]]:
        """The groups of two and more mentions among all that was recalled, and the pairs left to the analyst."""
        grouping = self._grouping
        several = (index for index in grouping.indexes if grouping.is_several(index))
        groups = [grouping.group(index) for index in several]
        return groups, list(open_pairs(grouping, self._pairs()).values())

    def add(self, source: Source, mentions: Iterable[Mention]) -> tuple[list[Group], list[Suggestion]]:
        """Takes in one more document: the groups that hold its mentions, and pairs with them for the analyst."""
        self._keep(source)
        shown = in_document_order(mentions, self._sources)
        first = len(self._kept)
        undecided = self._grouping.add(shown)
        indexes = dict.fromkeys(self._grouping.index_of(number) for number in range(first, len(self._kept)))
        groups = [self._grouping.group(index) for index in indexes]
        return groups, list(open_pairs(self._grouping, undecided).values())

    def _keep(self, source: Source) -> None:
        self._sources[source.id] = self._kept.keep(source)

    def _pairs(self) -> Iterator[tuple[int, int]]:
        numbers = iter(self._undecided)
        return zip(numbers, numbers, strict=True)
