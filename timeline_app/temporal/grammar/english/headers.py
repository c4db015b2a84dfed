"""Headers of live blogs: "UPDATE 1330 GMT:", "14:05 BST —", "Update, 13:30 GMT" at the start of a line."""

import re

_BEFORE = re.compile(
    r"[\W_]*(?:(?:live|latest|new|breaking|updated?|updates?|upd|timestamp|posted|last\s+updated?)[\s:,.#\-–—|]*"
    r"(?:\d{1,2}[\s:,.\-–—|]+)?(?:at\s+|on\s+)?)?[\W_]*",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\]|\)?\s*(?:[:—–|]|-\s|\n|$)")


def is_header(line_before: str, after: str) -> bool:
    """Whether a clock reading heads a section: what stands before it in its line, and the text after it."""
    if len(line_before) > 60 or not _BEFORE.fullmatch(line_before):
        return False
    return _AFTER.match(after) is not None
