"""Words as they can be drawn: without pictographs that no typeface of the machine has, which would be empty boxes."""

import re
import unicodedata
from functools import lru_cache

from PySide6.QtGui import QTextLayout

from timeline_app.gui.fonts import SMALL_PIXELS, font

_PICTOGRAPH = (
    "[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"  # symbols, dingbats, emoji
    "[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"  # how they are to be shown
)
_PICTOGRAPHS = re.compile(f"{_PICTOGRAPH}(?:\u200d{_PICTOGRAPH})*\\s*")


def drawable(text: str) -> str:
    """The text without pictographs that would be boxes; where it has no other words, their names.

    Letters of scripts that lack a typeface stay: a reader must see that something is written there.
    """
    if text.isascii() or _PICTOGRAPHS.search(text) is None:
        return text
    kept = _PICTOGRAPHS.sub(lambda found: found[0] if _is_drawn(found[0][0]) else "", text)
    if kept == text:
        return text
    return kept.strip() or " ".join(name for sign in text if (name := unicodedata.name(sign, "").lower()))


@lru_cache(maxsize=1_000)
def _is_drawn(sign: str) -> bool:
    """Whether any typeface has a sign."""
    layout = QTextLayout(sign, font(SMALL_PIXELS))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(index for run in layout.glyphRuns() for index in run.glyphIndexes())
