# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Amounts counted from a time: three weeks ago, two days later, a week before Christmas."""

from timeline_app.model.expression import Amount, Base, Expression, Fields, Modified, Relative, Shift
from timeline_app.model.granularity import Granularity
from timeline_app.temporal.grammar.english.context import ends_clause, looks_forward, stands_as_noun
from timeline_app.temporal.grammar.english.durations import PLURAL
from timeline_app.temporal.grammar.kinds import DATE, is_day
from timeline_app.temporal.rules import maybe, rule, that
from timeline_app.temporal.values import Degree, Focus, Unit

_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)


@rule(maybe(Focus), Amount, "ago", reads=("three weeks ago", "a fortnight ago", "just two days ago"))
def ago(focus: Focus | None, length: Amount) -> Shift:
    exact = focus is not None and focus.exact
    return Shift(length, -1, exact=exact, year_earlier=length == Amount(1.0, Granularity.YEAR))


@rule(
    that(Amount, lambda a: a.unit is Granularity.YEAR), "ago",
    that(Relative, lambda r: r.unit in (Granularity.MONTH, Granularity.WEEK) and r.base is Base.PUBLICATION),
    reads=("⟨twenty years ago this month⟩", "⟨a year ago last week⟩"),
)  # fmt: skip
def years_ago_that_month(length: Amount, of: Relative) -> Shift:
    return Shift(length, -1, of=of, exact=True)


@rule(Amount, "back", reads=("he joined ⟨a few years back⟩.",), skips=("two years back in prison",), when=ends_clause)
def back(length: Amount) -> Shift:
    return Shift(length, -1)


@rule(PLURAL, "ago", reads=("weeks ago", "centuries ago"))
def units_ago(unit: Unit) -> Shift:
    return Shift(Amount(None, unit.unit), -1)


@rule(
    maybe(Focus), Amount, "later|afterwards|afterward|thereafter", reads=("three days later", "a year later"),
    skips=("eleven minutes later than planned",), when=lambda c: c.after() != "than",
)  # fmt: skip
def later(focus: Focus | None, length: Amount) -> Shift:
    return Shift(length, 1, Base.PREVIOUS, exact=focus is not None and focus.exact)


@rule(maybe(Focus), PLURAL, "later", reads=("days later", "just months later"))
def units_later(_focus: Focus | None, unit: Unit) -> Shift:
    return Shift(Amount(None, unit.unit), 1, Base.PREVIOUS)


@rule(
    maybe(Focus),
    Amount,
    "earlier|previously|beforehand|prior",
    reads=("a month earlier", "two years previously"),
    skips=("three weeks earlier than planned",),
    when=lambda c: c.after() != "than",
)
def earlier(focus: Focus | None, length: Amount) -> Shift:
    exact = focus is not None and focus.exact
    return Shift(length, -1, Base.PREVIOUS, exact=exact, year_earlier=length == Amount(1.0, Granularity.YEAR))


@rule(maybe(Focus), PLURAL, "earlier|before", reads=("weeks earlier",), when=ends_clause)
def units_earlier(_focus: Focus | None, unit: Unit) -> Shift:
    return Shift(Amount(None, unit.unit), -1, Base.PREVIOUS)


@rule(
    Amount,
    "before",
    reads=("⟨two years before⟩.",),
    skips=("held it for a day and a half before withdrawing",),
    when=lambda c: ends_clause(c) and not c.after().endswith("ing"),
)
def before_then(length: Amount) -> Shift:
    return Shift(length, -1, Base.PREVIOUS)


@rule(Amount, "after", reads=("⟨two days after⟩.",), when=ends_clause)
def after_then(length: Amount) -> Shift:
    return Shift(length, 1, Base.PREVIOUS)


@rule(
    Amount, "after", "that", reads=("⟨two minutes after that⟩ the alarm rang",), skips=("two days after that attack",),
    when=stands_as_noun,
)  # fmt: skip
def after_that(length: Amount) -> Shift:
    return Shift(length, 1, Base.PREVIOUS)


@rule(
    Amount, "before", "that", reads=("⟨two days before that⟩ the alarm rang",), skips=("two days before that attack",),
    when=stands_as_noun,
)  # fmt: skip
def before_that(length: Amount) -> Shift:
    return Shift(length, -1, Base.PREVIOUS)


@rule("moments|minutes|seconds", "later", reads=("moments later",))
def moments_later() -> Shift:
    return Shift(Amount(None, Granularity.MINUTE), 1, Base.PREVIOUS)


