# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Hours as they are spoken, on a clock of twelve: half past three, ten to four, nine o'clock, 5-ish, at 6.45."""

from dataclasses import replace

from timeline_app.model.expression import Clock, Modified
from timeline_app.temporal.grammar.english.clocks import HOUR_12, hour_of
from timeline_app.temporal.grammar.english.context import names_dotted_hour
from timeline_app.temporal.lexicon import load_words
from timeline_app.temporal.rules import Context, maybe, rule, that
from timeline_app.temporal.values import ClockShape, Meridiem, Number

_BEFORE_MINUTES = frozenset(("at", "by", "about", "around", "until", "till", "from", "since", "before", "after", "was"))
_KEEPS_HOURS = load_words("en", "keeps_hours")
_ENDS = frozenset((".", ",", ";", ")", "!", "?", ""))
FIVES = that(Number, lambda n: n.whole is not None and n.whole in range(5, 30, 5))
NAMED_HOUR = that(Clock, lambda c: c == Clock(c.hour, c.minute) and c.hour % 12 == 0 and not c.minute)
FULL_HOUR = that(Clock, lambda c: c.minute in (None, 0) and c.day is None)


@rule(HOUR_12, "o", "'|’", "clock", reads=("nine o'clock", "at ⟨9 o’clock⟩"))
def o_clock(hour: Number) -> Clock:
    return Clock(hour.whole or 0, twelve=True)


@rule("half", "past", HOUR_12, maybe(Meridiem), reads=("at ⟨half past three⟩", "half past 3 pm"))
def half_past(hour: Number, meridiem: Meridiem | None) -> Clock:
    return _told(hour, meridiem, 30)


@rule("a?", "quarter", "past", HOUR_12, maybe(Meridiem), reads=("at ⟨a quarter past nine⟩", "a quarter past 3 pm"))
def quarter_past(hour: Number, meridiem: Meridiem | None) -> Clock:
    return _told(hour, meridiem, 15)


@rule("a?", "quarter", "to", HOUR_12, maybe(Meridiem), reads=("at ⟨a quarter to five⟩", "a quarter to nine p.m."))
def quarter_to(hour: Number, meridiem: Meridiem | None) -> Clock:
    return _before(_told(hour, meridiem, 0), 15)


@rule("half", "past", NAMED_HOUR, reads=("at about ⟨half past midnight⟩",))
def half_past_named(hour: Clock) -> Clock:
    return replace(hour, minute=30)


@rule("a?", "quarter", "past", NAMED_HOUR, reads=("at ⟨a quarter past noon⟩",))
def quarter_past_named(hour: Clock) -> Clock:
    return replace(hour, minute=15)


@rule("a?", "quarter", "to", NAMED_HOUR, reads=("at ⟨a quarter to midnight⟩",))
def quarter_to_named(hour: Clock) -> Clock:
    return _before(hour, 15)


@rule(FIVES, "minutes", "to", NAMED_HOUR, reads=("at ⟨20 minutes to noon⟩",))
def minutes_to_named(minutes: Number, hour: Clock) -> Clock:
    return _before(hour, minutes.whole or 0)


@rule(
    that(Number, lambda n: n.digits is None and n.whole in range(5, 30, 5)), "to", NAMED_HOUR,
    reads=("at ⟨ten to midnight⟩",), skips=("from 10 to midnight",),
    when=lambda c: c.before() not in ("from", "between"),
)  # fmt: skip
def some_to_named(minutes: Number, hour: Clock) -> Clock:
    return _before(hour, minutes.whole or 0)


@rule(FIVES, "minutes?", "past", FULL_HOUR, reads=("20 past 3pm", "15 minutes past noon"))
def minutes_past(minutes: Number, hour: Clock) -> Clock:
    return replace(hour, minute=minutes.whole)


def _leads_to_minutes(c: Context) -> bool:
    return c.before() in _BEFORE_MINUTES and not c.after()[:1].isdigit()


@rule(
    FIVES, "minutes?", "past", HOUR_12,
    reads=("at about ⟨ten past three⟩", "until ⟨twenty-five past 6⟩"), skips=("they won ten past three weeks",),
    when=_leads_to_minutes,
)  # fmt: skip
def minutes_past_hour(minutes: Number, hour: Number) -> Clock:
    return _told(hour, None, minutes.whole or 0)


