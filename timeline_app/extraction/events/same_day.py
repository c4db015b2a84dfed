"""What happened on the day of another event: "on the evening of the crash", "in the same attack"."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.counted import date_of, told_before
from timeline_app.extraction.events.kinds import kind_of, listed_lemma
from timeline_app.extraction.events.light_verbs import is_speech
from timeline_app.extraction.events.time_links import TimeLink
from timeline_app.extraction.events.tree import child
from timeline_app.model.annotation import DateBasis, Relation, TimeExpression, TimeRef
from timeline_app.model.token import Tense

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc, Token

_DAYS = frozenset(("day", "morning", "afternoon", "evening", "night"))
_WITHIN = frozenset(("on", "during", "in", "at"))
_NEAR = 3  # words: "after the first hearing"
_NO_DATES = frozenset(("DATE", "TIME"))


def same_day_links(
    doc: "Doc", expressions: Sequence[TimeExpression], candidates: Sequence[Candidate], links: Mapping[int, TimeLink]
) -> dict[int, TimeLink]:
    """Links of the clauses that name the day by what happened on it, where the text has told when that was."""
    found: dict[int, TimeLink] = {}
    for candidate in candidates:
        if candidate.noun or candidate.token.lemma_ == "be":
            continue
        for phrase in candidate.token.children:
            after = _is_answered_to(candidate.token, phrase)
            period = child(phrase, "pobj") if phrase.dep_ == "prep" and (after or phrase.lower_ in _WITHIN) else phrase
            other = period if after else (_event_of(period) or _same_event(period)) if period is not None else None
            if period is None or other is None or not _may_serve(candidate.token, period, expressions, links):
                continue
            told = [c for c in candidates if not _is_to_come(c, expressions, links)] if after else candidates
            base = (
                date_of(other.i, links)
                or told_before(other, period.i, told, links)
                or (_of_its_kind_before(other, candidates, links) if other is period else None)
            )
            if base is not None and not (after and not _is_of_day(base, expressions)):
                ref = TimeRef(base.expression, Relation.SAME_DAY)
                found[candidate.token.i] = TimeLink((ref,), DateBasis.CLAUSE, period.left_edge.i)
    return found


def _is_answered_to(verb: "Token", phrase: "Token") -> bool:
    """ "said after the verdict that": people are asked at once."""
    after = phrase.dep_ == "prep" and phrase.lower_ in ("after", "following") and is_speech(verb)
    noun = child(phrase, "pobj") if after and verb.tag_ == "VBD" else None
    return noun is not None and noun.tag_ in ("NN", "NNS") and noun.i <= phrase.i + _NEAR and noun.head is phrase


def _is_to_come(candidate: Candidate, expressions: Sequence[TimeExpression], links: Mapping[int, TimeLink]) -> bool:
    ref = date_of(candidate.token.i, links)
    return ref is not None and any(e.id == ref.expression and e.tense is Tense.FUTURE for e in expressions)


def _is_of_day(base: TimeRef, expressions: Sequence[TimeExpression]) -> bool:
    time = next((e.time for e in expressions if e.id == base.expression), None)
    return time is not None and time.first_day is not None and time.first_day == time.last_day


def _event_of(period: "Token") -> "Token | None":
    """The noun behind "the evening of": one that is no date."""
    if period.lower_ not in _DAYS or period.dep_ not in ("pobj", "npadvmod"):
        return None
    of = next((c for c in period.children if c.lower_ == "of" and c.i == period.i + 1), None)
    noun = child(of, "pobj") if of is not None else None
    return noun if noun is not None and noun.pos_ == "NOUN" and noun.ent_type_ not in _NO_DATES else None


def _same_event(noun: "Token") -> "Token | None":
    """The noun of "in the same attack": one that the text has told; no "in the same year"."""
    event = noun.dep_ == "pobj" and noun.ent_type_ not in _NO_DATES
    return noun if event and any(c.lower_ == "same" for c in noun.children) else None


def _of_its_kind_before(
    noun: "Token", candidates: Sequence[Candidate], links: Mapping[int, TimeLink]
) -> TimeRef | None:
    """The day of the last event of its kind: "was convicted in April ... was sentenced in the same trial"."""
    kind = kind_of(listed_lemma(noun), noun=True)
    if kind is None:
        return None
    told = (
        date_of(c.token.i, links)
        for c in reversed(candidates)
        if c.token.i < noun.i and kind_of(listed_lemma(c.token), noun=c.noun) == kind
    )
    return next((ref for ref in told if ref is not None), None)


def _may_serve(
    verb: "Token", period: "Token", expressions: Sequence[TimeExpression], links: Mapping[int, TimeLink]
) -> bool:
    """Whether a clause has no date but the part of the day itself, which alone tells no day."""
    link = links.get(verb.i)
    if link is None or not link.refs:
        return True
    own = next((e for e in expressions if e.id == link.refs[0].expression), None)
    return own is None or own.span.start <= period.idx < own.span.end
