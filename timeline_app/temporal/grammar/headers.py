"""Headers of live blogs: "UPDATE 1330 GMT:", "14:05 BST —", "Aktualisiert um 13.30 Uhr" at the start of a line."""

import re

_BEFORE = re.compile(
    r"[\W_]*(?:(?:live|latest|new|breaking|updated?|updates?|upd|timestamp|posted|last\s+updated?|aktualisiert|eilmeldung|stand)[\s:,.#\-–—|]*"
    r"(?:\d{1,2}[\s:,.\-–—|]+)?(?:at\s+|on\s+|um\s+)?)?[\W_]*",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\]|\)?\s*(?:[:—–|]|-\s|\n|$)|[ \t]{2,}\S")


def is_header(before: str, after: str | None) -> bool:
    """Whether a clock reading heads a section: what stands before it in its line or entry, and the text after it.

    `after` None asks nothing of what follows: the entry is known to be an update.
    """
    if len(before) > 60 or not _BEFORE.fullmatch(before):
        return False
    return after is None or _AFTER.match(after) is not None
