"""Whether two mentions tell one event: times, heads, roles and polarity decide; likeness of words never does."""

import re
from enum import IntEnum
from functools import cache

from timeline_app.extraction.corroboration.parties import Roles, party_names, roles_of
from timeline_app.extraction.dating import intersection
from timeline_app.extraction.events.kinds import is_symmetric, kind_of, may_be_same
from timeline_app.extraction.lexicon import lexicon, words
from timeline_app.model.annotation import Mention, Modality
from timeline_app.model.calendar import DAY
from timeline_app.model.time_value import TimeValue

_OUTBURSTS = frozenset(("assault", "accident", "disaster"))
_DEADLY = frozenset(("assault", "accident", "disaster", "death", "clash"))
_REAL = frozenset((Modality.HAPPENED, Modality.ONGOING))
_WEEK = 7 * DAY
_AT_LEAST = ("at least", "more than", "over", "some", "about", "around", "nearly")
_NUMERALS = tuple("zero one two three four five six seven eight nine ten eleven twelve".split())  # noqa: SIM905
_QUANTIFYING = frozenset(
    (
        *("about", "around", "nearly", "almost", "some", "over", "under", "roughly", "approximately", "only", "just"),
        *("least", "most", "than", "up", "another", "other", "all", "the", "these", "those", "every", "exactly", "at"),
        *(
            "between",
            "from",
            "in",
            "on",
            "by",
            "for",
            "with",
            "and",
            "or",
            "but",
            "to",
            "of",
            "as",
            "article",
            "section",
        ),
    )
)
_ROUGHLY = ("about", "around", "some", "nearly", "almost", "roughly")
_NEAR = 1.25  # two rough counts that lie no further apart may be of the same
_COUNTED = frozenset(("people", "civilian", "soldier", "person", "man", "woman", "other"))
_TELLING = 2  # spaces in a title of three words: shorter ones are told of many events
_WORD = re.compile(r"\w{4,}")
_NUMBERED = re.compile(r"\b([A-Z][a-z]+)[ -](?:(?:No|Nr)\.? ?)?(\d{1,5}[A-Za-z]?)\b")


class Verdict(IntEnum):
    """How two mentions stand to each other, so that the worse of two verdicts is the smaller."""

    NEVER = 0  # opposite, swapped or at another time
    APART = 1  # nothing says that they are one
    LIKELY = 2  # for the analyst to decide
    SAME = 3


def compare(one: Mention, other: Mention) -> Verdict:
    """Whether two mentions tell the same event."""
    if one.negated != other.negated or not _same_reality(one, other):
        return Verdict.NEVER
    span = _times(one.time, other.time)
    if span is Verdict.NEVER or _otherwise_numbered(one, other):
        return Verdict.NEVER
    if not may_be_same(one.lemma, other.lemma):
        likely = _same_outburst(one, other) or _same_toll(one, other)
        return min(span, Verdict.LIKELY) if likely else Verdict.APART
    if _same_title(one, other) and differing_numbers(one, other) is None:
        return span
    if one.kind == other.kind == "statement":
        return min(span, _statements(one, other))
    verdict = _parties(one, other)
    told = _same_outburst(one, other) and not roles_of(one).unlike(roles_of(other))
    if verdict is Verdict.APART and (told or _same_toll(one, other)):
        verdict = Verdict.LIKELY
    return min(span, verdict)


def _otherwise_numbered(one: Mention, other: Mention) -> bool:
    """ "Hall 17", "Hall 18"; "Flight 112", "Flight 114": things of one name with different numbers."""
    first, second = _numbered(one), _numbered(other)
    return any(first[name].isdisjoint(second[name]) for name in first.keys() & second.keys())


def _numbered(mention: Mention) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, number in _NUMBERED.findall(f"{mention.title} | {mention.place or ''}"):
        if name.lower() not in _months() | _QUANTIFYING:
            found.setdefault(name.lower(), set()).add(number)
    return found


