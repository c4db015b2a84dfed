"""The parser: reads a sentence from its last word to its first and keeps every value that starts at each word.

Because all values further right are complete when a word is reached, each rule is tried once per value that can begin
it, and no saturation is needed.  Spans and values per word are bounded, so time grows with the number of words only.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from timeline_app.model.token import Token
from timeline_app.temporal.rules import Context, Item, Kind, Rule, Variant, Words
from timeline_app.temporal.values import Value

_MAX_TOKENS = 24  # longest phrase
_MAX_VALUES = 80  # values kept per starting word


@dataclass(frozen=True, slots=True)
class Node:
    """A value read from tokens `start` to `end` (exclusive), with the names of the rules that built it."""

    start: int
    end: int
    value: Value
    trail: tuple[str, ...] = ()
    priority: int = 0


class Continuations:
    """Variants that share their first item, by what comes second: nothing, a word or a type of value."""

    def __init__(self) -> None:
        self.alone: list[Variant] = []
        self.by_word: dict[str, list[Variant]] = {}
        self.by_type: dict[type, list[Variant]] = {}

    def add(self, variant: Variant) -> None:
        """Files a variant under its second item."""
        if len(variant.items) == 1:
            self.alone.append(variant)
            return
        second = variant.items[1]
        if isinstance(second, Words):
            for word in second.words:
                self.by_word.setdefault(word, []).append(variant)
        else:
            for kind in second.types:
                self.by_type.setdefault(kind, []).append(variant)

    def fitting(self, word: str, types: Collection[type]) -> Iterator[Variant]:
        """Variants whose second item may stand where `word` and values of `types` begin."""
        yield from self.alone
        yield from self.by_word.get(word, ())
        for kind in types:
            yield from self.by_type.get(kind, ())


class RuleIndex:
    """Rules by what can begin them, a word or a type of value, and by what must follow it."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.by_word: dict[str, Continuations] = {}
        self.by_type: dict[type, Continuations] = {}
        for variant in (v for rule in rules for v in rule.variants()):
            first = variant.items[0]
            if isinstance(first, Words):
                for word in first.words:
                    self.by_word.setdefault(word, Continuations()).add(variant)
            else:
                for kind in first.types:
                    self.by_type.setdefault(kind, Continuations()).add(variant)


class _Chart:
    """The values read so far in one sentence, by the token that they start at."""

    def __init__(self, tokens: Sequence[Token], words: Sequence[str], index: RuleIndex) -> None:
        self.tokens = tokens
        self.words = [*words, ""]
        self.index = index
        self.columns: list[list[Node]] = [[] for _ in range(len(tokens) + 1)]
        self.types: list[Collection[type]] = [()] * (len(tokens) + 1)

    def fill(self, start: int, leaves: Sequence[Node]) -> None:
        """Completes the column of token `start`; every column to its right is complete."""
        begun_by_word = self.index.by_word.get(self.words[start])
        if not leaves and begun_by_word is None:
            return
        column = self.columns[start]
        seen: set[tuple[int, Value]] = set()

        def keep(node: Node | None) -> None:
            if node is not None and (node.end, node.value) not in seen and len(column) < _MAX_VALUES:
                seen.add((node.end, node.value))
                column.append(node)

        for leaf in leaves:
            keep(leaf)
        if begun_by_word is not None:
            for variant in begun_by_word.fitting(self.words[start + 1], self.types[start + 1]):
                for end, parts in self._matches(variant, 1, start + 1, start):
                    keep(self._produce(variant, parts, start, end))
        done = 0
        while done < len(column):  # the column grows while it is read: built values begin further rules
            first = column[done]
            done += 1
            begun = self.index.by_type.get(type(first.value))
            if begun is None:
                continue
            for variant in begun.fitting(self.words[first.end], self.types[first.end]):
                if _accepts(variant.items[0], first.value):
                    for end, parts in self._matches(variant, 1, first.end, start):
                        keep(self._produce(variant, (first, *parts), start, end))
        self.types[start] = {type(node.value) for node in column}

    def _matches(self, variant: Variant, at: int, position: int, start: int) -> Iterator[tuple[int, tuple[Node, ...]]]:
        """Each way to match the items of `variant` from item `at` on: where it ends, the nodes of its value items."""
        if at == len(variant.items):
            yield position, ()
            return
        if position >= len(self.tokens) or position - start >= _MAX_TOKENS:
            return
        item = variant.items[at]
        if isinstance(item, Words):
            if self.words[position] in item.words:
                yield from self._matches(variant, at + 1, position + 1, start)
            return
        for node in self.columns[position]:
            if item.accepts(node.value):
                for end, rest in self._matches(variant, at + 1, node.end, start):
                    yield end, (node, *rest)

    def _produce(self, variant: Variant, parts: Sequence[Node], start: int, end: int) -> Node | None:
        rule = variant.rule
        if end - start > _MAX_TOKENS or (rule.when and not rule.when(Context(self.tokens, start, end))):
            return None
        taken = iter(parts)
        arguments = [next(taken).value if slot else None for slot in variant.slots if slot is not False]
        value = rule.production(*arguments)
        if value is None:
            return None
        trail = tuple(name for part in parts for name in part.trail)
        return Node(start, end, value, (*trail, rule.name), rule.priority)


def parse(
    tokens: Sequence[Token], words: Sequence[str], leaves: Sequence[Sequence[Node]], index: RuleIndex
) -> list[Node]:
    """All nodes that rules can build over `tokens`.

    `words` are the tokens in lower case as the rules see them, empty where a token belongs to a name that tells no
    time; `leaves[i]` are the lexicon's readings that begin at token i.
    """
    chart = _Chart(tokens, words, index)
    for start in range(len(tokens) - 1, -1, -1):
        chart.fill(start, leaves[start])
    return [node for column in chart.columns for node in column]


def _accepts(item: Item, value: Value) -> bool:
    return isinstance(item, Kind) and item.accepts(value)
