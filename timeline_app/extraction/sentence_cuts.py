"""Where the parser cut a text into sentences at the full stop of "a.m.", and should not have, or should have."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_HOURS = frozenset(("a.m.", "p.m."))
_UNITS = frozenset(("m.", "bn.", "tn.", "k.", "km.", "kg."))
_LOCAL = ("local", "time")
_REACH = 12  # words in which a sentence has its verb
# Words with a capital only where they open a sentence.
_OPENING = (
    "The A An This That These Those He She It They We His Her Its Their By At On In From After Before About Around "
    "Police During When While As Within But There No Two Three Four Five Six Some Many Most All Several Another"
)
_OPENERS = frozenset(_OPENING.split())


def mend_cuts(tokens: "Sequence[Token]", starts: Sequence[int]) -> list[int]:
    """The indices at which sentences begin, given where the parser had them begin; the trees are mended in place."""
    kept = [start for start in starts if not _cuts_hour(tokens, start)]
    missed = set(_ends(tokens)) - set(kept)
    if not missed:
        return kept
    every = sorted({*kept, *missed})
    for start in sorted(missed):
        at = every.index(start)
        end = every[at + 1] if at + 1 < len(every) else len(tokens)
        _part(tokens[every[at - 1] if at else 0 : start], tokens[start:end])
    return every


def _cuts_hour(tokens: "Sequence[Token]", start: int) -> bool:
    """Whether a sentence would begin within "at 3:53 a.m. local time": its words hang on the hour from now on."""
    if start == 0 or start + 1 >= len(tokens):
        return False
    hour, local, time = tokens[start - 1 : start + 2]
    if hour.lower_ not in _HOURS or (local.lower_, time.lower_) != _LOCAL:
        return False
    for token in tokens[start:]:
        if token.head is token:
            token.dep_ = "appos" if token is time else "punct" if token.is_punct else "dep"
            token.attach(hour)
            break
    return True


def _ends(tokens: "Sequence[Token]") -> list[int]:
    """Behind "until 3:30 a.m." or "€41m.", where a word follows that only opens sentences: "By six it was over"."""
    stops = (t.i for t in tokens[:-1] if t.lower_ in _HOURS or (t.lower_ in _UNITS and tokens[t.i - 1].tag_ == "CD"))
    return [stop + 1 for stop in stops if _opens(tokens[stop + 1 : stop + _REACH])]


def _opens(words: "Sequence[Token]") -> bool:
    """Whether a word has its capital because it opens a sentence; "Lifeboats" do, "Eastern time" does not."""
    first = words[0]
    many = first.text.istitle() and first.tag_ in ("NNS", "NNPS") and not first.lower_.endswith("days")
    return first.text in _OPENERS or (many and any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in words))


def _part(first: "Sequence[Token]", second: "Sequence[Token]") -> None:
    """Makes two trees of one: what hangs over the cut hangs on the root of its own side."""
    for side in (first, second):
        inside = {token.i for token in side}
        loose = [token for token in side if token.head.i not in inside or token.head is token]
        root = next((token for token in loose if token.pos_ in ("VERB", "AUX")), loose[0] if loose else None)
        if root is None:
            continue
        root.attach(root)
        root.dep_ = "ROOT"
        for token in loose:
            if token is not root:
                token.attach(root)
