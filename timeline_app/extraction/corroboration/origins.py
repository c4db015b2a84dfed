"""How many independent origins report an event: reprints and reports of one upstream source count once."""

import re
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Set
from hashlib import sha256
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import Mention
from timeline_app.model.source import Segment

_WORD = re.compile(r"\w+")
_SHINGLE = 5  # words
_NEAR_DUPLICATE = 0.25  # share of common shingles in the shorter text (Broder's containment): texts by two, up to 0.15
_FEW = 40  # shingles of a text below which two reporters may share a quarter of them
_SAID_BY = "said by: "  # before the name of a speaker, who may be no outlet
_CREDIT = 90  # code points of a line that credits an agency: a byline, the last line
_HEAD, _TAIL = 1_000, 400  # code points of a text in which such lines stand
_NAMING = 4  # letters of a publisher's name that is looked for
_COPIED = 9  # words of a sentence that two texts have alike only because one was copied
_SHORT = 20_000  # code points up to which the shingles of a text are kept
_MOST_KEPT = 256  # texts whose shingles are kept
_MOST_PAIRS = 8_192  # of texts, that are remembered
_MOST_SAID = 8_192  # sentences

_reprints: OrderedDict[tuple[str, str], bool] = OrderedDict()  # by the SHA-256 of two texts
_shingled: OrderedDict[str, NDArray[np.int64]] = OrderedDict()  # by the SHA-256 of a text
_said: OrderedDict[tuple[str, int, int], bytes | None] = OrderedDict()  # by the SHA-256 of a text, and the sentence

K = TypeVar("K")
V = TypeVar("V")


class Report(Protocol):
    """What is asked of a source, be it at hand or set aside."""

    @property
    def publisher(self) -> str:
        """Who published it."""

    @property
    def sha256(self) -> str:
        """Of its text."""

    @property
    def text(self) -> str:
        """Its text."""

    @property
    def position(self) -> int:
        """Its place in the order of documents."""

    def segment_at(self, offset: int) -> Segment | None:
        """The segment that holds a code point; headlines at least."""


class Origins:
    """The independent origins of one event, kept up as its mentions come: what was compared is not compared again."""

    def __init__(self, sources: Mapping[str, Report]) -> None:
        self._sources = sources
        self._origin: dict[str, str] = {}  # of each source, the one that stands for its origin
        self._alike: dict[str, list[str]] = {}  # of each origin, its sources
        self._outlets: dict[str, frozenset[str]] = {}  # that each source goes back to
        self._first: dict[tuple[str, str | bytes], str] = {}  # what surely has one origin, and who told it first
        self._fresh: dict[str, None] = {}  # sources that are not yet compared with the others

    def add(self, mention: Mention) -> None:
        """Takes in one more mention."""
        source_id, outlets = mention.source_id, _upstream(mention)
        known = self._outlets.get(source_id)
        keys = [("outlet", outlet) for outlet in outlets if not outlet.startswith(_SAID_BY)]
        told: list[tuple[str, str | bytes]] = [*keys]
        if known is None:
            self._origin[source_id], self._alike[source_id] = source_id, [source_id]
            publisher = self._sources[source_id].publisher if source_id in self._sources else ""
            told += [("publisher", publisher.casefold())] if publisher else []
        if (said := sentence_sum(mention, self._sources)) is not None:
            told.append(("said", said))
        if known is None or outlets - known:
            self._outlets[source_id] = (known or frozenset()) | outlets
            self._fresh[source_id] = None
        for key in told:
            self._unite(self._first.setdefault(key, source_id), source_id)

    def count(self) -> int:
        """How many there are, at least 1."""
        for source_id in self._fresh:
            for other in self._origin:
                if self._origin[other] != self._origin[source_id] and self._depend(source_id, other):
                    self._unite(source_id, other)
        self._fresh.clear()
        return max(1, len(self._alike))

    def _depend(self, one: str, other: str) -> bool:
        a, b = self._sources.get(one), self._sources.get(other)
        if a is None or b is None:
            return False
        return _cites(self._outlets[one], b) or _cites(self._outlets[other], a) or is_reprint(a, b)

    def _unite(self, one: str, other: str) -> None:
        first, second = self._origin[one], self._origin[other]
        if first == second:
            return
        if len(self._alike[first]) < len(self._alike[second]):
            first, second = second, first
        moved = self._alike.pop(second)
        self._alike[first] += moved
        self._origin.update(dict.fromkeys(moved, first))


def count_origins(mentions: Iterable[Mention], sources: Mapping[str, Report]) -> int:
    """Independent origins among the sources of an event's mentions, at least 1."""
    origins = Origins(sources)
    for mention in mentions:
        origins.add(mention)
    return origins.count()


