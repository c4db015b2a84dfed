"""The last touch to a title: words joined, edges trimmed, quotes balanced, a capital first, never over-long."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

LONGEST = 90
EDGE = " \t\n,;:–—-.…•·*"

_ESCAPE = re.compile(r"\x1b\s?\[[0-9;?]*\s?[A-Za-z]?|[\x00-\x08\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e]")
_SPACE = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r"\s+([,.;:!?%)\]”])")
_COMMAS = re.compile(r",(?:\s*,)+")
_EMPTY = re.compile(r"\(\s*[–—-]?\s*\)|“\s*”|\[\s*\]|(?:(?<=\s)|^)\"\s+\"(?=\s|$)")
_ABBREVIATED = re.compile(r"\b(?:Inc|Ltd|Co|Corp|Jr|Sr|St|No|Bros|[A-Z](?:\.[A-Z])+)\.$")
_DANGLING = re.compile(
    r"(?:,\s+as well|,\s+[^,]{1,40}['’]s"
    r"|[\s,]+(?:that|of|and|or|nor|but|which|who|the|a|an|in|on|at|by|to|for|with|from|into|as|after|before|than|until"
    r"|(?<!ever )since|while|because|during|between|among|per))+$",
    re.I,
)
_OPEN_QUOTE = re.compile(
    r",?\s+(?:but|and|or|that|which|because|when|as|to)\s?([\"”])$"
)  # what a cut leaves of a quote
_CUT_OFF = re.compile(  # what a cut leaves of a verb or a sum
    r"(?:\s+(?:had|has|have|was|were|is|are|be|been|being|will|would|could|should|may|might|must|did|does|do|not|so"
    r"|(?:US|A|C)?[$£€]))+$"
)
_LEADING = re.compile(r"^[\"“”'’]*\s*,\s*|^(?:And|But|Yet)\s+(?=[a-z])")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+(?=\S)", re.I)
_LABEL = re.compile(
    r"^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}(?: \([^()]{1,60}\))?: (?=[A-Z])"
)  # who speaks, in minutes
_MARKED = re.compile(r"^\((?:U|C|S|R|TS|SBU|NF|FOUO|[UCS]//[A-Z]{2,6})\)\s+")  # how secret a paragraph is
_RUBRIC = re.compile(r"^[A-Z][a-z]+(?: [a-z]+){0,2} [–—-] (?=[A-Z])")  # "Traffic – A pickup left the road"
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))
_LOW_PAIRS = (("„", "“"), *_PAIRS[1:])  # as German opens and closes


def join(words: "Sequence[Token]", replaced: Mapping[int, str]) -> str:
    """The words as the text spaces them; words that a cut brought together get a space."""
    parts: list[str] = []
    quoted = False
    for index, word in enumerate(words):
        before = words[index - 1] if index else None
        if before is not None and (before.whitespace_ or before.i + 1 != word.i):
            parts.append(_mark_between(before, word) or ("" if _inside_quote(before, word, quoted=quoted) else " "))
        quoted ^= word.text == '"'
        parts.append(replaced.get(word.i, word.text))
    return "".join(parts)


def _inside_quote(before: "Token", word: "Token", *, quoted: bool) -> bool:
    """Whether a cut brought a word beside the quotation mark that now opens or closes its quotation."""
    return quoted and before.i + 1 != word.i and (before.text == '"') != (word.text == '"')


def _mark_between(before: "Token", word: "Token") -> str:
    """The hyphen of "re-register", whatever the parser took it for."""
    mark = before.doc[before.i + 1] if before.i + 2 == word.i else None
    joined = mark is not None and mark.text in ("-", "/") and not before.whitespace_ and not mark.whitespace_
    return mark.text if joined and mark is not None else ""


def trim(line: str) -> str:
    """A line without what hangs at its edges; "Inc." keeps its full stop."""
    trimmed = line.strip(EDGE)
    end = line.rfind(trimmed) + len(trimmed) if trimmed else 0
    return f"{trimmed}." if line[end : end + 1] == "." and _ABBREVIATED.search(f"{trimmed}.") else trimmed


def finish(line: str, *, whole: bool = False) -> str:
    """A line as a title; nothing hangs at the end of a `whole` one."""
    line = _EMPTY.sub(" ", _SPACE.sub(" ", _ESCAPE.sub("", line)))
    line = trim(_COMMAS.sub(",", _BEFORE_MARK.sub(r"\1", _OPEN_QUOTE.sub(r"\1", line))))
    for label in (_MARKED, _RUBRIC, _LABEL):
        line = label.sub("", line)
    line = trim(_SPACE.sub(" ", _LEADING.sub("", _balanced(line))))
    if len(line) > LONGEST:
        line = _CUT_OFF.sub("", _DANGLING.sub("", line[: LONGEST - 1].rsplit(" ", 1)[0]))
        line = _DANGLING.sub("", line).rstrip(EDGE) + "…"
        if line.count("“") > line.count("”"):  # a quotation that is cut is closed all the same
            line = line if len(line) < LONGEST else line[:-1].rsplit(" ", 1)[0].rstrip(EDGE) + "…"
            line += "”"
    elif not whole:
        line = _DANGLING.sub("", line)
    line = _ARTICLE.sub("", line)
    return line[:1].upper() + line[1:]


def _balanced(line: str) -> str:
    """Drops quotes and brackets that lost their partner to a cut."""
    for opening, closing in _LOW_PAIRS if "„" in line else _PAIRS:
        if line.count(opening) != line.count(closing):
            line = line.replace(opening, "").replace(closing, "")
    return line.replace('"', "") if line.count('"') % 2 else line
