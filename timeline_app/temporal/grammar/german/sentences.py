"""Where a German sentence does not end: after an abbreviation, or a figure whose full stop makes it an ordinal."""

import re
import tomllib

from timeline_app.resources import resource

_STOPS = tomllib.loads(resource("lexicon", "de", "sentences.toml").read_text(encoding="utf-8"))["stops"]
_ABBREVIATIONS = frozenset(_STOPS["abbreviations"].split())
_OPENERS = frozenset(_STOPS["openers"].split())
_LAST_WORD = re.compile(r"(?:^|[\W_])([^\W\d_]+|\d{1,2})$")
_FIRST_WORD = re.compile(r"[\W_]*([^\W_]*)")


def runs_on(before: str, after: str) -> bool:
    """Whether the full stop between the two ends no sentence."""
    last = _LAST_WORD.search(before)
    if last is None:
        return False
    if not last[1].isdigit():
        return last[1] in _ABBREVIATIONS or (len(last[1]) == 1 and last[1].isupper())
    first = _FIRST_WORD.match(after)
    return first is not None and first[1] not in _OPENERS
