# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""early, mid, late; the beginning, middle and end of; about: words that select a part of a date or loosen it."""

from timeline_app.model.expression import Base, Expression, Fields, Modified, NamedDay, Nth, Part, Relative
from timeline_app.model.granularity import Granularity
from timeline_app.temporal.grammar.kinds import DATE
from timeline_app.temporal.lexicon import load_words
from timeline_app.temporal.rules import rule, that
from timeline_app.temporal.values import Degree, Stage, StageNoun, Unit, Year

_TOPICS = load_words("en", "topic_heads")
_HALVED = (Granularity.WEEK, Granularity.MONTH, Granularity.YEAR)
STAGED = (Fields, Relative, NamedDay, Nth)


@rule(
    "the?",
    Stage,
    "-?",
    "in|on?",
    "the?",
    STAGED,
    reads=("early June", "mid-2010", "late last year", "late Friday", "early in 1998", "the late 1990s"),
)
def staged(stage: Stage, of: Expression) -> Part:
    return Part(stage.mod, of)


@rule(
    "the?",
    "very?",
    StageNoun,
    "of",
    "the?",
    STAGED,
    reads=("the end of 2017", "the beginning of May", "the middle of summer", "end of this year"),
)
def stage_of(stage: StageNoun, of: Expression) -> Part:
    return Part(stage.mod, of)


WHOLE = that(Unit, lambda u: not u.plural and u.unit.rank >= Granularity.DAY.rank)


@rule(
    "the?", "very?", StageNoun, "of", "the", that(Unit, lambda u: not u.plural and u.unit.rank > Granularity.DAY.rank),
    reads=("by ⟨the end of the year⟩ nearly all were gone", "in ⟨the middle of the month⟩ rain fell"),
    skips=("the end of the year-long siege", "the end of the month that he spent there"),
    when=lambda c: c.after() not in ("-", "that", "which", "of", "in"),
)  # fmt: skip
def stage_of_the_unit(stage: StageNoun, unit: Unit) -> Part:
    base = Base.PUBLICATION if unit.unit is Granularity.WEEKEND else Base.PREVIOUS
    return Part(stage.mod, Relative(unit.unit, 0, base))


@rule(
    that(Unit, lambda u: not u.plural and u.unit.rank > Granularity.DAY.rank),
    "-|'s|’s?",
    "end",
    reads=("by ⟨year-end⟩", "⟨month's end⟩"),
)
def unit_end(unit: Unit) -> Part:
    return Part("END", Relative(unit.unit, 0, Base.PREVIOUS))


@rule("year", "-?", "end", that(Year, lambda y: not y.two_digit), reads=("at ⟨year-end 1988⟩",))
def year_end(year: Year) -> Part:
    return Part("END", Fields(year=year.year))


@rule(
    "mid", "-", that(Unit, lambda u: not u.plural and u.unit in _HALVED),
    reads=("by ⟨mid-year⟩", "in ⟨mid-week⟩"),
)  # fmt: skip
def mid_unit(unit: Unit) -> Part:
    return Part("MID", Relative(unit.unit, 0, Base.PREVIOUS))


@rule("the", "entire|whole", WHOLE, reads=("the entire year",))
def entire_unit(unit: Unit) -> Relative:
    return Relative(unit.unit, 0, Base.PREVIOUS)


@rule(
    "end", "of", that(Unit, lambda u: not u.plural and u.unit.rank > Granularity.WEEK.rank),
    reads=("by ⟨end of year⟩", "at ⟨end of month⟩"),
)  # fmt: skip
def end_of_unit(unit: Unit) -> Part:
    return Part("END", Relative(unit.unit, 0, Base.PREVIOUS))


@rule(
    that(Degree, lambda d: d.mod == "APPROX"),
    DATE,
    reads=("about 1850", "around May 10", "circa 480 BC"),
    when=lambda c: c.first.lower != "about" or (c.before() not in _TOPICS and c.after() not in ("'s", "’s")),
)
def about_date(degree: Degree, of: Expression) -> Modified:
    return Modified(degree.mod, of)
