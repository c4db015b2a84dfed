"""From texts to parsed blocks of tokens, by a loaded spaCy model."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from timeline_app.extraction.doc import Token, Word
from timeline_app.extraction.inference.entities import EntityFinder
from timeline_app.extraction.inference.vectors import UnknownModelError, Vectors, parameter
from timeline_app.extraction.inference.words import WordRules

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_BATCH = 3_000  # rows computed together: enough to keep the processor busy, few enough to stay in its cache
_TEXT = 8  # rows that stand empty around each text
_LEXEMES = 200_000  # words whose properties are kept

Block = tuple[list[Token], list[int]]  # its tokens, without their Doc, and the indices of those that open a sentence


class BlockReader(Protocol):
    """What parses texts."""

    @property
    def is_parsed(self) -> bool:
        """Whether tokens have tags and dependencies."""

    def read(self, texts: Iterable[str], *, full: bool) -> Iterator[Block]:
        """A block for each text, in order; lemmas, parts of speech and entities only where `full`."""


class _Words:
    """The properties of words, by their number in the vocabulary."""

    def __init__(self) -> None:
        self._known: dict[int, Word] = {}

    def of(self, doc: "Doc") -> list[Word]:
        """The word at each place of a Doc."""
        if len(self._known) > _LEXEMES:
            self._known.clear()
        known = self._known
        orths: list[int] = doc.to_array("ORTH").tolist()
        for place, orth in enumerate(orths):
            if orth not in known:
                known[orth] = _word(doc[place])
        return [known[orth] for orth in orths]


def _word(token: Any) -> Word:
    return Word(
        token.text, token.lower_, token.is_space, token.is_punct, token.is_quote, token.is_currency, token.like_num
    )


def _tokens(doc: "Doc", words: _Words) -> list[Token]:
    """The tokens of a Doc with their words and places; every tag is empty and each word its own head."""
    spaces: list[int] = doc.to_array("SPACY").tolist()
    found: list[Token] = []
    idx = 0
    for i, (word, spaced) in enumerate(zip(words.of(doc), spaces, strict=True)):
        token = Token()
        token.i, token.idx, token.word = i, idx, word
        token.text, token.lower_ = word.text, word.lower
        token.whitespace_ = " " if spaced else ""
        token.tag_ = token.pos_ = token.lemma_ = token.dep_ = token.ent_type_ = token.ent_iob_ = ""
        token.head, token.children = token, ()
        idx += len(word.text) + spaced
        found.append(token)
    return found


def _hang(tokens: Sequence[Token], heads: Sequence[int]) -> None:
    """Puts the tokens into their tree; `heads` are relative places, 0 for a root."""
    below: dict[int, list[Token]] = {}
    for i, (token, distance) in enumerate(zip(tokens, heads, strict=True)):
        if distance:
            token.head = tokens[i + distance]
            below.setdefault(i + distance, []).append(token)
    for i, children in below.items():
        tokens[i].children = children


class QuickReader:
    """Runs a model of the make of `en_core_web_sm`; raises UnknownModelError for any other."""

    is_parsed = True

    def __init__(self, nlp: "Language") -> None:
        if nlp.pipe_names != ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"]:
            raise UnknownModelError("pipeline", *nlp.pipe_names)
        self._nlp = nlp
        pipes: Any = {name: nlp.get_pipe(name) for name in nlp.pipe_names}
        self._vectors = Vectors(pipes["tok2vec"].model)
        softmax = pipes["tagger"].model.get_ref("softmax")
        self._tagger = parameter(softmax, "W").T, parameter(softmax, "b")
        self._tags: Sequence[str] = pipes["tagger"].labels
        self._parser = pipes["parser"]
        self._rules = WordRules(pipes["attribute_ruler"], pipes["lemmatizer"])
        self._entities = EntityFinder(pipes["ner"])
        self._words = _Words()
        self._deps: dict[int, str] = {}

    def read(self, texts: Iterable[str], *, full: bool) -> Iterator[Block]:
        """A block for each text, in order; lemmas, parts of speech and entities only where `full`."""
        batch: list[Doc] = []
        size = 0
        for doc in map(self._nlp.make_doc, texts):
            batch.append(doc)
            size += len(doc) + _TEXT
            if size >= _BATCH:
                yield from self._read(batch, full)
                batch, size = [], 0
        yield from self._read(batch, full)

    def _read(self, batch: list["Doc"], full: bool) -> Iterator[Block]:
        docs = [doc for doc in batch if len(doc)]
        blocks = iter(self._parse(docs, full) if docs else ())
        for doc in batch:
            yield next(blocks) if len(doc) else ([], [])

    def _parse(self, docs: list["Doc"], full: bool) -> list[Block]:
        vectors = self._vectors.of(docs)
        tags = (vectors @ self._tagger[0] + self._tagger[1]).argmax(axis=1)
        first = 0
        for doc in docs:
            doc.tensor = vectors[first : first + len(doc)]
            first += len(doc)
        self._parser.set_annotations(docs, self._parser.predict(docs))
        blocks: list[Block] = []
        first = 0
        for doc in docs:
            tokens = _tokens(doc, self._words)
            arcs = doc.to_array(["HEAD", "DEP", "SENT_START"])
            self._annotate(tokens, tags[first : first + len(doc)], arcs)
            blocks.append((tokens, [0, *(np.flatnonzero(arcs[1:, 2] == 1) + 1).tolist()]))
            first += len(doc)
        if full:
            self._name(docs, blocks)
            for tokens, _ in blocks:
                self._rules.apply(tokens)
        return blocks

    def _annotate(self, tokens: list[Token], tags: NDArray[np.int64], arcs: NDArray[np.uint64]) -> None:
        deps: list[int] = arcs[:, 1].tolist()
        for dep in set(deps) - self._deps.keys():
            self._deps[dep] = self._nlp.vocab.strings[dep]
        for token, tag, dep in zip(tokens, tags.tolist(), deps, strict=True):
            token.tag_, token.dep_ = self._tags[tag], self._deps[dep]
        _hang(tokens, arcs[:, 0].astype(np.int64).tolist())

    def _name(self, docs: list["Doc"], blocks: list[Block]) -> None:
        """Sets the entities."""
        every = [token for tokens, _ in blocks for token in tokens]
        opens = np.zeros(len(every), dtype=bool)
        first = 0
        for tokens, starts in blocks:
            opens[[first + start for start in starts]] = True
            first += len(tokens)
        blank = np.array([token.is_space for token in every])
        for token in every:
            token.ent_iob_ = "O"
        for entity in self._entities.find(docs, blank, opens):
            for place in range(entity.start, entity.end):
                every[place].ent_type_ = entity.label
                every[place].ent_iob_ = "B" if place == entity.start else "I"


class StockReader:
    """Runs any spaCy pipeline as it is."""

    def __init__(self, nlp: "Language") -> None:
        self._nlp = nlp
        self._words = _Words()
        self.is_parsed = nlp.has_pipe("parser")

    def read(self, texts: Iterable[str], *, full: bool) -> Iterator[Block]:
        """A block for each text, in order; lemmas, parts of speech and entities only where `full`."""
        unused = [] if full else ["lemmatizer", "attribute_ruler", "ner"]
        for doc in self._nlp.pipe(texts, batch_size=64, disable=[name for name in unused if self._nlp.has_pipe(name)]):
            yield self._block(doc)

    def _block(self, doc: "Doc") -> Block:
        tokens = _tokens(doc, self._words)
        for token, word in zip(tokens, doc, strict=True):
            token.tag_, token.pos_, token.lemma_, token.dep_ = word.tag_, word.pos_, word.lemma_, word.dep_
            token.ent_type_, token.ent_iob_ = word.ent_type_, word.ent_iob_
        if self.is_parsed:
            _hang(tokens, [word.head.i - word.i for word in doc])
        return tokens, [sentence.start for sentence in doc.sents]
