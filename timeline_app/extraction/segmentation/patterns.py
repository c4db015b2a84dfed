"""The line patterns of the lexicon, compiled once."""

import re
from functools import cache

from timeline_app.extraction.lexicon import lexicon


@cache
def line_pattern(file: str, *keys: str) -> re.Pattern[str]:
    """One expression that matches where any pattern of the named lists in ``lexicon/en/<file>.toml`` does.

    A key is ``table.list``.  Patterns are matched without regard to case.
    """
    tables = lexicon(file)
    alternatives: list[str] = []
    for key in keys:
        table, name = key.split(".")
        alternatives += tables[table][name]
    return re.compile("|".join(f"(?:{alternative})" for alternative in alternatives), re.IGNORECASE)
