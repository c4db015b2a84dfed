"""A parsed text in plain Python objects, under spaCy's names: many times quicker to walk than spaCy's own.

A reader of spaCy's manual knows every attribute.  Only what this program asks for is here.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import overload

from timeline_app.extraction.sentence_cuts import mend_cuts

_IDX = attrgetter("idx")


@dataclass(frozen=True, slots=True)
class Word:
    """What is true of a word wherever it stands; one object for all its occurrences."""

    text: str
    lower: str
    is_space: bool = False
    is_punct: bool = False
    is_quote: bool = False
    is_currency: bool = False
    like_num: bool = False


class Token:
    """One word of a Doc: its place, its tags, and its place in the dependency tree.

    `i` counts tokens, `idx` code points; `children` are in text order; the root of a sentence is its own `head`.
    """

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "idx",
        "lemma_",
        "lower_",
        "pos_",
        "sent",
        "tag_",
        "text",
        "whitespace_",
        "word",
    )

    doc: "Doc"
    i: int
    idx: int
    text: str
    lower_: str
    whitespace_: str
    tag_: str
    pos_: str
    lemma_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    word: Word
    head: "Token"
    children: Sequence["Token"]
    sent: "Run"

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    def attach(self, head: "Token") -> None:
        """Hangs the word below another one, or makes it the root of its sentence by its own.

        A word that hung below this one takes its place first: no tree ever runs in a circle.
        """
        if head is not self and self._is_above(head):
            head.attach(head if self.head is self else self.head)
        if self.head is not self:
            self.head.children = [child for child in self.head.children if child is not self]
        if head is not self:
            head.children = sorted([*head.children, self], key=lambda token: token.i)
        self.head = head

    def _is_above(self, word: "Token") -> bool:
        while word.head is not word and word.head is not self:
            word = word.head
        return word.head is self

    @property
    def lefts(self) -> list["Token"]:
        """The children before the word."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list["Token"]:
        """The children after the word."""
        return [child for child in self.children if child.i > self.i]

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return self.word.is_space

    @property
    def is_punct(self) -> bool:
        """Whether it is punctuation."""
        return self.word.is_punct

    @property
    def is_alpha(self) -> bool:
        """Whether it has letters only."""
        return self.text.isalpha()

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation mark."""
        return self.word.is_quote

    @property
    def is_currency(self) -> bool:
        """Whether it is the sign of a currency."""
        return self.word.is_currency

    @property
    def like_num(self) -> bool:
        """Whether it is a number in figures or words."""
        return self.word.like_num

    @property
    def subtree(self) -> Iterator["Token"]:
        """The word and all below it, each branch in its place between those to its left and right."""
        stack: list[tuple[Token, bool]] = [(self, False)]
        while stack:
            token, opened = stack.pop()
            if opened or not token.children:
                yield token
                continue
            i = token.i
            stack.extend((child, False) for child in reversed(token.children) if child.i > i)
            stack.append((token, True))
            stack.extend((child, False) for child in reversed(token.children) if child.i < i)

    @property
    def left_edge(self) -> "Token":
        """The first word of the subtree."""
        first, stack = self, [self]
        while stack:
            token = stack.pop()
            if token.i < first.i:
                first = token
            stack.extend(token.children)
        return first

    @property
    def right_edge(self) -> "Token":
        """The last word of the subtree."""
        last, stack = self, [self]
        while stack:
            token = stack.pop()
            if token.i > last.i:
                last = token
            stack.extend(token.children)
        return last

    @property
    def conjuncts(self) -> tuple["Token", ...]:
        """The words coordinated with this one, itself left out."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:  # grows while it is read
            found.extend(child for child in token.children if child.dep_ == "conj" and child.i > token.i)
        return tuple(token for token in found if token is not self)

    def nbor(self, distance: int = 1) -> "Token":
        """The word so many places on; IndexError beyond the text."""
        place = self.i + distance
        if place < 0:
            raise IndexError(place)
        return self.doc[place]


class Run:
    """Tokens `start` to `end` (exclusive) of a Doc: a sentence or any other stretch."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: "Doc", start: int, end: int) -> None:
        self.doc = doc
        self.start = start
        self.end = end

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> list[Token]: ...
    def __getitem__(self, index: int | slice) -> Token | list[Token]:
        return self.doc.tokens[self.start : self.end][index]

    @property
    def text(self) -> str:
        """The text from the first word to the last, without the space after it."""
        tokens = self.doc.tokens[self.start : self.end]
        return "".join([token.text + token.whitespace_ for token in tokens[:-1]] + [t.text for t in tokens[-1:]])

    @property
    def start_char(self) -> int:
        """Where the first word begins, in code points."""
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        """Where the last word ends, in code points."""
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def root(self) -> Token:
        """The first word that heads itself; the first word where none does."""
        return next((token for token in self if token.head is token), self.doc.tokens[self.start])


class Doc:
    """A text, or a stretch of it, as tokens and sentences; `is_last` where the text ends with it.

    `paragraph_starts` are the indices of the tokens that open a paragraph; `topic` is the person whom a biography is
    about, by a word of the name, with the pronoun that stands for that person ("she"); `sexes` are such pronouns by
    last name.
    """

    def __init__(self, *, is_parsed: bool, is_last: bool = True) -> None:
        self.tokens: list[Token] = []
        self.sents: list[Run] = []
        self.paragraph_starts: set[int] = set()
        self.is_parsed = is_parsed
        self.is_last = is_last
        self.topic: tuple[Token, str] | None = None
        self.sexes: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> Run: ...
    def __getitem__(self, index: int | slice) -> Token | Run:
        if isinstance(index, slice):
            start, stop, _ = index.indices(len(self.tokens))
            return Run(self, start, max(start, stop))
        return self.tokens[index]

    def __repr__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        """The whole text as the model read it."""
        return "".join(token.text + token.whitespace_ for token in self.tokens)

    def tokens_at(self, start: int, end: int) -> range:
        """The tokens that code points `start` to `end` touch, by index; none where that stretch is no part of it."""
        first, last = self._token_at(start), self._token_at(end - 1)
        if first is None or last is None:
            return range(0)
        if start == first.idx + len(first.text):  # the space after a word is no part of it
            return range(first.i + 1, last.i + 1)
        return range(first.i, last.i + 1)

    def _token_at(self, offset: int) -> Token | None:
        index = bisect_right(self.tokens, offset, key=_IDX) - 1
        if index < 0:
            return None
        token = self.tokens[index]
        return token if offset < token.idx + len(token.text) + len(token.whitespace_) else None

    def close(self, sentence_starts: Iterable[int]) -> None:
        """Cuts the tokens into sentences, once all are there."""
        bounds = [*mend_cuts(self.tokens, list(sentence_starts)), len(self.tokens)]
        self.sents = [Run(self, start, end) for start, end in pairwise(bounds)]
        for sentence in self.sents:
            for token in self.tokens[sentence.start : sentence.end]:
                token.sent = sentence