@cache
def _months() -> frozenset[str]:
    return frozenset(name for names in lexicon("months")["months"].values() for name in names)


def _same_outburst(one: Mention, other: Mention) -> bool:
    """ "A car bomb exploded in Orsk", "A car bomb killed twelve": done by one thing on one day."""
    thing = outburst_key(one)
    if thing is None or thing != outburst_key(other) or differing_numbers(one, other) is not None:
        return False
    if one.source_id == other.source_id and one.sentence == other.sentence:
        return False
    placed = not (one.place and other.place) or _same_place(one, other)
    return placed and all(t is not None and (_length(t) or _WEEK) <= DAY for t in (one.time, other.time))


def toll_key(mention: Mention) -> str | None:
    """One key for all that tells of violence with a count of people, whatever the words: who died, what exploded."""
    counted = any(_is_of_people(quantity) for quantity in mention.quantities)
    return "@toll" if counted and (mention.kind in _DEADLY or mention.lemma in _bursting()) else None


def _same_toll(one: Mention, other: Mention) -> bool:
    """ "A bomb killed 12 in Orsk", "Nine died when a car exploded in Orsk": one day, one named place, a toll."""
    if toll_key(one) is None or toll_key(other) is None or one.source_id == other.source_id:
        return False
    a, b = roles_of(one), roles_of(other)
    apart = (a.doers and b.doers and not a.doers & b.doers) or (a.agents and b.agents and not a.agents & b.agents)
    if apart or _opposed(a.doers, b.doers):
        return False
    brief = all(t is not None and (_length(t) or _WEEK) <= DAY for t in (one.time, other.time))
    placed = not (one.place and other.place) or _same_place(one, other)
    return brief and placed and bool(_names(one) & _names(other))


def _is_of_people(quantity: str) -> bool:
    """ "at least nine people", "12": no "12 soldiers", whom another text may have told to be the doers."""
    last = quantity.lower().split()[-1].removesuffix("s") if quantity else ""
    return last in _COUNTED or _count(quantity.split()[-1]) is not None


def _names(mention: Mention) -> frozenset[str]:
    """The capitalised words of a title behind its first, and of the place."""
    told = mention.title.split()[1:] + (mention.place or "").split()
    return frozenset(w.strip(".,;:’'").removesuffix("’s").removesuffix("'s") for w in told if w[:1].isupper())


def _bursting() -> frozenset[str]:
    return words("events_cues", "verbs", "result")


def outburst_key(mention: Mention) -> str | None:
    """The thing without a name that burst, crashed or struck; None for what people and bodies do."""
    doers = [p.text for p in mention.participants if p.role == "agent"]
    bursts = mention.kind in _OUTBURSTS or (mention.kind is None and mention.lemma in _bursting())
    if not bursts or len(doers) != 1 or party_names(doers[0]):
        return None
    thing = doers[0].lower().split(" of ", 1)[0].split(" ")[-1].removesuffix("s")
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


def _times(one: TimeValue | None, other: TimeValue | None) -> Verdict:
    """SAME for intervals that are equal or as good as equal, NEVER where they exclude each other."""
    if one is None or other is None:
        return Verdict.LIKELY
    if one == other:
        return Verdict.SAME if _length(one) is not None else Verdict.LIKELY
    if intersection(one, other) is None:
        return Verdict.NEVER
    lengths = (_length(one), _length(other))
    if lengths[0] is None or lengths[1] is None:
        return Verdict.LIKELY
    return Verdict.SAME if max(lengths[0], lengths[1]) <= _WEEK else Verdict.LIKELY


def _length(time: TimeValue) -> int | None:
    if time.earliest_start is None or time.latest_end is None:
        return None
    return time.latest_end - time.earliest_start


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
    elsewhere = bool(one.place and other.place) and not same_place
    placed = same_place and not (a.unlike(b) or b.unlike(a))
    certain = (placed or parties is Verdict.SAME) and not elsewhere and differing_numbers(one, other) is None
    return Verdict.SAME if certain else Verdict.LIKELY


