"""Whether two mentions tell one event: times, heads, roles and polarity decide; likeness of words never does."""

import re
from functools import lru_cache

from timeline_app.extraction.corroboration.clocks import WEEK, are_near, compare_times, length
from timeline_app.extraction.corroboration.counting import count_the_same, counts_people, differing_numbers
from timeline_app.extraction.corroboration.naming import (
    are_rivals,
    attendants_of,
    differ_in_title,
    exclude_each_other,
    is_made,
    parties_of,
    posts,
    same_party,
    share_a_name,
    thing_of,
    title_names,
    unmatched,
)
from timeline_app.extraction.corroboration.parties import Roles, party_alias, party_names, roles_of, singular
from timeline_app.extraction.corroboration.verdict import Verdict
from timeline_app.extraction.corroboration.wording import (
    is_another,
    otherwise_numbered,
    parts_of,
    rest_of,
    said_in,
    told_with,
)
from timeline_app.extraction.events.kinds import is_symmetric, kind_of, may_be_akin, may_be_same
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import Mention, Modality
from timeline_app.model.calendar import DAY

_OUTBURSTS = frozenset(("assault", "accident", "disaster"))
_DEADLY = frozenset(("assault", "accident", "disaster", "death", "clash"))
_REAL = frozenset((Modality.HAPPENED, Modality.ONGOING))
_LONG = re.compile(r"[^\W\d_]{3,}")
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"\w{4,}")
_TELLING = 2  # spaces in a title of three words: shorter ones are told of many events


def compare(one: Mention, other: Mention) -> Verdict:
    """Whether two mentions tell the same event."""
    if one.negated != other.negated or not _same_reality(one, other):
        return Verdict.NEVER
    span = compare_times(one.time, other.time)
    if span is Verdict.NEVER and one.source_id != other.source_id and are_near(one.time, other.time):
        span = Verdict.LIKELY  # two clocks, or two who looked at theirs
    if span is Verdict.NEVER or otherwise_numbered(one, other):
        return Verdict.NEVER
    if is_another(one, other):
        if one.source_id == other.source_id:
            return Verdict.APART
        span = min(span, Verdict.LIKELY)
    if not may_be_same(one.lemma, other.lemma):
        return min(span, Verdict.LIKELY) if _may_be_retold(one, other, span) else Verdict.APART
    if _same_title(one, other) and differing_numbers(one, other) is None:
        return span
    if one.kind == other.kind == "statement":
        return min(span, _as_named(one, other, _statements(one, other)))
    verdict = _parties(one, other)
    told = _same_outburst(one, other) and not roles_of(one).unlike(roles_of(other))
    if verdict is Verdict.APART and (told or _same_toll(one, other) or _told_alike(one, other)):
        verdict = Verdict.LIKELY
    return min(span, _as_named(one, other, verdict))


def _may_be_retold(one: Mention, other: Mention, span: Verdict) -> bool:
    """Whether two may tell one event though their heads are different."""
    differ = differ_in_title(one, other)
    if (_same_outburst(one, other) or _same_toll(one, other)) and not differ:
        return True
    if one.source_id == other.source_id or not (span is Verdict.SAME or are_near(one.time, other.time)):
        return False
    if may_be_akin(one.lemma, other.lemma):
        return _as_named(one, other, _parties(one, other)) >= Verdict.LIKELY
    return one.kind in _DEADLY and one.kind == other.kind and _tell_of_the_same(one, other)


def _tell_of_the_same(one: Mention, other: Mention) -> bool:
    """Whether two name one place, and say some of the same beside it: "a restaurant in Orsk", "a packed restaurant"."""
    if one.kind == "statement" or not _same_place(one, other) or _opposed(roles_of(one).doers, roles_of(other).doers):
        return False
    named = {word for name in title_names(one) | title_names(other) for word in said_in(name, "")}
    return len((rest_of(one) & rest_of(other)) - named) > 1 and differing_numbers(one, other) is None


def place_key(mention: Mention) -> str | None:
    """One key for all of a kind in one place, whatever the words: a strike hits, a missile destroys."""
    if mention.kind not in _DEADLY or not mention.place:
        return None
    return f"@{mention.kind} {mention.place.casefold()}"


