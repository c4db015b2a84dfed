"""The words of a clause that tell its time, which a title leaves to the column of the date."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from timeline_app.extraction.events.kept_times import is_amount_of, is_needed_length, is_of_honour, moves_to
from timeline_app.extraction.events.polarity import waits_until
from timeline_app.extraction.events.tree import SUBJECTS, child
from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token


class ClauseTimes:
    """Which words and phrases tell when: of those in time expressions (`timed`), those that may go.

    What leads to the titled event (`path`) never goes.
    """

    def __init__(self, timed: frozenset[int], path: frozenset[int]) -> None:
        self.timed = timed
        self.path = path

    def is_half(self, token: "Token", kept: "Mapping[int, Token]") -> bool:
        """ "on Monday but for the rain": the preposition of a time, to which one of something else is joined."""
        time, other = child(token, "pobj"), child(token, "conj")
        if token.dep_ != "prep" or time is None or other is None or other.pos_ != "ADP" or time.i not in self.timed:
            return False
        dated = any(t.ent_type_ in ("DATE", "TIME") for t in other.subtree)
        return not dated and not self.is_time(other, kept) and other.i not in self.path

    def lead_after(self, token: "Token") -> bool:
        """Whether a preposition and a time follow a word."""
        after = token.doc[token.i + 1 : token.i + 3]
        return len(after) == 2 and after[0].pos_ == "ADP" and after[1].i in self.timed

    def is_time(self, token: "Token", kept: "Mapping[int, Token]") -> bool:
        """A time phrase, or a preposition that only governs one: the date has its own column.

        A phrase goes whole or not at all: what hangs on a word of it that stays, stays too.
        """
        if token.i in self.timed:
            if token.head.i in self.timed and token.head.i in kept:
                return False
            if token.dep_ in SUBJECTS:
                return len([c for c in token.head.children if c.dep_ in SUBJECTS]) > 1
            if self._waits_until(token) or self._measures(token) or is_amount_of(token, self.timed):
                return False
            if is_of_honour(token.head) or is_needed_length(token):
                return False
            return token.dep_ not in ("dobj", "attr") or token.head.lemma_ == "date" or self._is_adverbial(token)
        phrase = token.dep_ in ("prep", "agent") and not _is_particle(token)
        if phrase or (token.dep_ == "prt" and child(token, "pobj") is not None):
            beside = ("again", "also", "then")  # "on 3 March and again on 29 March"
            loose = ("dep", "cc", "advmod", "neg")
            inner = [c for c in token.children if not (c.is_punct or c.dep_ in loose or c.lower_ in beside)]
            if waits_until(token) or moves_to(token) or (inner and is_amount_of(inner[0], self.timed)):
                return False
            if is_of_honour(token):
                return False
            return all(self._is_period(c, kept) for c in inner) if inner else token.i + 1 in self.timed
        return False

    def _is_period(self, token: "Token", kept: "Mapping[int, Token]") -> bool:
        """A time, or the part of one that its preposition governs: "the early hours of Sunday"."""
        if token.i in self.timed or token.lower_ in ("earliest", "latest"):
            return True
        if token.dep_ in ("prep", "conj") and token.pos_ == "ADP":
            dated = token.dep_ == "conj" and any(t.ent_type_ in ("DATE", "TIME") for t in token.subtree)
            return dated or self.is_time(token, kept)  # "on 3 March and again on 29 March"
        of = child(token, "prep")
        edges = words("events_nouns", "nouns", "periods") | words("events_nouns", "nouns", "edges")
        edge = token.lemma_.lower() in edges | words("events_cues", "titles", "shares")
        return edge and of is not None and of.lower_ == "of" and self.is_time(of, kept)

    def _waits_until(self, token: "Token") -> bool:
        """Whether a time belongs to "not ... until", which would tell the opposite without it."""
        while token.i in self.timed and token.head.i != token.i:
            token = token.head
        return waits_until(token) or moves_to(token)

    def _measures(self, token: "Token") -> bool:
        """Whether a time is part of a compound before a noun: "an 18-day strike", "morning trade"."""
        top = token
        while top.head.i in self.timed and top.head.i != top.i:
            top = top.head
        first = top.left_edge.i
        while first - 1 in self.timed:
            first -= 1
        before = top.doc[first - 1]
        names = top.dep_ == "compound" and (before.pos_ != "ADP" or top.head.head.i == before.i)
        hyphened = names or any(c.tag_ == "HYPH" or c.text == "-" for c in top.subtree)
        return hyphened and top.dep_ in ("amod", "compound", "nmod", "nummod") and top.i < top.head.i

    def _is_adverbial(self, token: "Token") -> bool:
        """Whether a time parsed as an object stands as an adverbial: "after 11 am", "began that autumn"."""
        if token.head.lemma_ == "spend":
            return False
        first = token.i
        while first - 1 in self.timed:
            first -= 1
        doc = token.doc
        governed = first > 0 and doc[first - 1].pos_ in ("ADP", "SCONJ")
        said = {t.lower_ for t in doc[first : token.i + 1]}
        return governed or not said.isdisjoint(("that", "this", "last", "next", "following", "same", "previous"))

    def run_of(self, index: int) -> range:
        """The time words round one of them."""
        first = last = index
        while first - 1 in self.timed:
            first -= 1
        while last + 1 in self.timed:
            last += 1
        return range(first, last + 1)


def _is_particle(token: "Token") -> bool:
    """The "on" of "went on", no "on" or "at" of "shut on 3 May" that is only tagged so."""
    carried = token.head.lemma_.lower() in words("events_cues", "titles", "going_on")
    placed = token.lower_ in ("at", "by") or (token.lower_ == "on" and not carried)
    return token.tag_ == "RP" and not token.children and not placed
