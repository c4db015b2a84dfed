"""The English grammar: every rule of the modules in this folder."""

import re
from collections.abc import Callable

from timeline_app.temporal.chart import RuleIndex
from timeline_app.temporal.grammar.english import (
    clocks,
    dates,
    durations,
    false_friends,
    headers,
    modifiers,
    named_days,
    parts_of_day,
    periods,
    relative,
    sets,
    shifts,
    tense,
    vague,
    weekdays,
)
from timeline_app.temporal.grammar.english.ranges import Completion
from timeline_app.temporal.grammar.language import Language
from timeline_app.temporal.lexicon import load_lexicon, load_names, load_words
from timeline_app.temporal.rules import Rule

_MODULES = (
    dates,
    weekdays,
    relative,
    clocks,
    parts_of_day,
    periods,
    modifiers,
    durations,
    shifts,
    sets,
    named_days,
    vague,
)
RULES: tuple[Rule, ...] = tuple(rule for module in _MODULES for rule in vars(module).values() if isinstance(rule, Rule))


def build() -> Language:
    """The English language for the tagger."""
    lexicon = load_lexicon("en")
    return Language(
        lexicon=lexicon,
        names=load_names("en"),
        rules=RuleIndex(RULES),
        gate=_gate(lexicon.trigger_words | load_words("en", "triggers")),
        blocked=false_friends.blocked,
        admits=false_friends.admits,
        complete=lambda tokens, found, nodes: Completion(tokens, found, nodes).run(),
        is_header=headers.is_header,
        tenses_of=tense.tenses_of,
        nearest_tense=tense.nearest_tense,
    )


_FIGURE = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")


def _gate(triggers: frozenset[str]) -> Callable[[str], bool]:
    """Whether a text holds a figure or one of the `triggers`; every phrase that tells a time does."""

    def may_tell_time(text: str) -> bool:
        words = text.lower()
        return _FIGURE.search(words) is not None or not triggers.isdisjoint(_WORD.findall(words))

    return may_tell_time
