"""How many independent origins report an event: reprints and reports of one upstream source count once."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from timeline_app.model.annotation import Mention
from timeline_app.model.source import Source

_WORD = re.compile(r"\w+")
_SHINGLE = 5  # words
_NEAR_DUPLICATE = 0.5  # share of common shingles in the shorter text (Broder's containment)


def count_origins(mentions: Sequence[Mention], sources: Mapping[str, Source]) -> int:
    """Independent origins among the sources of an event's mentions, at least 1."""
    ids = sorted({m.source_id for m in mentions})
    upstream = {i: frozenset().union(*(_upstream(m) for m in mentions if m.source_id == i)) for i in ids}
    origin = {i: i for i in ids}

    def root(source_id: str) -> str:
        while origin[source_id] != source_id:
            source_id = origin[source_id]
        return source_id

    for index, one in enumerate(ids):
        for other in ids[index + 1 :]:
            if root(one) != root(other) and _depend(one, other, upstream, sources):
                origin[root(one)] = root(other)
    return max(1, len({root(i) for i in ids}))


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
    return _cites(upstream[one], b) or _cites(upstream[other], a) or near_duplicates(a.text, b.text)


def _cites(outlets: frozenset[str], source: Source) -> bool:
    """Whether the outlets that one source goes back to include the other source itself."""
    publisher = source.publisher.lower()
    return bool(publisher) and any(outlet in publisher or publisher in outlet for outlet in outlets)


def near_duplicates(one: str, other: str) -> bool:
    """Whether most of the shorter text's five-word runs stand in the longer one."""
    first, second = _shingles(one), _shingles(other)
    shorter = min(len(first), len(second))
    return shorter > 0 and len(first & second) / shorter >= _NEAR_DUPLICATE


@lru_cache(maxsize=256)
def _shingles(text: str) -> frozenset[int]:
    words = [w.lower() for w in _WORD.findall(text)]
    return frozenset(hash(tuple(words[i : i + _SHINGLE])) for i in range(len(words) - _SHINGLE + 1))
