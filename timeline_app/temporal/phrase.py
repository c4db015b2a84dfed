"""What a person types into a date field: EDTF or ISO, a range, or a phrase in natural language."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from timeline_app.model.annotation import TimeExpression, TimexType
from timeline_app.model.bounds import iso_offset
from timeline_app.model.calendar import DAY, HOUR, MINUTE, day_number
from timeline_app.model.edtf import from_edtf
from timeline_app.model.expression import NumericDate
from timeline_app.model.source import PublicationContext
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Sentence, Span, Tense
from timeline_app.temporal.resolution import resolve_all
from timeline_app.temporal.tagger import find_expressions
from timeline_app.temporal.tokenizer import tokenize

_MAX_LENGTH = 200
_SOURCE = "typed"
_OTHER_LANGUAGES = ("de",)
_EDTF = re.compile(r"[-Y\d.\[{/?~%][-\dXTZ:+./?~%,\[\]{}Y ]*")
_ISO_SPACE = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)(?: ?(Z|[+-]\d\d(?::?\d\d)?))?(?!\d)", re.ASCII)
_FIGURES = re.compile(r"(\d{1,2})\s?[./]\s?(\d{1,2})\.?", re.ASCII)
_ONLY_JOINS = re.compile(
    r"(?:[\s,()\[\]–—-]|\b(?:on|at|in|for|from|between|to|until|till|and|through|the|of|by|since|after|before|sometime|no|not|later|earlier|than"
    r"|am|im|in|um|von|vom|zwischen|und|bis|zum|zur|der|die|das|dem|den|des|seit|ab|nach|vor|spätestens|frühestens)\b)*",
    re.IGNORECASE,
)
_OPEN_END = re.compile(r"\s*(?:since|from|after|no earlier than|seit|ab|nach|frühestens)\b", re.IGNORECASE)
_OPEN_START = re.compile(r"\s*(?:until|till|before|by|up to|not? later than|bis|vor|spätestens)\b", re.IGNORECASE)


class PhraseError(ValueError):
    """Why a typed date cannot be read, in a sentence for the person who typed it."""


def read_time(text: str, context: PublicationContext, tense: Tense | None = None, language: str = "en") -> TimeValue:
    """The time that a typed phrase means for a source; raises PhraseError with a reason otherwise.

    A phrase in another `language` than English is read in that first, then in English.
    """
    text = " ".join(text.split())
    if not text:
        raise PhraseError("Type a date, for example 28 May 2018, last weekend, or 2018-05-28T13:30Z.")
    if len(text) > _MAX_LENGTH:
        raise PhraseError("That is too long for a date.")
    if (value := _notation(text)) is not None:
        return value
    if language in _OTHER_LANGUAGES:
        try:
            return _phrase(text, context, tense, language)
        except PhraseError:
            pass  # English words serve everywhere
    return _phrase(text, context, tense, "en")


def _notation(text: str) -> TimeValue | None:
    """The text as EDTF or ISO 8601; None where it is written in words."""
    candidate = _ISO_SPACE.sub(r"\1T\2\3", text)
    if _EDTF.fullmatch(candidate) is None or " " in candidate:
        return None
    try:
        return from_edtf(candidate)
    except ValueError:
        return None


def _phrase(text: str, context: PublicationContext, tense: Tense | None, language: str) -> TimeValue:
    if (figures := _FIGURES.fullmatch(text)) is not None:
        found = [_figures(text, NumericDate(int(figures[1]), int(figures[2])), context, tense)]
    else:
        found = _expressions(text, context, tense, language)
    if found and _covers(text, found):
        return _single(text, found[0]) if len(found) == 1 else _joined(text, found)
    if (value := _absolute(text, context, language)) is not None:
        return value
    if found:
        read = ", ".join(f"“{e.phrase}”" for e in found)
        raise PhraseError(f"Only {read} could be read in “{text}”; leave out the rest.")
    raise PhraseError(f"“{text}” is no date that can be read; try 28 May 2018, last weekend, or 2018-05-28T13:30Z.")


def _expressions(text: str, context: PublicationContext, tense: Tense | None, language: str) -> list[TimeExpression]:
    """The grammar's expressions in the text, outermost only, resolved against the source."""
    tokens = tuple(replace(token, tense=tense) for token in tokenize(text))
    sentence = Sentence(Span(0, len(text)), tokens)
    found = find_expressions(_SOURCE, text, [sentence], language=language)
    plain = [replace(e, tense=tense, is_header=False, section=None, in_quote=False) for e in found]
    return resolve_all(plain, replace(context, document_kind=None))


