"""What the worker remembers of a project, so that each new document is answered with the events that it tells."""

from typing import Any

from timeline_app.extraction.corroboration import Corroborator, Group, Suggestion
from timeline_app.model.annotation import Mention
from timeline_app.model.codec import decode
from timeline_app.model.source import Source

JsonObject = dict[str, Any]


class ProjectMemory:
    """The documents that new ones are compared with: recalled from the window, then those that were analysed."""

    def __init__(self) -> None:
        self._corroborator = Corroborator()

    def forget(self) -> JsonObject:
        """Starts with an empty project."""
        self._corroborator = Corroborator()
        return {}

    def recall(self, request: JsonObject) -> JsonObject:
        """Takes in sources and mentions of the project, in any number of requests, each source with its first."""
        sources: tuple[Source, ...] = decode(tuple[Source, ...], request.get("sources", []))
        mentions: tuple[Mention, ...] = decode(tuple[Mention, ...], request.get("mentions", []))
        self._corroborator.recall(sources, mentions)
        return {}

    def group(self) -> JsonObject:
        """The groups among everything that was recalled; a mention that is in none tells an event of its own."""
        groups, pairs = self._corroborator.everything()
        return {"groups": groups_as_json(groups), "pairs": [_pair_as_json(pair) for pair in pairs]}

    def add(self, source: Source, mentions: tuple[Mention, ...]) -> JsonObject:
        """Takes in an analysed document; the groups of its mentions, and the pairs that are left to the analyst."""
        groups, pairs = self._corroborator.add(source, mentions)
        return {"groups": groups_as_json(groups), "pairs": [_pair_as_json(pair) for pair in pairs]}


def groups_as_json(groups: list[Group]) -> list[JsonObject]:
    """Groups as an answer holds them."""
    return [
        {"mentions": list(group.mentions), "origins": group.origins, "confidence": group.confidence} for group in groups
    ]


def _pair_as_json(pair: Suggestion) -> JsonObject:
    return {"one": pair.one, "other": pair.other, "reason": pair.reason, "contradicts": pair.contradicts}