def _as_named(one: Mention, other: Mention, verdict: Verdict) -> Verdict:
    """The verdict where titles are told apart by names, or by all that they say of one party that they share."""
    if verdict <= Verdict.APART:
        return verdict
    differ = differ_in_title(one, other)
    if differ and not _shared_parties(one, other):
        return min(verdict, Verdict.LIKELY) if _tell_of_the_same(one, other) else Verdict.APART
    if differ and _are_elsewhere(one, other):
        return Verdict.APART
    level = is_symmetric(one.kind) or is_symmetric(other.kind)
    alone = level or one.kind == other.kind == "disaster"  # there are no two of the place and day
    apart = differ or (not alone and _shared_parties(one, other) < 2 and _differ_inrest_of(one, other))
    return min(verdict, Verdict.LIKELY) if apart else verdict


def _are_elsewhere(one: Mention, other: Mention) -> bool:
    """Whether two name different places, and share nobody but a country."""
    if not are_elsewhere(one, other):
        return False
    if not (_OUTBURSTS & {one.kind, other.kind}):
        return False
    theirs = parties_of(roles_of(other).everyone)
    shared = (p for p in parties_of(roles_of(one).everyone) if any(same_party(p, their) for their in theirs))
    return all(party_alias(" ".join(party)) is not None for party in shared)


def _shared_parties(one: Mention, other: Mention) -> int:
    """How many named parties of one mention take part in the other."""
    theirs = parties_of(roles_of(other).everyone)
    return sum(any(same_party(party, their) for their in theirs) for party in parties_of(roles_of(one).everyone))


def _differ_inrest_of(one: Mention, other: Mention) -> bool:
    """Whether each title says something beside its deed and whom both name, and nothing of it is alike."""
    shared = title_names(one) & title_names(other)
    told = told_with(one, shared) | told_with(other, shared) | (parts_of(one) & parts_of(other))
    mine, theirs = rest_of(one) - told, rest_of(other) - told
    return bool(mine and theirs) and not mine & theirs


def _told_alike(one: Mention, other: Mention) -> bool:
    """Whether two of one name count the same, or one title says no more than the other: "Helix shares jumped"."""
    if differ_in_title(one, other) or not title_names(one) & title_names(other):
        return False
    if are_elsewhere(one, other):
        return False
    if _is_officer_of(one, other) or _is_officer_of(other, one):
        return True
    return count_the_same(one, other) or say_the_same(one, other)


def say_the_same(one: Mention, other: Mention) -> bool:
    """Whether two titles of like deeds are alike, or one says no more than the other, and both say something."""
    mine, theirs = rest_of(one), rest_of(other)
    alike = len(mine & theirs) > 1 and (mine <= theirs or theirs <= mine)
    return alike and may_be_same(one.lemma, other.lemma) and not _are_others(roles_of(one), roles_of(other))


def _is_officer_of(one: Mention, other: Mention) -> bool:
    """Whether one is done by an office whose holder the other names: "the prime minister", "Prime Minister Rusu"."""
    doers, named = roles_of(one).doers, roles_of(other).agent_texts
    office = doers - {"the"}
    return bool(office & posts()) and any(office <= set(text.lower().split()) for text in named)


def _same_outburst(one: Mention, other: Mention) -> bool:
    """ "A car bomb exploded in Orsk", "A car bomb killed twelve": done by one thing on one day."""
    thing = outburst_key(one)
    if thing is None or thing != outburst_key(other) or differing_numbers(one, other) is not None:
        return False
    if one.source_id == other.source_id and one.sentence == other.sentence:
        return False
    return not are_elsewhere(one, other) and all(
        t is not None and (length(t) or WEEK) <= DAY for t in (one.time, other.time)
    )


def may_be_same_burst(one: Mention, other: Mention) -> bool:
    """Whether one of two only names what the other tells of that day: "Saturday's quake"."""
    if one.kind != other.kind or one.kind not in _OUTBURSTS or not may_be_same(one.lemma, other.lemma):
        return False
    bare = not rest_of(one) or not rest_of(other)
    return bare and all(t is not None and (length(t) or WEEK) <= DAY for t in (one.time, other.time))


def toll_key(mention: Mention) -> str | None:
    """One key for all that tells of violence with a count of people, whatever the words: who died, what exploded."""
    if not any(counts_people(quantity) for quantity in mention.quantities):
        return None
    deadly = mention.kind in _DEADLY or mention.lemma in _bursting() or _tells(mention.title, "deadly")
    return "@toll" if deadly else None


