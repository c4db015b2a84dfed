"""Words that German writes together, put together here instead of being listed: Freitagabend, Jahresende, dreitägig."""

from collections.abc import Iterator, Mapping

from timeline_app.model.expression import (
    Amount,
    Base,
    DayPart,
    Duration,
    Expression,
    Fields,
    Part,
    PartOfDay,
    Relative,
    Season,
    Shift,
)
from timeline_app.model.granularity import Granularity
from timeline_app.temporal.lexicon import Entry
from timeline_app.temporal.values import Number, Value

_WEEKDAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_PARTS = {
    "morgen": DayPart.MORNING,
    "vormittag": DayPart.MORNING,
    "früh": DayPart.MORNING,
    "mittag": DayPart.MIDDAY,
    "nachmittag": DayPart.AFTERNOON,
    "abend": DayPart.EVENING,
    "nacht": DayPart.NIGHT,
}
_ONES = ("", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TENS = ("", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_LENGTHS: Mapping[str, float | None] = {
    **{word: float(n) for n, word in enumerate(_ONES) if n},
    "zehn": 10.0,
    "zwölf": 12.0,
    "mehr": None,
}
_LONG = {
    "jährig": Granularity.YEAR,
    "monatig": Granularity.MONTH,
    "wöchig": Granularity.WEEK,
    "tägig": Granularity.DAY,
    "stündig": Granularity.HOUR,
    "minütig": Granularity.MINUTE,
}
_FOR = {
    "jahrzehnte": Granularity.DECADE,
    "jahre": Granularity.YEAR,
    "monate": Granularity.MONTH,
    "wochen": Granularity.WEEK,
    "tage": Granularity.DAY,
    "stunden": Granularity.HOUR,
}
_EDGED = {"jahres": Granularity.YEAR, "monats": Granularity.MONTH, "quartals": Granularity.QUARTER}
_EDGES = {"anfang": "START", "beginn": "START", "mitte": "MID", "ende": "END"}
_SEASONS = {
    "frühling": Season.SPRING,
    "frühjahr": Season.SPRING,
    "sommer": Season.SUMMER,
    "herbst": Season.AUTUMN,
    "winter": Season.WINTER,
}
_STAGES = {"früh": "START", "spät": "END"}
_UNITS = {"woche": Granularity.WEEK, "monat": Granularity.MONTH, "jahr": Granularity.YEAR, "tag": Granularity.DAY}
_ENDINGS = ("", "e", "en", "er", "es", "em")


def compounds() -> Iterator[Entry]:
    """Every compound with its meaning."""
    for word, value in (*_days(), *_numbers(), *_lengths(), *_edges(), *_seasons()):
        yield (word,), value


def _days() -> Iterator[tuple[str, Value]]:
    for n, day in enumerate(_WEEKDAYS):
        for part, code in _PARTS.items():
            tree = PartOfDay(code, Fields(weekday=n))
            yield day + part, tree
            if part != "nacht" and part != "früh":
                yield day + part + "s", tree


def _numbers() -> Iterator[tuple[str, Value]]:
    for ten, tens in enumerate(_TENS):
        if tens:
            yield from ((f"{one}und{tens}", Number(float(10 * ten + n))) for n, one in enumerate(_ONES) if one)


def _lengths() -> Iterator[tuple[str, Value]]:
    for number, count in _LENGTHS.items():
        for adjective, unit in _LONG.items():
            yield from ((number + adjective + ending, Duration(Amount(count, unit))) for ending in _ENDINGS)
    for units, unit in _FOR.items():
        stem = units if units.endswith("n") else units.removesuffix("e")
        for word in {stem, units}:
            yield from ((word + "lang" + ending, Duration(Amount(None, unit))) for ending in _ENDINGS)


def _edges() -> Iterator[tuple[str, Value]]:
    for unit_word, unit in _EDGED.items():
        for edge, mod in _EDGES.items():
            tree: Expression = Part(mod, Relative(unit, 0, Base.PREVIOUS))
            yield unit_word + edge, tree
    for edge, mod in (("anfang", "START"), ("beginn", "START"), ("mitte", "MID")):
        yield "wochen" + edge, Part(mod, Relative(Granularity.WEEK, 0, Base.PREVIOUS))
    for unit_word, unit in _UNITS.items():
        yield "vor" + unit_word, Relative(unit, -1, Base.PREVIOUS)
        yield "folge" + unit_word, Relative(unit, 1, Base.PREVIOUS)
    a_year_before = Shift(Amount(1.0, Granularity.YEAR), -1, Base.PREVIOUS, year_earlier=True)
    for period in ("zeitraum", "zeitraums", "quartal", "quartals", "monat", "monats", "periode"):
        yield "vorjahres" + period, a_year_before
    for genitive in ("vorjahres", "vorjahrs"):
        yield genitive, Relative(Granularity.YEAR, -1, Base.PREVIOUS)


def _seasons() -> Iterator[tuple[str, Value]]:
    for stage, mod in _STAGES.items():
        for word, season in _SEASONS.items():
            if word not in ("frühling", "frühjahr"):
                yield stage + word, Part(mod, Fields(season=season))