def _figures(text: str, tree: NumericDate, context: PublicationContext, tense: Tense | None) -> TimeExpression:
    """A day and its month in figures, which in a text might be a score or a price."""
    whole = Span(0, len(text))
    expression = TimeExpression(f"{_SOURCE}:0", _SOURCE, whole, text, tree, ("day_and_month",), whole, tense)
    return resolve_all([expression], replace(context, document_kind=None))[0]


def _covers(text: str, found: Sequence[TimeExpression]) -> bool:
    """Whether nothing but joining words lies outside the expressions."""
    position, gaps = 0, []
    for expression in found:
        gaps.append(text[position : expression.span.start])
        position = expression.span.end
    gaps.append(text[position:])
    return len(found) <= 2 and all(_ONLY_JOINS.fullmatch(gap) for gap in gaps)


def _single(text: str, expression: TimeExpression) -> TimeValue:
    time = _time_of(expression)
    before = text[: expression.span.start]
    if _OPEN_END.match(before):
        return time.since()
    return time.until() if _OPEN_START.match(before) else time


def _joined(text: str, found: Sequence[TimeExpression]) -> TimeValue:
    begin, end = found
    start, stop = _time_of(begin), _time_of(end)
    if start.latest_end is not None and stop.latest_end is not None and stop.latest_end <= (start.earliest_start or 0):
        raise PhraseError(f"In “{text}” the end lies before the begin.")
    try:
        return start.spanning(stop)
    except ValueError as reason:
        raise PhraseError(f"In “{text}” the end lies before the begin.") from reason


def _time_of(expression: TimeExpression) -> TimeValue:
    reading = expression.reading
    phrase = expression.phrase
    if reading is not None and reading.time is not None:
        if reading.warning is not None and not reading.alternatives:
            raise PhraseError(f"“{phrase}” cannot be right: {reading.warning}.")
        return reading.time
    if reading is not None and reading.warning is not None:
        raise PhraseError(f"“{phrase}” cannot be placed: {reading.warning}.")
    if reading is not None and reading.type is TimexType.DURATION:
        raise PhraseError(f"“{phrase}” is a length of time; say when it began or ended.")
    if reading is not None and reading.type is TimexType.SET:
        raise PhraseError(f"“{phrase}” recurs; say which one.")
    raise PhraseError(f"“{phrase}” names no date.")


def _absolute(text: str, context: PublicationContext, language: str) -> TimeValue | None:
    """A date written out in a form that the grammar does not know, read by `dateparser`; None if it is none."""
    from dateparser.date import DateDataParser  # slow to load, and seldom needed

    order = context.date_order.value if context.date_order is not None else "DMY"
    settings = {
        "DATE_ORDER": order,
        "REQUIRE_PARTS": ["year"],
        "PARSERS": ["absolute-time"],
        "RETURN_TIME_AS_PERIOD": True,
    }
    data = DateDataParser(languages=[language], settings=settings).get_date_data(text)
    if data.date_obj is None:
        return None
    moment = data.date_obj
    match data.period:
        case "year":
            return TimeValue.year(moment.year)
        case "month":
            return TimeValue.month(moment.year, moment.month)
        case "time":
            return _instant(moment)
    return TimeValue.day(moment.year, moment.month, moment.day)


def _instant(moment: datetime) -> TimeValue:
    """A moment with the zone that it was given in, if any."""
    start = day_number(moment.year, moment.month, moment.day) * DAY + moment.hour * HOUR + moment.minute * MINUTE
    distance = moment.utcoffset()
    if distance is None:
        return TimeValue.instant(start)
    offset = int(distance.total_seconds()) // MINUTE
    return TimeValue.instant(start, zone=iso_offset(offset) if offset else "UTC", offset=offset)