def sentence_sum(mention: Mention, sources: Mapping[str, Report]) -> bytes | None:
    """A sum of the words of a mention's sentence; None where so few that two reporters may have written them."""
    source = sources.get(mention.source_id)
    if source is None:
        return None
    key = (source.sha256, mention.sentence.start, mention.sentence.end)
    if key not in _said:
        parts = _WORD.findall(source.text, mention.sentence.start, mention.sentence.end)
        told = " ".join(parts).lower().encode("utf-8", "surrogatepass")
        _remember(_said, key, sha256(told).digest() if len(parts) >= _COPIED else None, _MOST_SAID)
    return _said[key]


def _upstream(mention: Mention) -> frozenset[str]:
    """Names of the outlets that a mention goes back to, and who says so in it: it may be an outlet."""
    attribution = mention.attribution
    if attribution is None:
        return frozenset()
    told = (attribution.outlet, attribution.cites, _SAID_BY + attribution.speaker if attribution.speaker else None)
    return frozenset(name.lower() for name in told if name)


def is_reprint(one: Report, other: Report) -> bool:
    """Whether two sources have one text, or one credits the other; remembered, because each that joins asks for it."""
    key = (one.sha256, other.sha256)
    found = _reprints.get(key)
    if found is None:
        found = _overlap(_shingles_of(one), _shingles_of(other)) or _credits(one, other) or _credits(other, one)
        _remember(_reprints, key, found, _MOST_PAIRS)
    return found


def _remember(known: OrderedDict[K, V], key: K, found: V, most: int) -> None:
    """Keeps what was found, and forgets what was longest ago."""
    known[key] = found
    if len(known) > most:
        known.popitem(last=False)


def _cites(outlets: Set[str], source: Report) -> bool:
    """Whether the outlets that one source goes back to include the other source itself."""
    publisher = source.publisher.lower()
    if not publisher:
        return False
    named = (outlet for outlet in outlets if not outlet.startswith(_SAID_BY))
    return f"{_SAID_BY}{publisher}" in outlets or any(name in publisher or publisher in name for name in named)


def _credits(one: Report, other: Report) -> bool:
    """Whether a line at the head or the end of a text names the publisher of another as where it comes from."""
    name = other.publisher.casefold()
    if len(name) < _NAMING and not other.publisher.isupper():
        return False
    text = one.text
    lines = (*text[:_HEAD].splitlines(), *text[-_TAIL:].splitlines())
    short = (line.strip() for line in lines if len(line.strip()) <= _CREDIT and not line.rstrip().endswith("."))
    return any(_names(line, name) for line in short) or (len(name) >= _NAMING and _is_cited(text[:_HEAD], name))


def _is_cited(text: str, publisher: str) -> bool:
    """ "Market Wire reported", "according to Market Wire"."""
    told = f" {' '.join(_WORD.findall(text)).casefold()} "
    before, behind = (words("events_merging", "credits", key) for key in ("before", "behind"))
    named = (f" {word} {publisher} " in told or f" {word} the {publisher} " in told for word in before)
    return any(named) or any(f" {publisher} {word} " in told for word in behind)


def _names(line: str, publisher: str) -> bool:
    """Whether a line has a publisher's name, or words that it is the initials of."""
    told = _WORD.findall(line)
    if f" {publisher} " in f" {' '.join(told).casefold()} ":
        return True
    initials = "".join(word[0] for word in told if word[:1].isupper()).casefold()
    return (
        len(publisher) > 1
        and " " not in publisher
        and publisher.isalpha()
        and len(publisher) <= _NAMING
        and (publisher in initials)
    )


def near_duplicates(one: str, other: str) -> bool:
    """Whether most of the shorter text's five-word runs stand in the longer one."""
    return _overlap(_shingles(one), _shingles(other))


def _overlap(first: NDArray[np.int64], second: NDArray[np.int64]) -> bool:
    shorter = min(len(first), len(second))
    if not shorter:
        return False
    both = np.concatenate((first, second))
    both.sort(kind="stable")  # merges the two
    return int(np.count_nonzero(both[1:] == both[:-1])) / shorter >= (
        _NEAR_DUPLICATE if shorter >= _FEW else 2 * _NEAR_DUPLICATE
    )


def _shingles_of(source: Report) -> NDArray[np.int64]:
    """The shingles of a source, kept for a while: few bytes, and asked for with each text that tells of the same."""
    found = _shingled.get(source.sha256)
    if found is not None:
        _shingled.move_to_end(source.sha256)
        return found
    text = source.text
    found = _shingles(text)
    if len(text) <= _SHORT:
        _remember(_shingled, source.sha256, found, _MOST_KEPT)
    return found


def _shingles(text: str) -> NDArray[np.int64]:
    """A number for each different five-word run, in order."""
    told = [w.lower() for w in _WORD.findall(text)]
    runs = (hash(tuple(told[i : i + _SHINGLE])) for i in range(len(told) - _SHINGLE + 1))
    return np.unique(np.fromiter(runs, np.int64))
