"""The parser: reads a sentence from its last word to its first and keeps every value that starts at each word.

Because all values further right are complete when a word is reached, each rule is tried once per value that can begin
it, and no saturation is needed.  Spans and values per word are bounded, so time grows with the number of words only.
"""

from collections.abc import Iterator, Sequence
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


class RuleIndex:
    """Rules by what can begin them: a word or a type of value."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.by_word: dict[str, list[Variant]] = {}
        self.by_type: dict[type, list[Variant]] = {}
        for variant in (v for rule in rules for v in rule.variants()):
            first = variant.items[0]
            if isinstance(first, Words):
                for word in first.words:
                    self.by_word.setdefault(word, []).append(variant)
            else:
                for kind in first.types:
                    self.by_type.setdefault(kind, []).append(variant)


def parse(
    tokens: Sequence[Token], words: Sequence[str], leaves: Sequence[Sequence[Node]], index: RuleIndex
) -> list[Node]:
    """All nodes that rules can build over `tokens`.

    `words` are the tokens in lower case as the rules see them, empty where a token belongs to a name that tells no
    time; `leaves[i]` are the lexicon's readings that begin at token i.
    """
    columns: list[list[Node]] = [[] for _ in range(len(tokens) + 1)]
    for start in range(len(tokens) - 1, -1, -1):
        _fill_column(start, tokens, words, columns, leaves[start], index)
    return [node for column in columns for node in column]


def _fill_column(
    start: int,
    tokens: Sequence[Token],
    words: Sequence[str],
    columns: list[list[Node]],
    leaves: Sequence[Node],
    index: RuleIndex,
) -> None:
    word_variants = index.by_word.get(words[start])
    if not leaves and word_variants is None:
        return
    column = columns[start]
    seen: set[tuple[int, Value]] = set()

    def keep(node: Node) -> None:
        key = (node.end, node.value)
        if key not in seen and len(column) < _MAX_VALUES:
            seen.add(key)
            column.append(node)

    for leaf in leaves:
        keep(leaf)
    for variant in word_variants or ():
        for end, parts in _matches(variant, 1, start + 1, start, words, columns):
            if node := _produce(variant, parts, start, end, tokens):
                keep(node)
    done = 0
    while done < len(column):  # the column grows while it is read: built values begin further rules
        first = column[done]
        done += 1
        for variant in index.by_type.get(type(first.value), ()):
            if not _accepts(variant.items[0], first.value):
                continue
            for end, parts in _matches(variant, 1, first.end, start, words, columns):
                if node := _produce(variant, (first, *parts), start, end, tokens):
                    keep(node)


def _accepts(item: Item, value: Value) -> bool:
    return isinstance(item, Kind) and item.accepts(value)


def _matches(
    variant: Variant, at: int, position: int, start: int, words: Sequence[str], columns: Sequence[Sequence[Node]]
) -> Iterator[tuple[int, tuple[Node, ...]]]:
    """Each way to match the items of `variant` from item `at` on: where it ends, and the nodes of its value items."""
    if at == len(variant.items):
        yield position, ()
        return
    if position >= len(words) or position - start >= _MAX_TOKENS:
        return
    item = variant.items[at]
    if isinstance(item, Words):
        if words[position] in item.words:
            yield from _matches(variant, at + 1, position + 1, start, words, columns)
        return
    for node in columns[position]:
        if item.accepts(node.value):
            for end, rest in _matches(variant, at + 1, node.end, start, words, columns):
                yield end, (node, *rest)


def _produce(variant: Variant, parts: Sequence[Node], start: int, end: int, tokens: Sequence[Token]) -> Node | None:
    rule = variant.rule
    if end - start > _MAX_TOKENS or (rule.when and not rule.when(Context(tokens, start, end))):
        return None
    taken = iter(parts)
    arguments = [next(taken).value if slot else None for slot in variant.slots if slot is not False]
    value = rule.production(*arguments)
    if value is None:
        return None
    trail = tuple(name for part in parts for name in part.trail)
    return Node(start, end, value, (*trail, rule.name), rule.priority)
