"""Which time phrases are a mention's own: those have their column, so its title goes without them."""

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from timeline_app.extraction.events.time_links import TimeLink, locates
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import TimeExpression, TimeRef

if TYPE_CHECKING:
    from spacy.tokens import Token


class OwnTimes:
    """Finds the words of a sentence's times that a title leaves out.

    Kept are lengths ("three days of mourning"), times that name a thing ("the 2017 law"), and the dates of what else
    the title tells ("said the army fled on Friday"), unless they are counted from a day that the title does not have.
    """

    def __init__(
        self,
        timed: Mapping[int, TimeExpression],
        headers: frozenset[int],
        hosts: Mapping[str, set[int]],
        links: Mapping[int, TimeLink],
    ) -> None:
        self._headers = headers
        self._links = links
        self._tokens: dict[str, set[int]] = defaultdict(set)
        self._hosts = dict(hosts)
        self._told: dict[int, dict[str, TimeExpression]] = defaultdict(dict)  # by the sentence's start
        for index, expression in timed.items():
            self._tokens[expression.id].add(index)
            self._told[expression.sentence.start][expression.id] = expression
            if expression.range_end is not None and expression.id in hosts:
                self._hosts[expression.range_end] = hosts[expression.id]
        self._ends = {e.range_end for e in timed.values() if e.range_end is not None}

    def of(self, token: "Token") -> frozenset[int]:
        """The words to leave out of the title of the mention that `token` heads."""
        found = set(self._headers)
        told = self._told.get(token.sent.start_char, {})
        for expression in told.values():
            if self._is_own(expression, token):
                found |= self._tokens[expression.id]
        return frozenset(found)

    def _is_own(self, expression: TimeExpression, token: "Token") -> bool:
        if any(ref.counted == expression.id for ref in self._refs(token.i)):
            return True  # "fled a week before police came"
        if not locates(expression.tree) and expression.id not in self._ends:
            return False
        hosts = self._hosts.get(expression.id, set())
        own = {ref.expression for ref in self._refs(token.i)}
        if token.i in hosts or expression.id in own:
            return True
        if any(c.i in hosts for c in token.children if c.dep_ == "xcomp"):
            return True  # "decided to withdraw on Monday"
        if not hosts:
            return False
        shared = any(own & {ref.expression for ref in self._refs(host)} for host in hosts)
        return shared or expression.phrase.lower().split(" ", 1)[0] in words("events_cues", "titles", "deictic")

    def _refs(self, index: int) -> tuple[TimeRef, ...]:
        link = self._links.get(index)
        return link.refs if link is not None else ()
