"""Words that look like times and are none: the verbs "may" and "march", "Sun" the paper, April the given name."""

from collections.abc import Sequence

from timeline_app.model.token import Token
from timeline_app.temporal.lexicon import Names
from timeline_app.temporal.values import Month, Unit, Value, Weekday, Zone

_SHORT = frozenset(
    [
        "sun",
        "sat",
        "mon",
        "wed",
        "mar",
        "dec",
        "jan",
        "sep",
        "fri",
        "thu",
        "tue",
        "oct",
        "nov",
        "feb",
        "jun",
        "jul",
        "aug",
        "apr",
    ]
)
_VERBS = frozenset(("may", "march"))
_GIVEN_NAMES = frozenset(("april", "june", "august", "may", "january", "summer"))
_BEFORE_MONTH = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "by",
        "from",
        "to",
        "last",
        "next",
        "this",
        "early",
        "late",
        "mid",
        "of",
        "through",
        "during",
        "before",
        "after",
        "between",
        "and",
        "or",
        "for",
        "-",
        "–",
        "—",
        "(",
        ",",
        "every",
        "each",
        "on",
        "than",
        "around",
        "about",
        "the",
        "throughout",
        "beginning",
        "end",
    ]
)
_AFTER_MAY_VERB = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "we",
        "you",
        "i",
        "the",
        "be",
        "not",
        "god",
        "this",
        "that",
        "these",
        "those",
        "have",
        "well",
        "also",
        "there",
        "his",
        "her",
        "my",
        "our",
        "all",
        "a",
        "an",
    ]
)


def blocked(tokens: Sequence[Token], names: Names) -> frozenset[int]:
    """Indices of the tokens that belong to a name that tells no time."""
    words = [token.lower for token in tokens]
    out: set[int] = set()
    for start, word in enumerate(words):
        for name in names.starting(word):
            end = start + len(name)
            if tuple(words[start:end]) == name and any(t.text[:1].isupper() for t in tokens[start:end]):
                out.update(range(start, end))
    return frozenset(out)


def admits(tokens: Sequence[Token], start: int, end: int, value: Value) -> bool:
    """Whether the word at `start` may have this meaning where it stands."""
    token = tokens[start]
    before = tokens[start - 1] if start else None
    after = tokens[end] if end < len(tokens) else None
    match value:
        case Month():
            return _admits_month(token, before, after, start)
        case Weekday() if token.lower in _SHORT:
            return token.text[:1].isupper() and _beside_a_date(before, after, token)
        case Unit() if token.lower in ("second", "sec", "min"):
            return (
                before is not None
                and (
                    before.text[-1].isdigit()
                    or before.lower in ("a", "one", "-", "per", "each", "every", "split", "every")
                )
                and not (
                    before.lower in ("a", "one")
                    and after is not None
                    and after.text.isalpha()
                    and after.lower not in ("later", "ago", "or", "and", "before", "after")
                )
            )
        case Zone(name=name):
            return not name.isupper() or token.text.isupper()
        case _:
            return True


def _admits_month(token: Token, before: Token | None, after: Token | None, start: int) -> bool:
    word = token.lower
    beside_number = (before is not None and before.text[:1].isdigit()) or (
        after is not None and after.text[:1].isdigit()
    )
    if token.text.islower():
        return beside_number or word not in _VERBS | _SHORT
    if beside_number or (
        before is not None and before.lower in _BEFORE_MONTH and not (word == "march" and before.lower in ("the", "to"))
    ):
        return True
    if word in _VERBS:
        if token.tag is not None and not token.tag.startswith("NN"):
            return False
        if start == 0 and after is not None and after.lower in _AFTER_MAY_VERB:
            return False
        if word == "march" and after is not None and after.lower in ("on", "to", "against", "for"):
            return False
    if word in _GIVEN_NAMES and (token.entity == "PERSON" or _is_surname(after)):
        return False
    return not (before is not None and token.entity == "PERSON")


def _is_surname(after: Token | None) -> bool:
    return after is not None and after.text[:1].isupper() and after.text.isalpha() and len(after.text) > 1


def _beside_a_date(before: Token | None, after: Token | None, token: Token) -> bool:
    if token.lower in ("mon", "tue", "thu", "fri", "wed"):
        return True
    near = [t.text for t in (before, after) if t is not None]
    return any(text[:1].isdigit() or text == "." for text in near) or (after is not None and after.text == ",")
