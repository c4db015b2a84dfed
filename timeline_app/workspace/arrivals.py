"""Arrivals: what the worker answers about one document, put together from its parts."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline_app.model.annotation import Mention, TimeExpression
from timeline_app.model.codec import CodecError, decode
from timeline_app.model.pair import Pair
from timeline_app.model.source import Source

if TYPE_CHECKING:
    from timeline_app.extraction.corroboration import Group
    from timeline_app.extraction.source_analysis import SourceAnalysis


@dataclass(frozen=True)
class Arrival:
    """A document as it was read, the groups of its mentions with those of the project, and pairs for the analyst."""

    analysis: "SourceAnalysis"
    groups: "tuple[Group, ...]"
    pairs: tuple[Pair, ...]


class Arriving:
    """Collects the parts of one answer.  Raises CodecError for what is none of ours."""

    def __init__(self) -> None:
        self._expressions: list[TimeExpression] = []
        self._mentions: list[Mention] = []
        self._groups: list[Group] | None = None

    def take(self, message: dict[str, Any]) -> None:
        """Takes in the records of one part."""
        self._expressions += decode(tuple[TimeExpression, ...], message.get("expressions", []))
        self._mentions += decode(tuple[Mention, ...], message.get("mentions", []))
        if "groups" in message:
            self._groups = self._groups or []
            self._groups += map(_group, _items(message["groups"]))

    def finish(self, message: dict[str, Any]) -> Arrival:
        """The whole, once its last part was taken."""
        from timeline_app.extraction.source_analysis import SourceAnalysis  # not before the first import

        source: Source = decode(Source, message.get("source"))
        warnings: tuple[str, ...] = decode(tuple[str, ...], message.get("warnings", []))
        analysis = SourceAnalysis(source, tuple(self._expressions), tuple(self._mentions), warnings)
        return Arrival(analysis, self._told_groups(), _pairs(message.get("pairs", [])))

    def _told_groups(self) -> "tuple[Group, ...]":
        """The groups as answered; where none came, each sentence tells an event of its own."""
        from timeline_app.extraction.corroboration import Group

        if self._groups is None:
            return tuple(Group((m.key,), 1, m.confidence) for m in self._mentions if m.salient)
        return tuple(self._groups)


def grouping_of(message: dict[str, Any]) -> "tuple[tuple[Group, ...], tuple[Pair, ...]]":
    """The groups and pairs of an answer.  Raises CodecError for what is none."""
    return tuple(_group(item) for item in _items(message.get("groups"))), _pairs(message.get("pairs", []))


def _items(data: object) -> list[dict[str, Any]]:
    if not isinstance(data, list) or not all(isinstance(item, dict) for item in data):
        raise CodecError("expected a list of objects")
    return data


def _group(item: dict[str, Any]) -> "Group":
    from timeline_app.extraction.corroboration import Group

    return Group(
        decode(tuple[str, ...], item.get("mentions")),
        decode(int, item.get("origins")),
        decode(float, item.get("confidence")),
    )


def _pairs(data: object) -> tuple[Pair, ...]:
    return tuple(decode(Pair, item) for item in _items(data))
