"""The English grammar: every rule of the modules in this folder."""

import re
from collections.abc import Callable, Sequence

from timeline_app.model.token import Token
from timeline_app.temporal.chart import Node, RuleIndex
from timeline_app.temporal.grammar import headers, notation
from timeline_app.temporal.grammar.asides import Asides
from timeline_app.temporal.grammar.english import (
    calendars,
    clocks,
    dates,
    durations,
    false_friends,
    modifiers,
    named_days,
    named_periods,
    parts_of_day,
    periods,
    relative,
    sets,
    shifts,
    spoken_hours,
    tense,
    vague,
    weekdays,
)
from timeline_app.temporal.grammar.english.widening import lend_years, lend_zones, widen
from timeline_app.temporal.grammar.language import Language, Links, gate, holds_word
from timeline_app.temporal.grammar.names import blocked
from timeline_app.temporal.grammar.ranges import DASHES, Completion, Joints
from timeline_app.temporal.grammar.tense import Leanings, nearest_tense
from timeline_app.temporal.lexicon import load_lexicon, load_names, load_words
from timeline_app.temporal.rules import Rule

_MODULES = (
    notation,
    dates,
    calendars,
    weekdays,
    relative,
    clocks,
    spoken_hours,
    parts_of_day,
    periods,
    modifiers,
    durations,
    shifts,
    sets,
    named_days,
    named_periods,
    vague,
)
_HOUR_IN_WORDS = re.compile(
    r"\b(?:at|before|after)\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s?[.,;)!?]",
    re.IGNORECASE,
)
RULES: tuple[Rule, ...] = tuple(rule for module in _MODULES for rule in vars(module).values() if isinstance(rule, Rule))
JOINTS = Joints(
    spans=DASHES | {"to", "until", "till", "through", "thru"},
    conjunctions=frozenset(("and", "or")),
    between=frozenset(("between",)),
    articles=frozenset(("the",)),
    heads=load_words("en", "day_prepositions") | {"the", "between", "(", "in", "during", "for", "within"},
    followers=load_words("en", "follows_a_day"),
)


def _complete(tokens: Sequence[Token], found: Sequence[Node], nodes: Sequence[Node]) -> tuple[list[Node], Links]:
    phrases, links = Completion(tokens, widen(tokens, lend_zones(tokens, found, nodes)), nodes, JOINTS).run()
    return lend_years(tokens, phrases), links


def _or_hour_in_words(gate: Callable[[str], bool]) -> Callable[[str], bool]:
    """Lets through what only an hour in words dates: "It closes at six." """

    def may_tell_time(text: str) -> bool:
        return gate(text) or _HOUR_IN_WORDS.search(text) is not None

    return may_tell_time


def build() -> Language:
    """The English language for the tagger."""
    lexicon = load_lexicon("en")
    return Language(
        lexicon=lexicon,
        names=load_names("en"),
        rules=RuleIndex(RULES),
        gate=_or_hour_in_words(gate(lexicon.trigger_words | load_words("en", "triggers"))),
        names_period=holds_word(lexicon.period_words),
        blocked=blocked,
        admits=false_friends.admits,
        complete=_complete,
        is_header=headers.is_header,
        tenses_of=tense.tenses_of,
        nearest_tense=nearest_tense,
        asides=Asides(
            relatives=load_words("en", "relatives"),
            before=load_words("en", "auxiliaries_of_before"),
            adverbs=load_words("en", "within_a_verb"),
            statements=load_words("en", "statements"),
            greetings=load_words("en", "greetings"),
            participles=load_words("en", "participles"),
            within=load_words("en", "within"),
            about=load_words("en", "about_year"),
            published=frozenset(("published", "posted", "uploaded", "released", "filmed")),
            complements=frozenset(("that",)),
            happenings=load_words("en", "happenings"),
            pictures=load_words("en", "pictures"),
            picturing=load_words("en", "picturing"),
            reaching=load_words("en", "reaching"),
        ),
        leanings=Leanings(
            since=load_words("en", "since"),
            ahead=load_words("en", "ahead_of"),
            either=load_words("en", "nearer_of"),
            until=frozenset(("until", "till")),
            nouns=load_words("en", "leads_to_a_noun"),
            conditions=load_words("en", "conditions"),
            by=frozenset(("by",)),
            now=load_words("en", "auxiliaries_of_now"),
            then=load_words("en", "auxiliaries_of_then"),
            still=load_words("en", "auxiliaries_of_still"),
            ahead_of_days=frozenset(("for",)),
            limits=frozenset((("at", "the", "latest"), ("at", "the", "earliest"))),
            due=frozenset(("due", "scheduled", "expected")),
            onwards=frozenset(("on", "onward", "onwards")),
            attempts=load_words("en", "attempts"),
            charged=frozenset(("accused", "charged", "suspected", "convicted", "guilty")),
            blows=load_words("en", "blows"),
            lasting=load_words("en", "lasting_until"),
            stopping=load_words("en", "stopping"),
            of_blows=frozenset(("after", "over", "since", "following")),
            expecting=load_words("en", "expecting"),
            set_for=load_words("en", "set_for"),
            at_first=frozenset(("originally", "initially", "first")),
            likes=frozenset((("that", "of"), ("those", "of"))),
        ),
    )
