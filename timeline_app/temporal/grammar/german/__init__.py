"""The German grammar: every rule of the modules in this folder, and of the notation that all languages share."""

from itertools import chain

from timeline_app.temporal.chart import RuleIndex
from timeline_app.temporal.grammar import headers, notation
from timeline_app.temporal.grammar.german import (
    clocks,
    dates,
    durations,
    false_friends,
    named_days,
    parts_of_day,
    periods,
    relative,
    sets,
    tense,
    weekdays,
)
from timeline_app.temporal.grammar.german.compounds import compounds
from timeline_app.temporal.grammar.german.figures import figures
from timeline_app.temporal.grammar.german.sentences import runs_on
from timeline_app.temporal.grammar.language import Language, gate
from timeline_app.temporal.grammar.names import blocked
from timeline_app.temporal.grammar.ranges import DASHES, SLASH, Completion, Joints
from timeline_app.temporal.grammar.tense import Leanings, nearest_tense
from timeline_app.temporal.lexicon import Lexicon, lexicon_entries, load_names, load_words
from timeline_app.temporal.rules import Rule

_MODULES = (notation, dates, weekdays, relative, clocks, parts_of_day, periods, durations, sets, named_days)
RULES: tuple[Rule, ...] = tuple(rule for module in _MODULES for rule in vars(module).values() if isinstance(rule, Rule))
JOINTS = Joints(
    spans=DASHES | {"bis", SLASH},
    conjunctions=frozenset(("und", "oder", "sowie")),
    between=frozenset(("zwischen",)),
    articles=frozenset(("dem", "den", "der", "das", "die")),
    heads=load_words("de", "day_prepositions") | {"zwischen", "(", "im", "in", "von", "um", "gegen", "während"},
    followers=load_words("de", "follows_a_day"),
    linkers=frozenset(("zum", "zur", "zu", "am", "ins", "auf")),
    clock_of_24=True,
)


def build() -> Language:
    """The German language for the tagger."""
    formed = tuple(compounds())
    lexicon = Lexicon(chain(lexicon_entries("de"), formed))
    triggers = lexicon.trigger_words | load_words("de", "triggers") | {words[0] for words, _ in formed}
    return Language(
        lexicon=lexicon,
        names=load_names("de"),
        rules=RuleIndex(RULES),
        gate=gate(triggers),
        blocked=blocked,
        admits=false_friends.admits,
        complete=lambda tokens, found, nodes: Completion(tokens, found, nodes, JOINTS).run(),
        is_header=headers.is_header,
        tenses_of=tense.tenses_of,
        nearest_tense=nearest_tense,
        leanings=Leanings(ahead_of_days=frozenset(("für",)), since=load_words("de", "since"), by=frozenset(("bis",))),
        figures=figures,
        runs_on=runs_on,
    )