@rule("a", "short|little", "time|while", "later|afterwards", reads=("⟨a short time later⟩ the alarm rang",))
def short_time_later() -> Shift:
    return Shift(Amount(None, Granularity.MINUTE), 1, Base.PREVIOUS)


@rule("moments|minutes", "ago", reads=("moments ago",))
def moments_ago() -> Shift:
    return Shift(Amount(None, Granularity.MINUTE), -1)


@rule(Amount, "on", reads=("⟨ten years on⟩, the case",), when=ends_clause)
def years_on(length: Amount) -> Shift:
    return Shift(length, 1, Base.PREVIOUS)


@rule(
    that(Relative, lambda d: is_day(d) and d.base is Base.PUBLICATION and d.count in (0, 1)),
    that(Unit, lambda u: u.unit in (Granularity.WEEK, Granularity.FORTNIGHT) and not u.plural),
    reads=("we meet ⟨tomorrow week⟩.", "⟨today fortnight⟩."),
    skips=("what happens today week after week",),
    when=ends_clause,
)
def day_and_week(of: Relative, unit: Unit) -> Shift:
    return Shift(Amount(1.0, unit.unit), 1, of=of, exact=True)


@rule(Amount, "from", "now", reads=("two weeks from now",))
def from_now(length: Amount) -> Shift:
    return Shift(length, 1)


@rule(
    Amount,
    "from",
    that((Relative, Fields), lambda d: is_day(d) and (isinstance(d, Relative) or d.month is None)),
    reads=("two weeks from tomorrow", "a week from Friday"),
)
def from_day(length: Amount, of: Expression) -> Shift:
    return Shift(length, 1, of=of)


@rule(
    Amount,
    reads=("The vote will take place in ⟨two days⟩.",),
    skips=("She wrote it in two days.", "for two days"),
    when=lambda c: c.before() == "in" and c.after() not in ("of", "-") and looks_forward(c),
    priority=1,
)
def in_amount(length: Amount) -> Shift | None:
    return Shift(length, 1) if length.count is not None else None


@rule(
    Amount, "'s|’s|'|’?", "time", reads=("in ⟨three years' time⟩", "in ⟨a month's time⟩"),
    when=lambda c: c.before() in ("in", "within") and c.end - c.start > 2, priority=1,
)  # fmt: skip
def amounts_time(length: Amount) -> Shift:
    return Shift(length, 1)


@rule(Amount, "hence", reads=("ten years hence",))
def hence(length: Amount) -> Shift:
    return Shift(length, 1)


@rule(Amount, "before", DATE, reads=("two weeks before Christmas",))
def before_date(length: Amount, of: Expression) -> Shift:
    return Shift(length, -1, of=of)


@rule(Amount, "after|following", DATE, reads=("three days after May 10",))
def after_date(length: Amount, of: Expression) -> Shift:
    return Shift(length, 1, of=of)


@rule("the", "day", "before", DATE, reads=("the day before Christmas",))
def day_before(of: Expression) -> Shift:
    return Shift(Amount(1.0, Granularity.DAY), -1, of=of)


@rule("the?", "eve", "of", DATE, reads=("on ⟨the eve of Ramadan⟩", "⟨the eve of 4 July⟩"))
def eve_of(of: Expression) -> Shift:
    return Shift(Amount(1.0, Granularity.DAY), -1, of=of, exact=True)


@rule("the", "day", "after", DATE, reads=("the day after Thanksgiving",))
def day_after(of: Expression) -> Shift:
    return Shift(Amount(1.0, Granularity.DAY), 1, of=of)


@rule(Degree, Shift, reads=("about three weeks ago", "more than a year ago", "less than a year later"))
def about_shift(degree: Degree, shift: Shift) -> Modified:
    return Modified(degree.mod, shift)


def _ends_a_date(word: str) -> bool:
    return word[:1].isdigit() or word in _MONTHS


@rule(
    that(Amount, lambda a: not a.unit.is_clock), "earlier|later",
    reads=("arrived on 11 May, 2011, ⟨three days later⟩ than planned",), skips=("came three days later than planned",),
    when=lambda c: c.after() == "than" and bool(c.after(2)) and c.before() == "," and _ends_a_date(c.before(2)),
)  # fmt: skip
def other_than_planned(_length: Amount) -> Relative:
    return Relative(Granularity.DAY, 0, Base.PREVIOUS)  # the day told, which was to have been another
