"""What kind of event a head word tells, and which heads may tell the same event (kinds after PLOVER and ACLED)."""

from functools import cache
from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import lexicon

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_STEM = 4  # letters that a verb and its noun share


@cache
def _kinds() -> dict[tuple[str, bool], str]:
    found: dict[tuple[str, bool], str] = {}
    for kind, entry in lexicon("events_kinds").items():
        if kind in ("same", "unsure", "settled"):
            continue
        for lemma in entry.get("verbs", ()):
            found.setdefault((lemma, False), kind)
        for lemma in entry.get("nouns", ()):
            found.setdefault((lemma, True), kind)
    return found


@cache
def _groups(listed: str = "groups") -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for index, group in enumerate(lexicon("events_kinds")["same"][listed]):
        for lemma in group:
            found.setdefault(lemma, set()).add(index)
    return {lemma: frozenset(groups) for lemma, groups in found.items()}


def kind_of(lemma: str, *, noun: bool) -> str | None:
    """The kind that a verb or event noun tells, None where the list is silent."""
    return _kinds().get((lemma, noun))


def sure_kind(head: "Token", lemma: str, *, noun: bool) -> str | None:
    """The kind that a word tells in its clause, None where the word has other meanings and nothing settles it."""
    kind = kind_of(lemma, noun=noun)
    listed = lexicon("events_kinds")["unsure"]
    if not noun and lemma in lexicon("events_kinds")["settled"]:
        return _settled(head, lemma)
    if kind is None or (not noun and lemma in listed["words"]):
        return None
    around = [head, *head.children]
    if kind == "finance":
        moneyed = any(t.ent_type_ in ("MONEY", "PERCENT") or t.lemma_.lower() in listed["money"] for t in around)
        return kind if moneyed else None
    if noun and lemma == "strike":
        struck = any(t.ent_type_ in ("NORP", "GPE", "ORG") or t.lower_ in (*listed["armed"], "on") for t in around[1:])
        return kind if struck else None
    return kind


def _settled(verb: "Token", lemma: str) -> str | None:
    """The kind of a verb that its subject or object settles: a missile hits, a storm hits, workers strike."""
    subjects, objects = [], []
    for c in verb.children:
        if c.dep_ in ("nsubj", "agent"):
            subjects += [c.lemma_.lower(), *(d.lemma_.lower() for d in c.children)]
        elif c.dep_ in ("dobj", "nsubjpass", "prep"):
            objects += [c.lemma_.lower(), *(d.lemma_.lower() for d in c.children)]
        elif c.dep_ == "ccomp":
            objects.append("that")
    for rule in lexicon("events_kinds")["settled"][lemma]:
        if set(subjects) & set(rule.get("subjects", ())) or set(objects) & set(rule.get("objects", ())):
            return str(rule["kind"])
        if rule.get("alone") and not any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children):
            return str(rule["kind"])
    return None


def is_event_noun(lemma: str) -> bool:
    """Whether the noun is listed with a kind of event."""
    return (lemma, True) in _kinds()


def listed_lemma(head: "Token") -> str:
    """The lemma of a head word, with its particle or prefix where listed as one: "step down", "take-off"."""
    lemma = str(head.lemma_.lower())
    if head.i > 1 and head.doc[head.i - 1].text == "-":
        joined = f"{head.doc[head.i - 2].lower_}-{lemma}"  # "the take-off"
        return joined if joined in _groups() or kind_of(joined, noun=True) is not None else lemma
    particle = next((c.lower_ for c in head.children if c.dep_ in ("prt", "advmod") and c.i == head.i + 1), None)
    full = f"{lemma} {particle}"
    listed = full in _groups() or full in _groups("akin") or kind_of(full, noun=False) is not None
    return full if particle is not None and listed else lemma


def is_symmetric(kind: str | None) -> bool:
    """Whether the parties of such an event stand on one level: talks, a deal, a clash."""
    return kind is not None and bool(lexicon("events_kinds").get(kind, {}).get("symmetric", False))


def may_be_same(lemma: str, other: str) -> bool:
    """Whether two head lemmas are equal, or synonyms for one and the same event."""
    if lemma == other:
        return True
    groups = _groups()
    if groups.get(lemma, frozenset()) & groups.get(other, frozenset()):
        return True
    return lemma[:_STEM] == other[:_STEM] and min(len(lemma), len(other)) >= _STEM and bool(_told(lemma) & _told(other))


def may_be_akin(lemma: str, other: str) -> bool:
    """Whether two head lemmas, words of several meanings, may tell one event where all else agrees: find, recover."""
    groups = _groups("akin")
    return bool(groups.get(lemma, frozenset()) & groups.get(other, frozenset()))


def may_be_loosely_akin(lemma: str, other: str) -> bool:
    """Whether two reporters may choose these words for one deed of which they tell the same beside: ram, strike."""
    groups = _groups("loosely_akin")
    return bool(groups.get(lemma, frozenset()) & groups.get(other, frozenset()))


def are_opposite(lemma: str, other: str) -> bool:
    """Whether one deed undoes the other or ends what it began: seize, release."""
    return any((lemma in a and other in b) or (lemma in b and other in a) for a, b in _opposites())


@cache
def _opposites() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple((frozenset(a), frozenset(b)) for a, b in lexicon("events_kinds")["same"]["opposite"])


@cache
def akin_keys(lemma: str) -> tuple[str, ...]:
    """Keys of which two lemmas share one wherever `may_be_akin` holds."""
    return tuple(f"~{group}" for group in sorted(_groups("akin").get(lemma, ())))


@cache
def same_keys(lemma: str) -> tuple[str, ...]:
    """Keys of which two lemmas share one wherever `may_be_same` holds: likely pairs are looked up, not tried."""
    groups = (f"={group}" for group in sorted(_groups().get(lemma, ())))
    stems = (f"{lemma[:_STEM]}-{kind}" for kind in sorted(_told(lemma)))
    return (lemma, *groups, *(stems if len(lemma) >= _STEM else ()))


def _told(lemma: str) -> set[str]:
    """The kinds that a word tells as verb or noun: invade and invasion tell one."""
    return {kind for noun in (False, True) if (kind := _kinds().get((lemma, noun))) is not None}
