"""What is read of a text whose language has no grammar: dates in figures, which mean the same in all of them."""

import re
from collections.abc import Sequence

from timeline_app.model.token import Token
from timeline_app.temporal.chart import RuleIndex
from timeline_app.temporal.grammar import notation
from timeline_app.temporal.grammar.language import Language
from timeline_app.temporal.lexicon import Lexicon, Names
from timeline_app.temporal.rules import Rule
from timeline_app.temporal.values import Value

RULES: tuple[Rule, ...] = tuple(rule for rule in vars(notation).values() if isinstance(rule, Rule))
_FIGURE = re.compile(r"\d")


def build(name: str) -> Language:
    """The language `name` for the tagger, without words."""
    return Language(
        lexicon=Lexicon(()),
        names=Names((), ()),
        rules=RuleIndex(RULES),
        gate=lambda text: _FIGURE.search(text) is not None,
        blocked=lambda _tokens, _names: frozenset(),
        admits=_stands_free,
        complete=lambda _tokens, found, _nodes: (sorted(found, key=lambda node: node.start), []),
        is_header=lambda _before, _after: False,
        tenses_of=lambda tokens: [None] * len(tokens),
        nearest_tense=lambda _tenses, _start, _end: None,
        warning=f"There is no grammar for the language {name!r:.20}: only dates in figures (2018-05-28) are read.",
    )


def _stands_free(tokens: Sequence[Token], start: int, _end: int, _value: Value) -> bool:
    """Whether no word is glued to the figures on their left."""
    return start == 0 or tokens[start - 1].end < tokens[start].start or not tokens[start - 1].text[-1].isalnum()