@rule(
    that(Number, lambda n: n.digits is None and n.whole in range(5, 30, 5)), "minutes?", "to", HOUR_12,
    reads=("at ⟨twenty to four⟩", "by ⟨twenty-five to nine⟩,"),
    skips=("at ten to four hundred francs", "from 5 to 7 p.m."),
    when=lambda c: _leads_to_minutes(c) and not c.after().isalpha(),
)  # fmt: skip
def minutes_to_hour(minutes: Number, hour: Number) -> Clock:
    return _before(_told(hour, None, 0), minutes.whole or 0)


@rule(HOUR_12, "-", "ish", reads=("at ⟨5-ish⟩", "about ⟨6-ish⟩"))
def hour_ish(hour: Number) -> Modified:
    return Modified("APPROX", Clock(hour.whole or 0, twelve=True))


@rule(
    HOUR_12, "or", "thereabouts|so", reads=("at ⟨8 or thereabouts⟩",), skips=("at 8 or so places",),
    when=lambda c: c.before() == "at" and not c.after().isalpha(),
)  # fmt: skip
def hour_or_thereabouts(hour: Number) -> Modified:
    return Modified("APPROX", Clock(hour.whole or 0, twelve=True))


@rule(that(Clock, lambda c: c.day is None), "-", "ish", reads=("at ⟨noon-ish⟩", "⟨midnight-ish⟩"))
def clock_ish(clock: Clock) -> Modified:
    return Modified("APPROX", clock)


@rule(
    HOUR_12, reads=("nobody came from 8 a.m. until ⟨ten⟩.",), skips=("up to ten", "until ten men came"),
    when=lambda c: c.before() in ("until", "till") and c.after() in _ENDS,
)  # fmt: skip
def hour_until(hour: Number) -> Clock:
    return Clock(hour.whole or 0, twelve=True)


@rule(
    HOUR_12, reads=("it ended shortly after ⟨eleven⟩,", "the shops close at ⟨six⟩."),
    skips=("shortly after eleven people left", "the toll stood at seven."),
    when=lambda c: c.after() in _ENDS and _is_told_as_hour(c),
)  # fmt: skip
def hour_beside(hour: Number) -> Clock | None:
    return Clock(hour.whole or 0, twelve=True) if hour.digits is None else None


def _is_told_as_hour(c: Context) -> bool:
    """ "Shortly before eleven,", and "at six." after what opens, closes, begins, ends, comes or goes."""
    if c.before() in ("before", "after"):
        return c.before(2) in ("shortly", "just", "soon", "sometime")
    return c.before() == "at" and c.before(2) in _KEEPS_HOURS


@rule(
    HOUR_12, "for", that(Clock, lambda c: c.day is None), reads=("⟨6 for 6.30pm⟩", "⟨7 for 7:30⟩"),
    skips=("6 for 9 p.m.",),
)  # fmt: skip
def hour_for(hour: Number, clock: Clock) -> Clock | None:
    return clock if (clock.hour - (hour.whole or 0)) % 12 == 0 else None


@rule(
    that(ClockShape, lambda c: not c.colon and c.minute is not None),
    reads=("rang at ⟨6.45⟩ and", "until ⟨10.30⟩.", "the service at ⟨10.30⟩ was"),
    skips=("closed at 10.30", "at 4.25 percent", "at 31.50 euros", "stood at 8.20,"), when=names_dotted_hour,
)  # fmt: skip
def clock_dotted(clock: ClockShape) -> Clock:
    return Clock(clock.hour, clock.minute, twelve=1 <= clock.hour <= 12)


def _told(hour: Number, meridiem: Meridiem | None, minute: int) -> Clock:
    """The hour of the day, in a story that names no half of it the hour as it is told."""
    told = hour_of(hour.whole or 0, meridiem) if meridiem is not None else None
    return Clock(told, minute) if told is not None else Clock(hour.whole or 0, minute, twelve=True)


def _before(clock: Clock, minutes: int) -> Clock:
    return replace(clock, hour=(clock.hour - 1) % 24 or 12, minute=60 - minutes)
