"""Words that look like times and are none where they stand: Frau Mai, Herr Sonntag, "morgen" before a noun."""

from collections.abc import Sequence

from timeline_app.model.expression import DayPart
from timeline_app.model.token import Token
from timeline_app.temporal.lexicon import load_words
from timeline_app.temporal.values import Month, Number, Ordinal, Unit, Value, Weekday, Zone

_TITLES = load_words("de", "titles")
_DAY_WORDS = frozenset(("heute", "gestern", "morgen", "vorgestern", "übermorgen", "uhr", "bis"))
_ADVERBS = frozenset(
    ("morgens", "vormittags", "mittags", "nachmittags", "abends", "nachts", "früh", "frühmorgens", "tags")
)
_WEEKDAYS = ("tag", "woch", "abend", "morgen")


def admits(tokens: Sequence[Token], start: int, _end: int, value: Value) -> bool:
    """Whether the word at `start` may have this meaning where it stands."""
    token = tokens[start]
    before = tokens[start - 1] if start else None
    if token.text[0].isdigit():
        return before is None or before.end < token.start or not before.text[-1].isalpha()
    match value:
        case Weekday() if token.text.islower():
            return token.text.endswith("s")
        case Month() | Weekday():
            return token.text[:1].isupper() and not _is_surname(before)
        case DayPart() if token.lower not in _ADVERBS:
            return token.text[:1].isupper() or _follows_a_day(before)
        case Unit():
            return token.text[:1].isupper()
        case Number() | Ordinal():
            return True
        case Zone(name=name):
            return len(name) > 4 or name == "local" or token.text.isupper()
        case _:
            return True


def _is_surname(before: Token | None) -> bool:
    return before is not None and before.lower in _TITLES


def _follows_a_day(before: Token | None) -> bool:
    """Whether "morgen" or "abend" in lower case stands after a day: "gestern abend", "Freitag nacht"."""
    return before is not None and (before.lower in _DAY_WORDS or before.lower.endswith(_WEEKDAYS))