def crowd_key(mention: Mention) -> str | None:
    """One key for all that tells how many came to a march or a rally."""
    counted = any(len(figure) > 2 for figure in _DIGITS.findall(mention.title.replace(",", "")))
    return "@crowd" if counted and _tells(mention.title, "crowds") else None


@lru_cache(maxsize=16_384)
def _tells(title: str, of_what: str) -> bool:
    told = words("events_merging", "counts", of_what)
    return any(word.lower() in told or singular(word.lower()) in told for word in _LONG.findall(title))


def _same_toll(one: Mention, other: Mention) -> bool:
    """ "A bomb killed 12 in Orsk", "Nine died when a car exploded in Orsk": one day, one named place, a toll."""
    return may_be_same_toll(one, other) and bool(title_names(one) & title_names(other))


def may_be_same_toll(one: Mention, other: Mention) -> bool:
    """Whether two tell of victims, or of a crowd, on one day and nothing says that there were two."""
    tolls, crowds = toll_key(one) and toll_key(other), crowd_key(one) and crowd_key(other)
    if one.source_id == other.source_id or not (tolls or crowds):
        return False
    a, b = roles_of(one), roles_of(other)
    by_others = (a.doers and b.doers and not a.doers & b.doers) or (a.agents and b.agents and not a.agents & b.agents)
    if (tolls and by_others) or _opposed(a.doers, b.doers):
        return False
    brief = all(t is not None and (length(t) or WEEK) <= DAY for t in (one.time, other.time))
    return brief and not are_elsewhere(one, other) and not differ_in_title(one, other)


def _bursting() -> frozenset[str]:
    return words("events_cues", "verbs", "result")


def outburst_key(mention: Mention) -> str | None:
    """The thing without a name that burst, crashed or struck; None for what people and bodies do."""
    doers = [p.text for p in mention.participants if p.role == "agent"]
    bursts = mention.kind in _OUTBURSTS or (mention.kind is None and mention.lemma in _bursting())
    if not bursts or len(doers) != 1 or party_names(doers[0]):
        return None
    thing = thing_of(singular(doers[0].lower().split(" of ", 1)[0].split(" ")[-1]))
    acting = words("events_nouns", "nouns", "people") | words("events_nouns", "nouns", "bodies")
    return None if thing in acting | _sides() else f"@{thing}"


def _sides() -> frozenset[str]:
    return words("events_demonyms", "sides", "state") | words("events_demonyms", "sides", "armed")


def _same_title(one: Mention, other: Mention) -> bool:
    """Whether two titles that tell something are word for word the same."""
    same = one.title.casefold() == other.title.casefold() and one.title.count(" ") >= _TELLING
    return same and not one.title.endswith("…")


def _same_reality(one: Mention, other: Mention) -> bool:
    return one.modality == other.modality or (one.modality in _REAL and other.modality in _REAL)


def _statements(one: Mention, other: Mention) -> Verdict:
    """Statements are one when one party makes them and they say the same, or when one is only named."""
    speakers = roles_of(one).agents, roles_of(other).agents
    said = _content(one), _content(other)
    if not speakers[0] or not speakers[1]:
        return Verdict.LIKELY if said[0] & said[1] else Verdict.APART
    if not speakers[0] & speakers[1]:
        return Verdict.NEVER
    if min(len(said[0]), len(said[1])) <= 1:  # "the warning" is one with what was said; a bare "says" with anything
        named = any(kind_of(m.lemma, noun=False) is None for m in (one, other))
        return Verdict.SAME if named else Verdict.APART
    shared = len(said[0] & said[1]) / min(len(said[0]), len(said[1]))
    return Verdict.SAME if shared >= 0.5 else Verdict.APART


def _content(mention: Mention) -> frozenset[str]:
    """The words that a statement's title adds to its speaker and verb."""
    speaker = {w.lower() for p in mention.participants if p.role == "agent" for w in _WORD.findall(p.text)}
    found = {w.lower() for w in _WORD.findall(mention.title)} - speaker
    return frozenset(w for w in found if not may_be_same(w, mention.lemma) and w not in ("that", "said", "says"))


