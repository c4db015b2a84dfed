"""What holds for every phrase, whatever the publication date: the properties that TIME readings promise."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model import expression as tree
from timeline_app.model.annotation import Reading, TimeExpression
from timeline_app.model.bounds import begin_until
from timeline_app.model.calendar import civil, day_number, weekday
from timeline_app.model.edtf import from_edtf, to_edtf
from timeline_app.model.expression import Base, Direction, Expression, Fields
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import DateOrder, DocumentKind, Hemisphere, PublicationContext
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span, Tense
from timeline_app.temporal.resolution import resolve_all

DATES = st.dates(date(1900, 1, 1), date(2100, 12, 31))
TENSES = st.sampled_from([None, *Tense])
UNITS = st.sampled_from(list(Granularity))
BASES = st.sampled_from(list(Base))
DIRECTIONS = st.sampled_from([None, *Direction])
YEARS = st.none() | st.integers(-3000, 3000)


def optional(low: int, high: int) -> st.SearchStrategy[int | None]:
    return st.none() | st.integers(low, high)


FIELDS = st.builds(
    Fields,
    year=YEARS,
    month=optional(1, 12),
    day=optional(1, 31),
    weekday=optional(0, 6),
    week=optional(1, 53),
    quarter=optional(1, 4),
    half=optional(1, 2),
    season=st.none() | st.sampled_from(list(tree.Season)),
    weekend=st.booleans(),
    decade=optional(-50, 210),
    century=optional(-10, 21),
    fiscal=st.booleans(),
    two_digit=st.booleans(),
    direction=DIRECTIONS,
    base=BASES,
)
AMOUNTS = st.builds(
    tree.Amount, st.none() | st.floats(0, 500) | st.integers(0, 10**7), UNITS, st.none() | st.floats(0, 99)
)
LEAVES: st.SearchStrategy[Expression] = st.one_of(
    FIELDS,
    st.builds(tree.Reference, st.sampled_from(list(tree.Vague))),
    st.builds(tree.Relative, UNITS, st.integers(-50, 50), BASES),
    st.builds(tree.NumericDate, st.integers(0, 99), st.integers(0, 99), st.none() | st.integers(0, 3000)),
    st.builds(tree.NamedDay, st.sampled_from(["christmas", "easter", "ramadan", "diwali", "nothing"])),
    st.builds(tree.Duration, AMOUNTS),
    st.builds(tree.Fixed, st.text(max_size=12)),
)
MODS = st.sampled_from(["START", "MID", "END", "APPROX", "BEFORE"])
TREES: st.SearchStrategy[Expression] = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(tree.Part, MODS, inner),
        st.builds(tree.Modified, MODS, inner),
        st.builds(tree.Nth, st.integers(-3, 12), UNITS, st.none() | inner, optional(0, 6)),
        st.builds(
            tree.Shift, AMOUNTS, st.sampled_from([-1, 1]), BASES, st.none() | inner, st.booleans(), st.booleans()
        ),
        st.builds(tree.AnchoredDuration, AMOUNTS, st.sampled_from([-1, 1]), BASES, st.none() | inner, st.booleans()),
        st.builds(tree.Recurring, inner | AMOUNTS, st.none() | st.just("EVERY")),
        st.builds(tree.Range, st.none() | inner, st.none() | inner),
        st.builds(
            tree.Clock,
            st.integers(0, 24),
            optional(0, 59),
            optional(0, 59),
            st.none() | st.sampled_from(["GMT", "IST", "local", "+25:99", "Moscow", "../etc", "nonsense"]),
            st.none() | inner,
        ),
        st.builds(tree.PartOfDay, st.sampled_from(list(tree.DayPart)), st.none() | inner, BASES, st.none() | MODS),
    ),
    max_leaves=4,
)


def published(day: date | None) -> TimeValue | None:
    return None if day is None else TimeValue.day(day.year, day.month, day.day)


CONTEXTS = st.builds(
    PublicationContext,
    published=st.none()
    | DATES.map(published)
    | st.just(from_edtf("2018-05-28T13:30Z"))
    | st.just(from_edtf("2018-05")),
    time_zone=st.none() | st.sampled_from(["Europe/Kyiv", "+05:30"]),
    date_order=st.none() | st.sampled_from(list(DateOrder)),
    document_kind=st.none() | st.sampled_from(list(DocumentKind)),
    hemisphere=st.sampled_from(list(Hemisphere)),
    fiscal_year_start=st.integers(1, 12),
    week_start=st.integers(0, 6),
)


@st.composite
def sources(draw: st.DrawFn) -> list[TimeExpression]:
    """A source of up to five phrases in order, some headers, some in quotes, some ends of ranges."""
    trees = draw(st.lists(TREES, min_size=1, max_size=5))
    return [
        TimeExpression(
            f"s:{i}",
            "s",
            Span(i * 100, i * 100 + 9),
            "phrase",
            one,
            (),
            Span(i * 100, i * 100 + 90),
            draw(TENSES),
            in_quote=draw(st.booleans()),
            is_header=draw(st.booleans()),
            section=draw(st.none() | st.just("s:0")),
            range_end=draw(st.none() | st.just(f"s:{i + 1}")),
        )
        for i, one in enumerate(trees)
    ]


def read(one: Expression, day: date | None, tense: Tense | None = Tense.PAST) -> Reading:
    expression = TimeExpression("s:0", "s", Span(0, 6), "phrase", one, (), Span(0, 40), tense)
    (found,) = resolve_all([expression], PublicationContext(published(day)))
    assert found.reading is not None
    return found.reading


def first_and_last(reading: Reading) -> tuple[int, int]:
    assert reading.time is not None
    assert reading.time.first_day is not None
    assert reading.time.last_day is not None
    return reading.time.first_day, reading.time.last_day


def number(day: date) -> int:
    return day_number(day.year, day.month, day.day)


@given(sources(), CONTEXTS)
def test_every_tree_in_every_context_gives_a_reading_and_the_same_one_again(
    source: list[TimeExpression], context: PublicationContext
) -> None:
    found = resolve_all(source, context)
    assert [e.id for e in found] == [e.id for e in source]
    for expression in found:
        reading = expression.reading
        assert reading is not None
        assert reading.value
        assert reading.explanation.endswith(".")
        assert 0 < reading.confidence <= 1
        if reading.time is not None:
            begin, until = begin_until(reading.time)
            assert begin_until(from_edtf(to_edtf(reading.time))) == (begin, until) or reading.time.granularity.rank < 4
    assert resolve_all(found, context) == found


@given(DATES, TENSES, st.integers(0, 6), DIRECTIONS)
def test_said_fields_are_the_resolved_fields_and_a_week_later_moves_weekdays_by_a_week(
    day: date, tense: Tense | None, wanted: int, direction: Direction | None
) -> None:
    phrase = Fields(weekday=wanted, direction=direction)
    first, last = first_and_last(read(phrase, day, tense))
    assert first == last
    assert weekday(first) == wanted
    later = date.fromordinal(day.toordinal() + 7)
    assert first_and_last(read(phrase, later, tense)) == (first + 7, last + 7)


@given(DATES, TENSES, st.integers(1, 12), optional(1, 28), DIRECTIONS)
def test_said_months_and_days_are_kept(
    day: date, tense: Tense | None, month: int, day_of_month: int | None, direction: Direction | None
) -> None:
    first, last = first_and_last(read(Fields(month=month, day=day_of_month, direction=direction), day, tense))
    assert civil(first).month == civil(last).month == month
    assert day_of_month is None or civil(first).day == civil(last).day == day_of_month


NAMES = st.one_of(
    st.integers(0, 6).map(lambda n: Fields(weekday=n)),
    st.integers(1, 12).map(lambda n: Fields(month=n)),
    st.sampled_from(list(tree.Season)).map(lambda s: Fields(season=s)),
    st.integers(1, 4).map(lambda n: Fields(quarter=n)),
)


@given(DATES, TENSES, NAMES)
def test_last_ends_before_publication_and_next_starts_after_it(day: date, tense: Tense | None, name: Fields) -> None:
    today = number(day)
    assert first_and_last(read(Fields(**_said(name), direction=Direction.LAST), day, tense))[1] < today
    assert first_and_last(read(Fields(**_said(name), direction=Direction.NEXT), day, tense))[0] > today


def _said(fields: Fields) -> dict[str, object]:
    return {name: getattr(fields, name) for name in ("weekday", "month", "season", "quarter")}


@given(DATES, TENSES, UNITS.filter(lambda unit: not unit.is_clock and unit is not Granularity.DAYPART))
def test_last_this_and_next_unit_lie_before_around_and_after_publication(
    day: date, tense: Tense | None, unit: Granularity
) -> None:
    today = number(day)
    last, this, following = (first_and_last(read(tree.Relative(unit, n), day, tense)) for n in (-1, 0, 1))
    assert last[1] < today
    assert following[0] > today
    if unit is not Granularity.WEEKEND:
        assert this[0] <= today <= this[1]
    assert last[0] < this[0] or unit is Granularity.WEEKEND


@given(DATES, NAMES)
def test_without_direction_the_tense_decides_and_today_counts(day: date, name: Fields) -> None:
    today = number(day)
    assert first_and_last(read(name, day, Tense.PAST))[0] <= today
    assert name.quarter is not None or first_and_last(read(name, day, Tense.FUTURE))[1] >= today


@given(DATES, st.integers(1, 40), st.sampled_from([Granularity.DAY, Granularity.WEEK, Granularity.MONTH]))
def test_ago_and_in_are_mirror_images_around_publication(day: date, count: int, unit: Granularity) -> None:
    ago = first_and_last(read(tree.Shift(tree.Amount(count, unit), -1), day))
    ahead = first_and_last(read(tree.Shift(tree.Amount(count, unit), 1), day))
    assert ago[0] <= number(day) <= ahead[1]
    if unit is Granularity.DAY:
        assert ago[0] + count == number(day) == ahead[0] - count


@given(FIELDS.filter(lambda f: f.year is not None and not f.two_digit), st.none() | DATES)
def test_explicit_years_do_not_depend_on_publication(phrase: Fields, day: date | None) -> None:
    if phrase.weekend or (phrase.weekday is not None and phrase.day is None and phrase.week is None):
        return
    here, nowhere = read(phrase, day), read(phrase, None)
    assert (here.value, here.time) == (nowhere.value, nowhere.time)
