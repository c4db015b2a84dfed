"""Corroborator: groups and suggestions kept up while documents come in one after the other."""

from collections.abc import Iterable

from timeline_app.extraction.corroboration.grouping import Group, Grouping, group_of, in_document_order
from timeline_app.extraction.corroboration.suggestions import Suggestion, open_pairs
from timeline_app.model.annotation import Mention
from timeline_app.model.source import Source


class Corroborator:
    """Knows the documents so far; each new one is only compared with what lies near it in time and deed.

    Documents added in the order of their positions are grouped as `corroborate` groups all of them at once.
    """

    def __init__(self) -> None:
        self._sources: dict[str, Source] = {}
        self._grouping = Grouping(self._sources)
        self._undecided: list[tuple[Mention, Mention]] = []

    def recall(self, sources: Iterable[Source], mentions: Iterable[Mention]) -> None:
        """Takes in what the project holds already; mentions may come after their source, in several calls."""
        self._sources.update((source.id, source) for source in sources)
        self._undecided += self._grouping.add(in_document_order(mentions, self._sources))

    def everything(self) -> tuple[list[Group], list[Suggestion]]:
        """The groups of two and more mentions among all that was recalled, and the pairs left to the analyst."""
        groups = [group_of(members, self._sources) for members in self._grouping.groups if len(members) > 1]
        return groups, list(open_pairs(self._grouping, self._undecided).values())

    def add(self, source: Source, mentions: Iterable[Mention]) -> tuple[list[Group], list[Suggestion]]:
        """Takes in one more document: the groups that hold its mentions, and pairs with them for the analyst."""
        self._sources[source.id] = source
        shown = in_document_order(mentions, self._sources)
        undecided = self._grouping.add(shown)
        indexes = dict.fromkeys(self._grouping.index_of(mention.key) for mention in shown)
        groups = [group_of(self._grouping.members(index), self._sources) for index in indexes]
        return groups, list(open_pairs(self._grouping, undecided).values())
