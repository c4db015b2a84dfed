"""How many independent origins report an event: reprints and reports of one upstream source count once."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.annotation import Mention
from timeline_app.model.source import Source

_WORD = re.compile(r"\w+")
_SHINGLE = 5  # words
_NEAR_DUPLICATE = 0.5  # share of common shingles in the shorter text (Broder's containment)
_COPIED = 9  # words of a sentence that two texts have alike only because one was copied
_SHORT = 20_000  # code points up to which the shingles of a text are kept
_MOST_PAIRS = 200_000  # that are remembered

_reprints: dict[tuple[str, str], bool] = {}  # by the SHA-256 of two texts


def count_origins(mentions: Sequence[Mention], sources: Mapping[str, Source]) -> int:
    """Independent origins among the sources of an event's mentions, at least 1."""
    ids = sorted({m.source_id for m in mentions})
    told = {i: frozenset(filter(None, (_sentence(m, sources) for m in mentions if m.source_id == i))) for i in ids}
    upstream = {i: frozenset().union(*(_upstream(m) for m in mentions if m.source_id == i)) for i in ids}
    origin = {i: i for i in ids}

    def root(source_id: str) -> str:
        while origin[source_id] != source_id:
            source_id = origin[source_id]
        return source_id

    for index, one in enumerate(ids):
        for other in ids[index + 1 :]:
            copied = bool(told[one] & told[other])
            if root(one) != root(other) and (copied or _depend(one, other, upstream, sources)):
                origin[root(one)] = root(other)
    return max(1, len({root(i) for i in ids}))


def _sentence(mention: Mention, sources: Mapping[str, Source]) -> tuple[str, ...] | None:
    """The words of a mention's sentence; None where it is so short that two reporters may have written it."""
    source = sources.get(mention.source_id)
    if source is None:
        return None
    said = tuple(w.lower() for w in _WORD.findall(source.text, mention.sentence.start, mention.sentence.end))
    return said if len(said) >= _COPIED else None


def _upstream(mention: Mention) -> frozenset[str]:
    """Names of the outlets that a mention goes back to."""
    attribution = mention.attribution
    if attribution is None:
        return frozenset()
    return frozenset(name.lower() for name in (attribution.outlet, attribution.cites) if name)


def _depend(one: str, other: str, upstream: Mapping[str, frozenset[str]], sources: Mapping[str, Source]) -> bool:
    if upstream[one] & upstream[other]:
        return True
    a, b = sources.get(one), sources.get(other)
    if a is None or b is None:
        return False
    return _cites(upstream[one], b) or _cites(upstream[other], a) or _is_reprint(a, b)


def _is_reprint(one: Source, other: Source) -> bool:
    """Whether two sources have mostly the same text; remembered, because each that joins an event is asked about it."""
    key = (one.sha256, other.sha256)
    found = _reprints.get(key)
    if found is None:
        if len(_reprints) >= _MOST_PAIRS:
            _reprints.clear()
        found = _reprints[key] = near_duplicates(one.text, other.text)
    return found


def _cites(outlets: frozenset[str], source: Source) -> bool:
    """Whether the outlets that one source goes back to include the other source itself."""
    publisher = source.publisher.lower()
    return bool(publisher) and any(outlet in publisher or publisher in outlet for outlet in outlets)


def near_duplicates(one: str, other: str) -> bool:
    """Whether most of the shorter text's five-word runs stand in the longer one."""
    first, second = _shingles(one), _shingles(other)
    shorter = min(len(first), len(second))
    if not shorter:
        return False
    both = np.concatenate((first, second))
    both.sort(kind="stable")  # merges the two
    return int(np.count_nonzero(both[1:] == both[:-1])) / shorter >= _NEAR_DUPLICATE


def _shingles(text: str) -> NDArray[np.int64]:
    """A number for each different five-word run, in order; few bytes, so that those of many texts can be kept."""
    return _kept_shingles(text) if len(text) <= _SHORT else _made_shingles(text)


@lru_cache(maxsize=1_024)
def _kept_shingles(text: str) -> NDArray[np.int64]:
    return _made_shingles(text)


def _made_shingles(text: str) -> NDArray[np.int64]:
    words = [w.lower() for w in _WORD.findall(text)]
    runs = (hash(tuple(words[i : i + _SHINGLE])) for i in range(len(words) - _SHINGLE + 1))
    return np.unique(np.fromiter(runs, np.int64))
