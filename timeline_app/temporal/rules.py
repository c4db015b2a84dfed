"""The rule mechanism: a pattern of words and value types, a production, and the phrases the rule must read.

A pattern is a tuple of items.  A string lists the words that may stand there ("last|past", with a final ``?`` when the
item may be left out); a type or a tuple of types asks for a value that a smaller rule or the lexicon built; `that` adds
a test to a type, `maybe` makes it optional.  The production receives the values in order, None for those left out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Any

from timeline_app.model.token import Token
from timeline_app.temporal.values import Value

Production = Callable[..., Value | None]


@dataclass(frozen=True, slots=True)
class Words:
    """One of several words, matched in lower case and not passed to the production."""

    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Kind:
    """A value of one of several types that passes a test."""

    types: tuple[type[Any], ...]
    test: Callable[[Any], bool] | None = None

    def accepts(self, value: Value) -> bool:
        """Whether `value` may stand here."""
        return isinstance(value, self.types) and (self.test is None or self.test(value))


@dataclass(frozen=True, slots=True)
class Maybe:
    """An item that may be left out."""

    item: Words | Kind


Item = Words | Kind
Pattern = Sequence[str | type[Any] | tuple[type[Any], ...] | Item | Maybe]


@dataclass(frozen=True, slots=True)
class Context:
    """Where a match stands: all tokens of the sentence, and the match as token indices, end exclusive."""

    tokens: Sequence[Token]
    start: int
    end: int

    def before(self, distance: int = 1) -> str:
        """The word `distance` places before the match in lower case, empty at the sentence's start."""
        index = self.start - distance
        return self.tokens[index].lower if index >= 0 else ""

    def after(self, distance: int = 1) -> str:
        """The word `distance` places after the match in lower case, empty at the sentence's end."""
        index = self.end + distance - 1
        return self.tokens[index].lower if index < len(self.tokens) else ""

    @property
    def first(self) -> Token:
        """The first token of the match."""
        return self.tokens[self.start]

    @property
    def last(self) -> Token:
        """The last token of the match."""
        return self.tokens[self.end - 1]

    @property
    def is_tight(self) -> bool:
        """Whether no space stands between the tokens of the match."""
        inside = self.tokens[self.start : self.end]
        return all(left.end == right.start for left, right in pairwise(inside))


Guard = Callable[[Context], bool]


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to write a rule's pattern, with its optional items taken or left."""

    rule: "Rule"
    items: tuple[Item, ...]
    slots: tuple[bool | None, ...]  # per pattern item: True takes a value, None was left out, False takes none


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A named rule; `reads` are phrases it must read whole (or within ⟨⟩), `skips` phrases it must not read."""

    name: str
    pattern: tuple[Item | Maybe, ...]
    production: Production
    reads: tuple[str, ...]
    skips: tuple[str, ...] = ()
    when: Guard | None = None
    priority: int = 0

    def variants(self) -> list[Variant]:
        """Every way to take or leave the optional items, as flat patterns."""
        choices = [(True, False) if isinstance(item, Maybe) else (True,) for item in self.pattern]
        out = []
        for taken in product(*choices):
            items: list[Item] = []
            slots: list[bool | None] = []
            for part, use in zip(self.pattern, taken, strict=True):
                item = part.item if isinstance(part, Maybe) else part
                if use:
                    items.append(item)
                slots.append(False if isinstance(item, Words) else (True if use else None))
            if items:
                out.append(Variant(self, tuple(items), tuple(slots)))
        return out


def that(kind: type[Any] | tuple[type[Any], ...], test: Callable[[Any], bool]) -> Kind:
    """A value of a type, or one of several, that passes a test."""
    return Kind(kind if isinstance(kind, tuple) else (kind,), test)


def maybe(item: type[Any] | tuple[type[Any], ...] | Kind) -> Maybe:
    """A value that may be left out."""
    return Maybe(item if isinstance(item, Kind) else that(item, lambda _: True))


def _compile(item: str | type[Any] | tuple[type[Any], ...] | Item | Maybe) -> Item | Maybe:
    if isinstance(item, str):
        words = Words(frozenset(item.removesuffix("?").split("|")))
        return Maybe(words) if item.endswith("?") else words
    if isinstance(item, type):
        return Kind((item,))
    if isinstance(item, tuple):
        return Kind(item)
    return item


def rule(
    *pattern: str | type[Any] | tuple[type[Any], ...] | Item | Maybe,
    reads: Sequence[str],
    skips: Sequence[str] = (),
    when: Guard | None = None,
    priority: int = 0,
) -> Callable[[Production], Rule]:
    """Turns a production into a rule named after it; a production that returns None declines the match."""

    def build(production: Production) -> Rule:
        compiled = tuple(_compile(item) for item in pattern)
        return Rule(production.__name__, compiled, production, tuple(reads), tuple(skips), when, priority)

    return build
