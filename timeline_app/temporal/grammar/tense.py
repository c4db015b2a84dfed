"""Tense without a parser: of the words that show one, the nearest."""

from collections.abc import Sequence

from timeline_app.model.token import Tense

REACH = 25  # words looked at on either side


def nearest_tense(tenses: Sequence[Tense | None], start: int, end: int) -> Tense | None:
    """The tense shown nearest to words `start` to `end`; None when no word near shows one."""
    for distance in range(1, REACH):
        for index in (start - distance, end + distance - 1):
            if 0 <= index < len(tenses) and (tense := tenses[index]):
                return tense
    return None