def _symmetric(a: Roles, b: Roles, one: Mention, other: Mention) -> Verdict:
    """Parties on one level align either way; a shared place may stand in for a party."""
    first, second = a.partners or a.everyone, b.partners or b.everyone
    if not first or not second:
        return Verdict.APART
    shared = first & second
    if len(shared) >= 2:
        return Verdict.SAME
    if not shared:
        return Verdict.APART if not (a.partners and b.partners) else Verdict.NEVER
    if first <= second or second <= first:
        return Verdict.SAME
    if one.kind == other.kind:
        return Verdict.NEVER
    places = party_names(one.place or "") | party_names(other.place or "")
    return Verdict.SAME if (first ^ second) & places else Verdict.LIKELY


def _aligned(a: Roles, b: Roles) -> Verdict:
    """Agent with agent and patient with patient; never crosswise."""
    straight = bool(a.agents & b.agents) or bool(a.patients & b.patients) or bool(a.counted & b.counted)
    if _opposed(a.doers, b.doers):
        return Verdict.NEVER
    crossed = bool(a.agents & b.patients - b.agents) or bool(b.agents & a.patients - a.agents)
    if crossed:
        return Verdict.NEVER
    if a.agents and b.agents and not a.agents & b.agents:
        return Verdict.NEVER
    if a.patients and b.patients and not a.patients & b.patients:
        return Verdict.NEVER
    if a.objects and b.objects and not a.objects & b.objects:
        return Verdict.LIKELY if straight else Verdict.APART
    if bool(a.patients) != bool(b.patients) and (a.objects or b.objects):
        return Verdict.LIKELY if straight else Verdict.APART
    if not straight and a.objects & b.objects - _COUNTED and (a.doers & b.doers or not (a.doers and b.doers)):
        return Verdict.LIKELY  # the same thing done by nobody named
    if not straight:
        return Verdict.APART
    return Verdict.LIKELY if a.doers and b.doers and not a.doers & b.doers else Verdict.SAME


def _opposed(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Whether unnamed doers stand on opposite sides: the army and the rebels."""
    state, armed = words("events_demonyms", "sides", "state"), words("events_demonyms", "sides", "armed")
    return bool((ones & state and others & armed) or (ones & armed and others & state))


def _same_place(one: Mention, other: Mention) -> bool:
    if not one.place or not other.place:
        return False
    first, second = one.place.lower(), other.place.lower()
    return first == second or f" {first} " in f" {second} " or f" {second} " in f" {first} "


def differing_numbers(one: Mention, other: Mention) -> tuple[str, str] | None:
    """Two counts of the same thing that are not equal, as the texts have them; None where none contradict."""
    for a in one.quantities:
        for b in other.quantities:
            same_thing = a.split()[-1:] == b.split()[-1:] and len(a.split()) > 1
            if same_thing and a.lower() != b.lower() and not _compatible(a, b):
                return a, b
    return None


def _compatible(one: str, other: str) -> bool:
    """ "at least 14 people" and "14 people", "more than 100" and "120": no contradiction."""
    first, second = _count(one), _count(other)
    if first is None or second is None:
        return False
    if first == second:
        return True
    low, least = min((first, one.lower()), (second, other.lower()))
    if least.startswith(_ROUGHLY):
        return low > 0 and max(first, second) <= low * _NEAR
    return low > 0 and least.startswith(_AT_LEAST)


def _count(text: str) -> float | None:
    """The number that a quantity opens with, in figures or as a word up to twelve."""
    for word in text.lower().replace(",", "").split():
        if word in _NUMERALS:
            return float(_NUMERALS.index(word))
        if word.replace(".", "", 1).isdigit():
            return float(word)
    return None
