"""Title and author as a page prints them."""

import re

from timeline_app.extraction.paragraphs import paragraphs

_SUBJECT = re.compile(r"(?:subject|re)\s*:\s*", re.IGNORECASE)
_BYLINE = re.compile(
    r"\W{0,3}(?:by|author:|written by|reported by|from:)\s+(?P<name>[^\d|•·(<—–]{3,80})", re.IGNORECASE
)
_HEAD_LINES = 12
_LONGEST_TITLE = 200


def title_of(headline: str) -> str:
    """A headline on one line, without the word "Subject:", cut where it is too long for a list."""
    title = _SUBJECT.sub("", " ".join(headline.split()), count=1)
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"


def author_of(text: str) -> str:
    """The name in the byline near the top, empty where there is none."""
    for paragraph in paragraphs(text[:6_000])[:_HEAD_LINES]:
        line = paragraph.of(text)
        found = _BYLINE.match(line) if len(line) <= 120 and not line.endswith(".") else None
        if found:
            return found["name"].split(",")[0].strip(" .;")
    return ""
