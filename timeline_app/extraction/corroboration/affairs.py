"""Whether two documents tell of one affair: what a sentence without a name is about, only its document tells."""

import re
from collections import OrderedDict
from enum import IntEnum

from timeline_app.extraction.corroboration.naming import title_names
from timeline_app.extraction.corroboration.origins import Report
from timeline_app.extraction.corroboration.parties import party_names
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import Mention

_NAME = re.compile(r"(?<=[\w,;:’'] )[A-Z][\w’'.-]*\w|\b[A-Z]{4,}\b")
_READ = 20_000  # code points of a text that its names are taken from
_AFFINE = 0.34  # share of the names of the text with fewer
_ANY = 2  # names of a text that say what it is about
_MOST_KEPT = 512  # texts whose names are kept

_named: OrderedDict[str, frozenset[str]] = OrderedDict()  # by the SHA-256 of a text


class Affinity(IntEnum):
    """How likely two documents are about one affair."""

    NONE = 0  # what they name is different
    LITTLE = 1
    UNKNOWN = 2  # they hardly name anything
    ONE = 3


def is_nameless(mention: Mention) -> bool:
    """Whether a mention names nobody and no place: "Police arrested two men"."""
    return not title_names(mention)


def affinity(one: Report, other: Report) -> Affinity:
    """How likely two documents are about one affair, by the names in them."""
    mine, theirs = names_of(one), names_of(other)
    fewer = min(len(mine), len(theirs))
    if not fewer:
        return Affinity.UNKNOWN
    shared = len(mine & theirs)
    if shared >= max(1, _AFFINE * fewer):
        return Affinity.ONE
    return Affinity.LITTLE if shared or fewer < _ANY else Affinity.NONE


def names_in(text: str) -> frozenset[str]:
    """The comparable names in a text: words with a capital within a sentence, or in capitals alone."""
    told = (name for word in _NAME.findall(text) for name in party_names(word, capitals=False))
    return frozenset(told) - words("events_merging", "names", "common") - words("events_merging", "names", "calendar")


def names_of(report: Report) -> frozenset[str]:
    """The comparable names in a document's text, kept for a while."""
    found = _named.get(report.sha256)
    if found is None:
        found = names_in(report.text[:_READ])
        _named[report.sha256] = found
        if len(_named) > _MOST_KEPT:
            _named.popitem(last=False)
    return found
