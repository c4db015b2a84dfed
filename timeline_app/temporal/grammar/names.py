"""Names and idioms that hold a time word and tell no time."""

from collections.abc import Sequence

from timeline_app.model.token import Token
from timeline_app.temporal.lexicon import Names


def blocked(tokens: Sequence[Token], names: Names) -> frozenset[int]:
    """Indices of the tokens that belong to a name or idiom that tells no time."""
    words = [token.lower for token in tokens]
    capitals = [token.text[:1].isupper() for token in tokens]
    return frozenset(
        index
        for start in range(len(words))
        if not _is_compounded(tokens, start)
        for end in names.ends(words, start, capitals)
        for index in range(start, end)
    )


def _is_compounded(tokens: Sequence[Token], start: int) -> bool:
    """Whether a hyphen ties the word to one before it: "day" of "nine-day trip" belongs to the number."""
    return start > 1 and tokens[start - 1].text == "-" and tokens[start - 1].end == tokens[start].start
