"""What kind of event a head word tells, and which heads may tell the same event (kinds after PLOVER and ACLED)."""

from functools import cache

from timeline_app.extraction.lexicon import lexicon

_STEM = 4  # letters that a verb and its noun share


@cache
def _kinds() -> dict[tuple[str, bool], str]:
    found: dict[tuple[str, bool], str] = {}
    for kind, entry in lexicon("events_kinds").items():
        for lemma in entry.get("verbs", ()):
            found.setdefault((lemma, False), kind)
        for lemma in entry.get("nouns", ()):
            found.setdefault((lemma, True), kind)
    return found


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for index, group in enumerate(lexicon("events_kinds")["same"]["groups"]):
        for lemma in group:
            found.setdefault(lemma, set()).add(index)
    return {lemma: frozenset(groups) for lemma, groups in found.items()}


def kind_of(lemma: str, *, noun: bool) -> str | None:
    """The kind that a verb or event noun tells, None where the list is silent."""
    return _kinds().get((lemma, noun))


def is_event_noun(lemma: str) -> bool:
    """Whether the noun is listed with a kind of event."""
    return (lemma, True) in _kinds()


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


def _told(lemma: str) -> set[str]:
    """The kinds that a word tells as verb or noun: invade and invasion tell one."""
    return {kind for noun in (False, True) if (kind := _kinds().get((lemma, noun))) is not None}
