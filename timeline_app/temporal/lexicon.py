"""The words of a language and what each means, read from `resources/lexicon/<language>/*.toml` into typed values."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from timeline_app.model.expression import Amount, DayPart, Direction, Reference, Season, Vague
from timeline_app.model.granularity import Granularity
from timeline_app.resources import resource
from timeline_app.temporal.tokenizer import tokenize
from timeline_app.temporal.values import (
    Decade,
    Degree,
    Era,
    Focus,
    Frequency,
    HijriMonth,
    HistoricPeriod,
    Holiday,
    Meridiem,
    Month,
    Multiplier,
    Number,
    Ordinal,
    Period,
    Stage,
    StageNoun,
    Unit,
    VagueAdjective,
    Value,
    Weekday,
    Zone,
    ZonePlace,
)

_TRIGGERS = (Month, Weekday, Unit, Season, DayPart, Holiday, Reference, VagueAdjective, Period, Decade, Amount)
Entry = tuple[tuple[str, ...], Value]  # the words of an entry in lower case, and its meaning


class Lexicon:
    """Entries by their first word, longest first."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_first: dict[str, list[Entry]] = {}
        for words, value in entries:
            self._by_first.setdefault(words[0], []).append((words, value))
        for group in self._by_first.values():
            group.sort(key=lambda entry: -len(entry[0]))

    def starting(self, words: Sequence[str], start: int) -> Iterator[tuple[int, Value]]:
        """Each entry that stands at `words[start]`: where it ends and what it means."""
        for entry, value in self._by_first.get(words[start], ()):
            end = start + len(entry)
            if len(entry) == 1 or tuple(words[start:end]) == entry:
                yield end, value

    @property
    def period_words(self) -> frozenset[str]:
        """The last word of every name of a war or period of history: "war" of "World War II"."""
        return frozenset(
            next((word for word in reversed(words) if len(word) > 2), words[-1])
            for group in self._by_first.values()
            for words, value in group
            if isinstance(value, HistoricPeriod)
        )

    @property
    def trigger_words(self) -> frozenset[str]:
        """One word of every entry whose meaning tells a time by itself: the longest, as the least common."""
        return frozenset(
            max(words, key=len)
            for group in self._by_first.values()
            for words, value in group
            if isinstance(value, _TRIGGERS)
        )


class Names:
    """Phrases that hold a time word and tell no time, by their first word; names count only with a capital letter."""

    def __init__(self, names: Sequence[str], idioms: Sequence[str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
        for phrases, is_name in ((names, True), (idioms, False)):
            for words in (spelling for phrase in phrases for spelling in _spellings(phrase)):
                self._by_first.setdefault(words[0], []).append((words, is_name))

    def ends(self, words: Sequence[str], start: int, capitals: Sequence[bool]) -> Iterator[int]:
        """Where each phrase that stands at `words[start]` ends; `capitals` tells which words have one."""
        for phrase, is_name in self._by_first.get(words[start], ()):
            end = start + len(phrase)
            if tuple(words[start:end]) == phrase and (not is_name or any(capitals[start:end])):
                yield end


_MEANINGS: dict[str, Callable[[str, str], Value]] = {
    "months.months": lambda key, _: Month(int(key)),
    "months.hijri": lambda key, _: HijriMonth(int(key)),
    "weekdays.weekdays": lambda key, _: Weekday(int(key)),
    "weekdays.weekday_plurals": lambda key, _: Weekday(int(key), plural=True),
    "numbers.numbers": lambda key, _: Number(float(key)),
    "numbers.multipliers": lambda key, _: Multiplier(float(key)),
    "numbers.unknown": lambda _key, _: Number(None),
    "numbers.ordinals": lambda key, _: Ordinal(int(key)),
    "numbers.decades": lambda key, _: Decade(int(key) // 10, short=True),
    "units.units": lambda key, _: Unit(Granularity(key)),
    "units.unit_plurals": lambda key, _: Unit(Granularity(key), plural=True),
    "units.periods": lambda key, _: _period(key),
    "units.lengths": lambda key, _: _length(key),
    "units.frequencies": lambda key, _: Frequency(key),
    "seasons.seasons": lambda key, _: Season(key),
    "day_parts.day_parts": lambda key, _: DayPart(key),
    "clocks.zones": lambda _, phrase: Zone(phrase),
    "clocks.zone_names": lambda key, _: Zone(key),
    "clocks.zone_places": lambda _, phrase: ZonePlace(phrase),
    "clocks.meridiems": lambda key, _: Meridiem(pm=key == "pm"),
    "clocks.eras": lambda key, _: Era(before_christ=key == "bc"),
    "modifiers.stages": lambda key, _: Stage(key),
    "modifiers.stage_nouns": lambda key, _: StageNoun(key),
    "modifiers.directions": lambda key, _: Direction(key),
    "modifiers.focus": lambda key, _: Focus(exact=key == "exact"),
    "modifiers.degrees": lambda key, _: Degree(key),
    "named_days.named_days": lambda key, _: Holiday(key),
    "named_periods.named_periods": lambda key, _: HistoricPeriod(key),
    "vague.references": lambda key, _: Reference(Vague(key)),
    "vague.adjectives": lambda key, _: VagueAdjective(Vague(key)),
}


def _period(key: str) -> Value:
    count, unit = key.split()
    return Period(Granularity(unit), int(count))


def _length(key: str) -> Value:
    count, unit = key.split()
    return Amount(None if count == "X" else float(count), Granularity(unit))


def _spellings(phrase: str) -> Iterator[tuple[str, ...]]:
    """The words of a phrase, with and without the full stop that may end it, and with a curly apostrophe."""
    for written in {phrase, phrase.removesuffix("."), phrase.replace("'", "’")}:
        yield tuple(token.lower for token in tokenize(written))


def lexicon_entries(language: str) -> Iterator[Entry]:
    """Every spelling of every word that `resources/lexicon/<language>/` lists, with its meaning."""
    for path in sorted(resource("lexicon", language).glob("*.toml")):
        tables: dict[str, dict[str, list[str]]] = tomllib.loads(path.read_text(encoding="utf-8"))
        for table, rows in tables.items():
            meaning = _MEANINGS.get(f"{path.stem}.{table}")
            if meaning is None:  # words of another room
                continue
            for key, phrases in rows.items():
                for phrase in phrases:
                    yield from ((words, meaning(key, phrase)) for words in _spellings(phrase))


def _cities() -> Iterator[Entry]:
    """Cities that name a zone of the time zone database."""
    tables = tomllib.loads(resource("lexicon", "zones.toml").read_text(encoding="utf-8"))
    for city in (city for cities in tables["cities"].values() for city in cities):
        yield tuple(token.lower for token in tokenize(city)), ZonePlace(city)


@lru_cache(maxsize=8)
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of a language; raises FileNotFoundError when the installation lacks it."""
    return Lexicon(chain(lexicon_entries(language), _cities()))


@lru_cache(maxsize=8)
def load_names(language: str) -> Names:
    """Names and idioms of a language that hold a time word and tell no time."""
    tables = tomllib.loads(resource("lexicon", language, "false_friends.toml").read_text(encoding="utf-8"))
    names, idioms = ([phrase for row in tables[key].values() for phrase in row] for key in ("names", "idioms"))
    return Names(names, idioms)


@lru_cache(maxsize=64)
def load_words(language: str, name: str) -> frozenset[str]:
    """A set of context words of a language, by its name in context.toml."""
    sets = tomllib.loads(resource("lexicon", language, "context.toml").read_text(encoding="utf-8"))["sets"]
    return frozenset(str(sets[name]).split())
