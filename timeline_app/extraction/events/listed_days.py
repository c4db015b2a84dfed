"""Days that are listed beside one verb: "met on 4 and 6 February" tells of two meetings.

Each may bring what it is said of: "was hit in Rigo in March and near Sule on 9 May", "won the cup in 1981 and a medal
in 1984".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline_app.extraction.events.headline import finish
from timeline_app.extraction.events.time_links import TimeLink, locates
from timeline_app.extraction.events.time_words import token_range, whole_range
from timeline_app.model.annotation import DateBasis, Mention, Relation, TimeExpression, TimeRef
from timeline_app.model.granularity import Granularity

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc, Token

_JOINING = frozenset(
    ("and", ",", "&", "on", "in", "again", "then", "at", "also", "finally", "later", "between", "from")
)
_PLACING = frozenset(("on", "in", "at"))
_PLACES = frozenset(("in", "at", "on", "near", "off", "outside", "to", "from", "into", "over"))
_COMPLEMENTS = frozenset(("dobj", "attr", "oprd"))
_VERBAL = ("V", "MD", "W")  # tags: verbs, and words that open a clause
_LONGEST_ASIDE = 8  # words
_LONGEST_COMPLEMENT = 10  # words
_MOST = 12


@dataclass(frozen=True, slots=True)
class _Listed:
    """A further time of a verb, its words and those before it, and what is told then instead of which words."""

    expression: TimeExpression
    words: range
    instead: tuple[tuple[str, str], ...] = ()


class ListedDays:
    """The times that stand in one list with the time that dates a mention."""

    def __init__(self, doc: "Doc", expressions: Sequence[TimeExpression], links: Mapping[int, TimeLink]) -> None:
        ends = {e.range_end for e in expressions}
        self._doc = doc
        self._by_id = {e.id: e for e in expressions}
        self._listed = [e for e in expressions if locates(e.tree) and not e.is_header and e.id not in ends]
        self._place = {e.id: n for n, e in enumerate(self._listed)}
        self._taken = {ref.expression for link in links.values() for ref in link.refs}
        self._found = {doc[i].idx: found for i, link in links.items() if (found := self._beside(doc[i], link))}

    def left_out(self, token: "Token") -> frozenset[int]:
        """The words of the further times of a verb, which its title goes without."""
        listed = self._found.get(token.idx, ())
        words = {c.i for c in token.children if listed and c.dep_ == "advmod" and c.lower_ in ("twice", "thrice")}
        for other in listed:
            words.update(other.words)
        return frozenset(words)

    def twins(self, mention: Mention) -> Iterator[Mention]:
        """The same mention on each other day of its list, keyed by where that day stands."""
        for listed in self._found.get(mention.head.start, ()):
            other, title = listed.expression, mention.title
            for own, instead in listed.instead:
                opens = own[:1].upper() + own[1:]  # "Market was shelled": the subject, at the title's head
                held = opens if own and title.startswith(opens) else own
                title = finish(title.replace(held, instead, 1)) if held and held in title else ""
            if not title:
                continue  # it does not have what the other day has instead
            key = f"{mention.key.split(':', 1)[0]}:{other.span.start}-{other.span.end}"
            ref = TimeRef(other.id, Relation.FROM if other.range_end else Relation.AT)
            yield replace(mention, key=key, head=other.span, time_refs=(ref,), title=title)

    def _beside(self, host: "Token", link: TimeLink) -> tuple[_Listed, ...]:
        own = link.refs[0] if len(link.refs) == 1 else None
        if own is None or own.relation is not Relation.AT or own.counted or own.expression not in self._place:
            return ()
        if link.basis not in (DateBasis.CLAUSE, DateBasis.NOUN):
            return ()
        place = self._place[own.expression]
        found: list[_Listed] = []
        for step in (-1, 1):
            for count in range(1, _MOST):
                index = place + step * count
                if not 0 <= index < len(self._listed) or self._listed[index].id in self._taken:
                    break
                pair = self._listed[min(index, index - step)], self._listed[max(index, index - step)]
                listed = self._in_list(*pair, self._listed[index])
                if listed is None and step > 0 and link.basis is DateBasis.CLAUSE:
                    listed = self._parallel(host, self._listed[place], *pair)
                if listed is None:
                    break
                found.append(listed)
        return tuple(found)

    def _in_list(self, one: TimeExpression, other: TimeExpression, new: TimeExpression) -> _Listed | None:
        """One of two times that nothing but "and", commas and the like keeps apart."""
        if one.sentence != other.sentence or one.time is None or other.time is None:
            return None
        alike = one.time.granularity is other.time.granularity and type(one.tree) is type(other.tree)
        if max(one.time.granularity.rank, other.time.granularity.rank) > Granularity.YEAR.rank:
            return None
        before, after = whole_range(self._doc, one, self._by_id), whole_range(self._doc, other, self._by_id)
        if not before or not after or before[-1] >= after[0]:
            return None
        between = _without_aside([t.lower_ for t in self._doc[before[-1] + 1 : after[0]]])
        words = range(before[-1] + 1, after[-1] + 1) if new is other else range(before[0], after[0])
        once_more = between[:2] == ["and", "again"] and all(word in _JOINING for word in between)
        if once_more and self._doc[before[-1]].head.i < before[0] and self._counts(before[0]):
            return _Listed(new, words)  # "twice: on 8 May, when two men were killed, and again on 11 May"
        if (one.range_end or other.range_end) and not once_more:
            return None
        if between[-3:-1] == ["and", "again"] and between[-1] in _PLACING and self._counts(before[0]):
            return _Listed(new, words)
        listed = bool(between) and between[0] in ("and", ",", "&") and all(word in _JOINING for word in between)
        return _Listed(new, words) if listed and (alike or once_more) else None

    def _counts(self, first: int) -> bool:
        """Whether "twice:" or "three times:" opens the list."""
        opening = [t.lower_ for t in self._doc[max(first - 3, 0) : first]]
        return ":" in opening and ("twice" in opening or "times" in opening)

    def _parallel(
        self, host: "Token", first: TimeExpression, one: TimeExpression, other: TimeExpression
    ) -> _Listed | None:
        """ "was hit in Rigo in March and near Sule on 9 May": a time with a complement of its own."""
        before, after = token_range(self._doc, one), token_range(self._doc, other)
        dated = token_range(self._doc, first)
        if one.sentence != other.sentence or one.range_end or other.range_end or other.time is None:
            return None
        if not before or not after or host.i >= dated[0] or before[-1] >= after[0]:
            return None
        opening = self._doc[after[0] - 1].lower_
        if opening not in _PLACING and opening != "," and self._doc[after[0]].lower_ not in ("last", "this", "next"):
            return None
        words = self._stripped(before[-1] + 1, after[0])
        end = after[-1] + 1
        if words is not None and not words:
            words = self._trailing(end)
            end = words[-1] + 1 if words else end
        if not words or len(words) > _LONGEST_COMPLEMENT:
            return None
        return _Listed(other, range(before[-1] + 1, end), self._instead(host, dated[0], words))

    def _instead(self, host: "Token", until: int, words: range) -> tuple[tuple[str, str], ...]:
        """What is said of another time instead of the first; of "six in Mira" both subject and place."""
        place = next((i for i in words[1:] if self._doc[i].tag_ == "IN"), None)
        who = range(words[0], place) if place is not None else range(0)
        if who and self._doc[who[0]].tag_ in ("CD", "DT") and self._doc[who[-1]].tag_ in ("CD", "JJR", "NNS"):
            where = range(who[-1] + 1, words[-1] + 1)
            told = range(*self._own_subject(host))
            counted = any(self._doc[i].tag_ == "CD" for i in told)
            bare = not any(c.dep_ in _COMPLEMENTS and host.i < c.i < until for c in host.children)
            if bare and counted:
                own = self._complement(host, until, where)
                return ((self._text(told), self._text(who)), (own, self._text(where)))
        own = self._complement(host, until, words)
        return ((own, self._text(words) if own else ""),)

    def _stripped(self, start: int, end: int) -> range | None:
        """The words of a complement between "and" and the preposition of its time; None where a clause stands there."""
        while start < end and self._doc[start].lower_ in ("and", ",", "then", "finally", "later", "but", "again"):
            start += 1
        joined = self._doc[start - 1].lower_ in ("and", ",", "then", "finally", "later", "again")
        while end > start and (self._doc[end - 1].lower_ in _PLACING or self._doc[end - 1].text == ","):
            end -= 1
        inside = self._doc[start:end]
        if not joined or any(t.tag_.startswith(_VERBAL) or t.text in (",", ";", ":", "(") for t in inside):
            return None
        return range(start, end)

    def _trailing(self, start: int) -> range:
        """ "and finally, on 31 March, by the Supreme Court": the complement behind the time."""
        doc = self._doc
        if start + 1 >= len(doc) or doc[start].text != "," or doc[start + 1].tag_ != "IN":
            return range(0)
        end = start + 1
        while (
            end < len(doc) and end - start <= _LONGEST_COMPLEMENT and doc[end].text not in (",", ".", ";", ":", "and")
        ):
            end += 1
        if (
            end >= len(doc)
            or doc[end].text not in (",", ".")
            or any(t.tag_.startswith(_VERBAL) for t in doc[start:end])
        ):
            return range(0)
        return range(start + 1, end)

    def _complement(self, host: "Token", until: int, instead: range) -> str:
        """What stands beside the first time where another has other words: its place, its agent, its object."""
        opening = self._doc[instead[0]]
        end = until - 1 if self._doc[until - 1].lower_ in _PLACING else until
        if opening.tag_ == "IN":
            phrases = [t for t in self._doc[host.i + 1 : end] if t.tag_ == "IN" and t.dep_ in ("prep", "agent")]
            same = [t for t in phrases if t.lower_ == opening.lower_]
            placed = [t for t in phrases if {t.lower_, opening.lower_} <= _PLACES]
            start = (same or placed or [host])[-1].i
        else:
            thing = self._replaced(host, instead)
            if self._is_other_subject(host, opening, instead, end):
                return self._text(range(*self._own_subject(host)))
            if thing is None or opening.tag_ == "CD":
                return ""
            start = thing.left_edge.i
        return self._text(range(start, end)) if host.i < start < end else ""

    def _own_subject(self, host: "Token") -> tuple[int, int]:
        """Where the subject of a verb begins and ends, without its article; nowhere if it is none of its own."""
        own = next((c for c in host.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if own is None or own.pos_ == "PRON" or own.i > host.i:
            return (0, 0)
        first = own.left_edge.i + (own.left_edge.lower_ in ("the", "a", "an"))
        return (first, own.right_edge.i + 1)

    def _is_other_subject(self, host: "Token", opening: "Token", instead: range, end: int) -> bool:
        """ "Five guards were arrested in April and one more on Monday": nothing but subjects to change places."""
        bare = not any(c.dep_ in (*_COMPLEMENTS, "prep", "agent") and host.i < c.i < end for c in host.children)
        placed = any(self._doc[i].tag_ in ("IN", "TO") for i in instead)
        plural = any(c.lower_ in ("were", "are", "have") for c in host.children)  # no "one more were arrested"
        fits = opening.tag_ in ("CD", "DT", "NNP", "PRP$") and not (
            plural and opening.lower_ in ("one", "a", "another") and not self._is_several(instead)
        )
        return bare and fits and not placed and self._own_subject(host) != (0, 0)

    def _is_several(self, words: range) -> bool:
        """ "another four", no "another"."""
        return any(self._doc[i].tag_ == "CD" and self._doc[i].lower_ not in ("one", "1") for i in words)

    def _replaced(self, host: "Token", instead: range) -> "Token | None":
        """The object, or what a preposition of the verb governs, with which other words are coordinated."""
        words = self._doc[instead[0] : instead[-1] + 1]
        if any(t.dep_ in _COMPLEMENTS and t.head.i == host.i for t in words):
            return next((c for c in host.children if c.dep_ in _COMPLEMENTS and c.i < instead[0]), None)
        joined = next((t for t in words if t.dep_ == "conj"), None)
        thing = joined.head if joined is not None and joined.head.i > host.i else None
        if joined is not None and (joined.head.i == host.i or joined.head.ent_type_ in ("DATE", "TIME")):
            thing = joined  # so the parser takes "in May and the king"
            return next((c for c in host.children if c.dep_ in _COMPLEMENTS and c.i < thing.i), None)
        while thing is not None and thing.dep_ in ("pobj", "prep", "conj", "appos") and thing.head.head.i > host.i:
            thing = thing.head
        if thing is None or thing.head.i == thing.i:
            return None
        if thing.dep_ in _COMPLEMENTS and thing.head.i == host.i:
            return thing
        governed = thing.dep_ == "pobj" and thing.head.head.i == host.i
        placed_too = any(self._doc[i].tag_ == "IN" for i in instead)  # "in Homs on Monday and injuries in Aleppo"
        return thing if governed and not placed_too else None

    def _text(self, words: range) -> str:
        return str(self._doc[words[0] : words[-1] + 1].text) if words else ""


def _without_aside(words: list[str]) -> list[str]:
    """ "and again, after a second storm, between": without what stands between two commas."""
    if words.count(",") != 2:
        return words
    opened = words.index(",")
    closed = words.index(",", opened + 1)
    return words[:opened] + words[closed + 1 :] if 1 < closed - opened <= _LONGEST_ASIDE else words
