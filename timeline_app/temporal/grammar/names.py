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
        for end in names.ends(words, start, capitals)
        for index in range(start, end)
    )
