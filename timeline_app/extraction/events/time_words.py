"""Which words of a text belong to its time expressions and to the headers of its sections."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline_app.model.annotation import TimeExpression

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc

_WROTE = frozenset(("wrote", "schrieb"))
_LIMITS = frozenset(("later", "earlier", "sooner"))
_LONGEST_LEAD_IN = 16  # words


def timed_tokens(doc: "Doc", expressions: Sequence[TimeExpression]) -> dict[int, TimeExpression]:
    """The tokens that belong to time expressions: a word that two share ("14–16" in "14–16 April") to the first."""
    found: dict[int, TimeExpression] = {}
    for expression in expressions:
        tokens = token_range(doc, expression)
        for index in (*limit_words(doc, tokens), *_lead_in(doc, tokens), *tokens):
            found.setdefault(index, expression)
    return found


def _lead_in(doc: "Doc", tokens: range) -> range:
    """The words of "later in the day", "earlier in May" before the time."""
    start = tokens[0] if tokens else 0
    words = [token.lower_ for token in doc[max(0, start - 2) : start]]
    return range(start - 2, start) if len(words) == 2 and words[0] in _LIMITS and words[1] == "in" else range(0)


def limit_words(doc: "Doc", tokens: range) -> range:
    """The words of "no later than" and "no earlier than" before a time."""
    start = tokens[0] + (doc[tokens[0]].lower_ == "than") if tokens else 0
    words = [token.lower_ for token in doc[max(0, start - 3) : start]]
    limits = len(words) == 3 and words[0] in ("no", "not") and words[1] in _LIMITS and words[2] == "than"
    return range(start - 3, start) if limits else range(0)


def header_tokens(doc: "Doc", expressions: Sequence[TimeExpression]) -> frozenset[int]:
    """The words of section headers up to their colon: "UPDATE 1330 GMT:" is no part of the sentence after it."""
    found: set[int] = set()
    for expression in expressions:
        tokens = token_range(doc, expression) if expression.is_header else range(0)
        if not tokens:
            continue
        first, last = tokens[0], tokens[-1]
        if _leads_in(doc, last):
            last = next(i for i in range(last, len(doc)) if doc[i].lower_ in _WROTE)
        while first > doc[first].sent.start and "\n" not in doc[first - 1].whitespace_:
            first -= 1
        while last + 1 < len(doc) and last < tokens[-1] + 4 and doc[last + 1].text in (":", "–", "—", "-", "|"):
            last += 1
        found.update(range(first, last + 1))
    return frozenset(found)


def _leads_in(doc: "Doc", last: int) -> bool:
    """Whether a header goes on to who wrote what is quoted below: "On 7 May 2013, at 9:12, Gary Poole wrote:"."""
    line = doc[last + 1 : last + _LONGEST_LEAD_IN]
    wrote = next((t for t in line if t.lower_ in _WROTE), None)
    return wrote is not None and wrote.i + 1 < len(doc) and doc[wrote.i + 1].text == ":"


def token_range(doc: "Doc", expression: TimeExpression) -> range:
    """The words of an expression."""
    return doc.tokens_at(expression.span.start, expression.span.end)


def whole_range(doc: "Doc", expression: TimeExpression, by_id: dict[str, TimeExpression]) -> range:
    """The words of an expression, and of the one that ends its range: "between 12 and 15 August".

    Both may stand in one word: "14–16" in "14–16 April".
    """
    tokens = token_range(doc, expression)
    end = by_id.get(expression.range_end or "")
    ending = token_range(doc, end) if end is not None else range(0)
    return range(tokens[0], ending[-1] + 1) if tokens and ending and ending[-1] > tokens[-1] else tokens
