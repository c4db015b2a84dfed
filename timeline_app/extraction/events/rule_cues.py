"""The words that a language gives the events found without a parser: negation, plans, doubt and the side of a date."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline_app.extraction.lexicon import lexicon, words
from timeline_app.model.annotation import Relation

_CUES = "events_cues"
_ENGLISH_RELATIONS = {
    "after": Relation.AFTER,
    "since": Relation.AFTER,
    "before": Relation.BEFORE,
    "until": Relation.BEFORE,
    "till": Relation.BEFORE,
    "by": Relation.BEFORE,
}


@dataclass(frozen=True, slots=True)
class RuleCues:
    """Words in lower case, and the relation that a word before a time gives it.

    `linkers` stand between that word and the time ("bis zum 3. Mai"); where `opens_phrase` holds, the word may also
    be the first of the phrase itself.  Verbs are told by `past_endings` where there are any, else by their tense;
    `auxiliaries` only where there is no other.
    """

    denied: frozenset[str] = frozenset()
    planned: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()
    relations: Mapping[str, Relation] | None = None
    linkers: frozenset[str] = frozenset()
    opens_phrase: bool = False
    past_endings: tuple[str, ...] = ()
    auxiliaries: frozenset[str] = frozenset()


@cache
def rule_cues(code: str) -> RuleCues:
    """The cues of a language by its two-letter code; none for languages without a lexicon."""
    if code == "en":
        return _english()
    return _german() if code == "de" else RuleCues()


def _english() -> RuleCues:
    denials = {form for lemma in words(_CUES, "governors", "denial") for form in (lemma, lemma + "s", lemma + "ed")}
    doubtful = words(_CUES, "modals", "possible") | words(_CUES, "adverbs", "conditional")
    return RuleCues(
        denied=words(_CUES, "negation", "words") | denials | {"denies", "denied"},
        planned=words(_CUES, "modals", "future") | {"plans", "planned", "scheduled"},
        possible=doubtful | words(_CUES, "adverbs", "possible"),
        relations=_ENGLISH_RELATIONS,
        opens_phrase=True,
        past_endings=("ed",),
    )


def _german() -> RuleCues:
    tables = lexicon(_CUES, "de")
    cues: dict[str, list[str]] = tables["cues"]
    relations: dict[str, list[str]] = tables["relations"]
    return RuleCues(
        denied=frozenset(cues["denied"]),
        planned=frozenset(cues["planned"]),
        possible=frozenset(cues["possible"]),
        linkers=frozenset(cues["linkers"]),
        auxiliaries=frozenset(cues["auxiliaries"]),
        relations={word: Relation(key) for key, listed in relations.items() for word in listed},
    )
