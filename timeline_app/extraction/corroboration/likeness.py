"""How alike two mentions of one affair are, where their heads or parties do not settle it: for suggestions only.

Two reports of one affair choose other verbs, name other participants and tell other details.  What is counted is the
evidence of their titles: related deeds, things and numbers that both have, names, and one moment by the clock.  What
speaks against it rules the pair out: other doers, swapped roles, a man and a woman, other numbers.
"""

from functools import lru_cache

from timeline_app.extraction.corroboration.clocks import are_near, length
from timeline_app.extraction.corroboration.counting import counted_alike, differing_numbers
from timeline_app.extraction.corroboration.matching import are_elsewhere
from timeline_app.extraction.corroboration.naming import exclude_each_other, share_a_name, thing_of, title_names
from timeline_app.extraction.corroboration.parties import Roles, common_names, roles_of
from timeline_app.extraction.corroboration.wording import content_of, is_another, meaning_of
from timeline_app.extraction.events.kinds import are_opposite, may_be_akin, may_be_loosely_akin, may_be_same
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import Mention
from timeline_app.model.calendar import DAY

ENOUGH = 5  # of the evidence below
ENOUGH_IN_ANY = 7  # where the two documents name little in common
_RELATED = 3  # deeds that may be one
_NAMED_AFTER = 2  # one's deed is told as a noun by the other: gave a speech, spoke
_SAME_KIND = 1
_WORD = 2  # for a thing that both titles have
_MOST_WORDS = 3
_MOST_NAMES = 2  # names count one each: all reports of an affair share some
_COUNTED = 2  # the same number of the same sort of thing
_DOER = 2  # somebody with a name did it, to nothing else
_CLOCK = 2  # one moment by the clock


def likeness(one: Mention, other: Mention) -> int:
    """How much speaks for one event, in points of which `ENOUGH` make a suggestion; 0 where something rules it out."""
    if one.source_id == other.source_id or not _are_of_one_day(one, other) or is_another(one, other):
        return 0
    if _are_opposite_deeds(one, other):
        return 0
    a, b = roles_of(one), roles_of(other)
    if _are_other_parties(a, b) or are_elsewhere(one, other) or differing_numbers(one, other) is not None:
        return 0
    shared, deeds = content_of(one) & content_of(other), _related(one, other)
    counted = counted_alike(one, other)
    same_doer = deeds == _RELATED and "statement" not in (one.kind, other.kind) and _are_done_by_one(a, b)
    names = len(common_names(title_names(one), title_names(other)))
    named = deeds == _RELATED and "statement" not in (one.kind, other.kind) and names > _MOST_NAMES
    if not (shared or counted or same_doer or named):
        return 0
    moment = all(m.time is not None and m.time.is_clock for m in (one, other)) and are_near(one.time, other.time)
    told = _WORD * min(len(shared), _MOST_WORDS) + _COUNTED * counted + _CLOCK * moment + _DOER * same_doer
    points = deeds + told + min(names, _MOST_NAMES)
    return points if deeds == _RELATED or points >= ENOUGH_IN_ANY else 0


def _are_opposite_deeds(one: Mention, other: Mention) -> bool:
    """Whether one undoes the other, be it told by a noun: "a strike began", "a strike ended"."""
    if one.lemma != other.lemma:
        return are_opposite(one.lemma, other.lemma)
    return any(are_opposite(a, b) for a in _forms(one.title) for b in _forms(other.title))


@lru_cache(maxsize=4_096)
def _forms(title: str) -> frozenset[str]:
    """The words of a title as the verbs that they may be."""
    told = [thing_of(word) for word in title.lower().split()]
    return frozenset(form for word in told for form in (word, *(word.removesuffix(end) for end in ("ed", "d", "s"))))


def _are_of_one_day(one: Mention, other: Mention) -> bool:
    return all(m.time is not None and (length(m.time) or 2 * DAY) <= DAY for m in (one, other))


def _related(one: Mention, other: Mention) -> int:
    if may_be_same(one.lemma, other.lemma) or may_be_akin(one.lemma, other.lemma):
        return _RELATED
    if may_be_loosely_akin(one.lemma, other.lemma):
        return _RELATED
    if meaning_of(one.lemma) in content_of(other) or meaning_of(other.lemma) in content_of(one):
        return _NAMED_AFTER
    return _SAME_KIND if one.kind is not None and one.kind == other.kind != "statement" else 0


def _are_other_parties(a: Roles, b: Roles) -> bool:
    """Whether named doers are others, stand crosswise, or one is what the other is not."""
    if a.agents and b.agents and not _share_an_agent(a, b):
        return True
    if _are_other_things(a, b):
        return True
    if a.agents & b.patients - b.agents or b.agents & a.patients - a.agents:
        return True
    if a.patients and b.patients and not share_a_name(a.patient_texts, b.patient_texts, capitals=False):
        return True
    state, armed = words("events_demonyms", "sides", "state"), words("events_demonyms", "sides", "armed")
    if (a.doers & state and b.doers & armed) or (a.doers & armed and b.doers & state):
        return True
    levels = ((a.agent_texts, b.agent_texts), (a.patient_texts, b.patient_texts))
    return any(exclude_each_other(one, other) for ones, others in levels for one in ones for other in others)


def _are_other_things(a: Roles, b: Roles) -> bool:
    """Whether different things without a name did it: the flood, the fire."""
    mine, theirs = ({meaning_of(word) for word in roles.doers} for roles in (a, b))
    acting = words("events_nouns", "nouns", "people") | words("events_nouns", "nouns", "bodies")
    return bool(mine and theirs) and not mine & theirs and not (a.doers & acting or b.doers & acting)


def _are_done_by_one(a: Roles, b: Roles) -> bool:
    return bool(a.agents and b.agents) and _share_an_agent(a, b) and not (a.unlike(b) or b.unlike(a))


def _share_an_agent(a: Roles, b: Roles) -> bool:
    if share_a_name(a.agent_texts, b.agent_texts, capitals=True):
        return True
    return any(
        _is_short_for(one, other) or _is_short_for(other, one) for one in a.agent_texts for other in b.agent_texts
    )


@lru_cache(maxsize=16_384)
def _is_short_for(brief: str, full: str) -> bool:
    """Whether a participant is told by the initials of another: "the FAA", "the Federal Aviation Administration"."""
    initials = "".join(word[0] for word in full.replace("-", " ").split() if word[:1].isupper())
    short = [word for word in brief.removesuffix("'s").split() if len(word) > 1 and word.isupper()]
    return any(word in initials for word in short)
