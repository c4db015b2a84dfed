"""Sentences that one document has from another, with small edits: a reprint that says "packed" for "crowded"."""

import re
from collections import OrderedDict
from collections.abc import Mapping

from timeline_app.extraction.corroboration.counting import differing_numbers
from timeline_app.extraction.corroboration.matching import compare
from timeline_app.extraction.corroboration.naming import title_names
from timeline_app.extraction.corroboration.origins import Report, is_reprint
from timeline_app.extraction.corroboration.verdict import Verdict
from timeline_app.extraction.corroboration.wording import rest_of, said_in
from timeline_app.extraction.events.kinds import may_be_akin, may_be_same
from timeline_app.model.annotation import Mention

_WORD = re.compile(r"\w+")
_ALIKE = 0.6  # share of the words of the shorter sentence
_TOO_SHORT = 300  # code points of texts of which nobody can say that one was made of the other
_FEWEST = 5  # words of a sentence that an editor left as they were
_MOST_KEPT = 4_096  # sentences whose words are kept

_told: OrderedDict[tuple[str, int, int], frozenset[int]] = OrderedDict()  # by the SHA-256 of a text, and the sentence


def is_edited_copy(one: Mention, other: Mention, sources: Mapping[str, Report]) -> bool:
    """Whether one of two documents is made of the other, and tells an event in nearly the same sentence.

    What the sentences say decides as ever: other names, numbers, times and swapped roles make two events.
    """
    if not (may_be_same(one.lemma, other.lemma) or may_be_akin(one.lemma, other.lemma)):
        return False
    if not rest_of(one) & rest_of(other) or title_names(one) != title_names(other):
        return False
    if any(_are_told_as_others(one, other, role) for role in ("agent", "patient", "partner")):
        return False
    a, b = sources.get(one.source_id), sources.get(other.source_id)
    if a is None or b is None or not _are_alike(_words_of(one, a), _words_of(other, b)):
        return False
    if compare(one, other) is Verdict.NEVER or differing_numbers(one, other) is not None:
        return False
    return is_reprint(a, b) and min(len(a.text), len(b.text)) >= _TOO_SHORT


def _are_told_as_others(one: Mention, other: Mention, role: str) -> bool:
    """Whether both say who or what had a part, in words of which none are alike: prices, wages."""
    mine, theirs = (
        frozenset().union(*(said_in(p.text, "") for p in mention.participants if p.role == role))
        for mention in (one, other)
    )
    return bool(mine and theirs) and not mine & theirs


def _words_of(mention: Mention, source: Report) -> frozenset[int]:
    """The words of a mention's sentence, each as a number."""
    key = (source.sha256, mention.sentence.start, mention.sentence.end)
    found = _told.get(key)
    if found is None:
        told = _WORD.findall(source.text, mention.sentence.start, mention.sentence.end)
        found = _told[key] = frozenset(hash(word.lower()) for word in told)
        if len(_told) > _MOST_KEPT:
            _told.popitem(last=False)
    return found


def _are_alike(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) >= max(_FEWEST, _ALIKE * min(len(one), len(other)))