def _parties(one: Mention, other: Mention) -> Verdict:
    a, b = roles_of(one), roles_of(other)
    symmetric = is_symmetric(one.kind) or is_symmetric(other.kind)
    parties = _symmetric(a, b, one, other) if symmetric else _aligned(a, b)
    if parties is Verdict.NEVER:
        return Verdict.NEVER
    same_place = _same_place(one, other)
    if parties is Verdict.APART and not same_place:
        return Verdict.APART
    elsewhere = are_elsewhere(one, other)
    placed = same_place and not (a.unlike(b) or b.unlike(a))
    certain = (placed or parties is Verdict.SAME) and not elsewhere and differing_numbers(one, other) is None
    return Verdict.SAME if certain else Verdict.LIKELY


def _symmetric(a: Roles, b: Roles, one: Mention, other: Mention) -> Verdict:
    """Parties on one level align either way; a shared place may stand in for a party."""
    first, second = (attendants_of(roles.partner_texts) or attendants_of(roles.everyone) for roles in (a, b))
    if not first or not second:
        return Verdict.APART
    came, others_came = unmatched(first, second), unmatched(second, first)
    alone, others = ([party for text in texts for party in parties_of((text,))] for texts in (came, others_came))
    if any(are_rivals(party, its) for party in alone for its in others):
        return Verdict.NEVER
    shared = len(first) - len(came)
    if not shared:
        return Verdict.APART if not (a.partners and b.partners) else Verdict.NEVER
    if shared > 1 or not alone or not others:
        return Verdict.SAME
    if one.kind == other.kind:
        return Verdict.NEVER
    places = party_names(one.place or "") | party_names(other.place or "")
    return Verdict.SAME if places & {word for party in (*alone, *others) for word in party} else Verdict.LIKELY


def _aligned(a: Roles, b: Roles) -> Verdict:
    """Agent with agent and patient with patient; never crosswise."""
    agents = share_a_name(a.agent_texts, b.agent_texts, capitals=True)
    patients = share_a_name(a.patient_texts, b.patient_texts, capitals=False)
    straight = agents or patients or bool(a.counted & b.counted)
    if _opposed(a.doers, b.doers) or _are_others(a, b):
        return Verdict.NEVER
    generic = words("events_merging", "counts", "people") | words("events_merging", "counts", "numerals")
    if a.objects and b.objects and not a.objects & b.objects:
        return Verdict.LIKELY if straight else Verdict.APART
    if bool(a.patients) != bool(b.patients) and (a.objects or b.objects):
        return Verdict.LIKELY if straight else Verdict.APART
    if not straight and a.objects & b.objects - generic and (a.doers & b.doers or not (a.doers and b.doers)):
        return Verdict.LIKELY  # the same thing done by nobody named
    if not straight:
        return Verdict.APART
    return Verdict.LIKELY if a.doers and b.doers and not a.doers & b.doers else Verdict.SAME


def _are_others(a: Roles, b: Roles) -> bool:
    """Whether named parties are others, or stand crosswise, or one is what the other is not: a man, a woman."""
    if a.agents & b.patients - b.agents or b.agents & a.patients - a.agents:
        return True
    if _done_by_others(a, b):
        return True
    if a.patients and b.patients and not share_a_name(a.patient_texts, b.patient_texts, capitals=False, things=False):
        return True
    levels = ((a.agent_texts, b.agent_texts), (a.patient_texts, b.patient_texts))
    return any(exclude_each_other(one, other) for ones, others in levels for one in ones for other in others)


def _done_by_others(a: Roles, b: Roles) -> bool:
    """Whether both are done by somebody with a name, and not by the same.

    What flies or is fired has a maker's name as well as an owner's: only countries tell such things apart for sure.
    """
    if not a.agents or not b.agents or share_a_name(a.agent_texts, b.agent_texts, capitals=True, things=False):
        return False
    made = all(is_made(text) for text in a.agent_texts) and all(is_made(text) for text in b.agent_texts)
    return not made or all(any(party_alias(name) is not None for name in names) for names in (a.agents, b.agents))


def _opposed(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Whether unnamed doers stand on opposite sides: the army and the rebels."""
    state, armed = words("events_demonyms", "sides", "state"), words("events_demonyms", "sides", "armed")
    return bool((ones & state and others & armed) or (ones & armed and others & state))


def are_elsewhere(one: Mention, other: Mention) -> bool:
    """Whether both name a place, and not the same."""
    return bool(one.place and other.place) and not _same_place(one, other)


def _same_place(one: Mention, other: Mention) -> bool:
    if not one.place or not other.place:
        return False
    first, second = one.place.lower(), other.place.lower()
    return first == second or f" {first} " in f" {second} " or f" {second} " in f" {first} "
