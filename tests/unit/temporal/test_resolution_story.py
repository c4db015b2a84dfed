"""A whole source read in order: what was told before, live-blog sections, ranges, quotes and narratives."""

from dataclasses import dataclass, replace

import pytest

from timeline_app.model.annotation import AnchorKind, TimeExpression
from timeline_app.model.bounds import begin_until
from timeline_app.model.edtf import from_edtf
from timeline_app.model.expression import (
    Amount,
    AnchoredDuration,
    Base,
    Clock,
    DayPart,
    Direction,
    Expression,
    Fields,
    Nth,
    Part,
    PartOfDay,
    Relative,
    Season,
    Shift,
)
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import DocumentKind, PublicationContext
from timeline_app.model.token import Span, Tense
from timeline_app.temporal.resolution import resolve_all

PREVIOUS = Base.PREVIOUS
DAY, WEEK, MONTH, YEAR = Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.YEAR
NEWS = PublicationContext(from_edtf("2018-05-28"))
HISTORY = replace(NEWS, document_kind=DocumentKind.NARRATIVE)
NEXT_DAY = Relative(DAY, 1, PREVIOUS)


@dataclass(frozen=True)
class Said:
    """One phrase of an invented text; each in a sentence of its own unless `sentence` says otherwise."""

    tree: Expression
    tense: Tense | None = Tense.PAST
    in_quote: bool = False
    is_header: bool = False
    section: int | None = None
    range_end: int | None = None
    sentence: int | None = None
    opens: bool = True
    of_now: bool = False


def tell(*said: Said | Expression, context: PublicationContext = NEWS) -> list[TimeExpression]:
    """The expressions of a text in order, resolved."""
    phrases = [one if isinstance(one, Said) else Said(one) for one in said]
    expressions = []
    for index, one in enumerate(phrases):
        sentence = (one.sentence if one.sentence is not None else index) * 1000
        start = sentence + index + (0 if one.opens else 50)
        expressions.append(
            TimeExpression(
                f"s:{index}",
                "s",
                Span(start, start + 1),
                "phrase",
                one.tree,
                (),
                Span(sentence, sentence + 200),
                one.tense,
                in_quote=one.in_quote,
                of_now=one.of_now,
                is_header=one.is_header,
                section=None if one.section is None else f"s:{one.section}",
                range_end=None if one.range_end is None else f"s:{one.range_end}",
            )
        )
    return resolve_all(expressions, context)


def values(*said: Said | Expression, context: PublicationContext = NEWS) -> list[str]:
    return [e.reading.value for e in tell(*said, context=context) if e.reading]


MAY_10 = Fields(year=2018, month=5, day=10)


@pytest.mark.parametrize(
    ("tree", "value"),
    [
        (NEXT_DAY, "2018-05-11"),
        (Relative(DAY, 0, PREVIOUS), "2018-05-10"),
        (Relative(DAY, -1, PREVIOUS), "2018-05-09"),
        (Relative(WEEK, 1, PREVIOUS), "2018-W20"),
        (Relative(MONTH, -1, PREVIOUS), "2018-04"),
        (Relative(YEAR, 0, PREVIOUS), "2018"),
        (Shift(Amount(3, DAY), 1, PREVIOUS), "2018-05-13"),
        (Shift(Amount(1, MONTH), -1, PREVIOUS), "2018-04"),
        (Shift(Amount(15, MONTH), -1, PREVIOUS), "2017-02"),
        (Fields(weekday=0, direction=Direction.NEXT, base=PREVIOUS), "2018-05-14"),
        (Fields(weekday=0, direction=Direction.LAST, base=PREVIOUS), "2018-05-07"),
        (Fields(month=8, base=PREVIOUS), "2018-08"),
        (PartOfDay(DayPart.NIGHT, Relative(DAY, 0, PREVIOUS), PREVIOUS), "2018-05-10TNI"),
        (PartOfDay(DayPart.MORNING, NEXT_DAY, PREVIOUS, mod="START"), "2018-05-11TMO"),
    ],
)
def test_anaphoric_phrases_count_from_the_time_told_before(tree: Expression, value: str) -> None:
    first, second = tell(MAY_10, tree)
    assert second.reading is not None
    assert second.reading.value == value
    assert (second.reading.anchor.kind, second.reading.anchor.expression) == (AnchorKind.PREVIOUS, first.id)
    assert second.reading.explanation.startswith('"phrase" + told before: Thu 10 May 2018 →')


def test_a_distance_from_a_month_told_beside_it_is_counted_from_that_month() -> None:
    offer = Said(Fields(year=2015, month=9), sentence=0)
    rejected = tell(offer, Said(Shift(Amount(2.0, WEEK), 1, PREVIOUS), sentence=0))[-1]
    assert rejected.time is not None
    assert begin_until(rejected.time) == ("2015-09-14", "2015-10-18")


def test_what_is_told_in_a_quote_anchors_nothing() -> None:
    assert values(MAY_10, Said(Fields(year=1999), in_quote=True), NEXT_DAY)[-1] == "2018-05-11"


def test_now_and_today_anchor_nothing() -> None:
    assert values(MAY_10, Relative(DAY, 0), NEXT_DAY)[-1] == "2018-05-11"


def test_a_day_is_counted_from_the_nearest_day_not_from_a_year() -> None:
    assert values(MAY_10, Fields(year=2011), NEXT_DAY)[-1] == "2018-05-11"
    assert values(MAY_10, Fields(year=2011), Relative(YEAR, 1, PREVIOUS))[-1] == "2012"


def test_without_anything_told_before_news_counts_from_publication() -> None:
    (only,) = tell(Said(NEXT_DAY, Tense.FUTURE))
    assert only.reading is not None
    assert (only.reading.value, only.reading.anchor.kind) == ("2018-05-29", AnchorKind.PUBLICATION)


def test_what_is_past_never_counts_on_beyond_publication() -> None:
    (only,) = tell(NEXT_DAY)
    assert only.time is None
    assert only.reading is not None
    assert only.reading.warning == "the text has told no time before it to count from"
    two_weeks_later = Shift(Amount(2.0, WEEK), 1, PREVIOUS)
    assert values(MAY_10, Fields(month=5, day=21), two_weeks_later)[-1] == "2018-W21"
    assert values(Fields(month=5, day=21), two_weeks_later)[-1] == "XXXX-WXX"
    assert values(Fields(month=5, day=21), Said(two_weeks_later, Tense.FUTURE))[-1] == "2018-W23"


def test_nobody_counts_back_behind_a_month_told_since() -> None:
    detained = Said(Fields(year=2017, month=4, day=2), sentence=0)
    sentenced = Said(Fields(year=2017, month=9), sentence=1)
    *_, next_day = tell(detained, sentenced, Said(NEXT_DAY, sentence=2))
    assert next_day.reading is not None
    assert next_day.reading.value == "2017-09-XX"
    within = Said(Fields(year=2017, month=9, day=12), sentence=1)
    assert values(detained, sentenced, within, Said(NEXT_DAY, sentence=2))[-1] == "2017-09-13"
    assert values(within, sentenced, Said(NEXT_DAY, sentence=2))[-1] == "2017-09-13"


def test_a_day_of_the_month_is_of_the_month_told_or_the_next() -> None:
    first_of_march, end_of_may = Fields(year=2016, month=3, day=1), Fields(year=2016, month=5, day=30)
    assert values(first_of_march, Fields(day=29))[-1] == "2016-03-29"
    assert values(Fields(year=2016, month=3, day=20), Fields(day=17))[-1] == "2016-03-17"
    assert values(end_of_may, Fields(day=3))[-1] == "2016-06-03"
    assert values(first_of_march, Said(Fields(day=29), Tense.FUTURE))[-1] == "2018-05-29"


def test_the_first_half_of_a_year_ends_with_june() -> None:
    months = AnchoredDuration(Amount(6.0, MONTH), 1, of=Nth(1, DAY, Fields(year=2017)))
    assert begin_until(tell(months)[0].time) == ("2017-01-01", "2017-06-30")
    weeks = AnchoredDuration(Amount(2.0, WEEK), -1, of=Nth(-1, DAY, Fields(year=2017, month=5)))
    assert begin_until(tell(weeks)[0].time) == ("2017-05-18", "2017-05-31")


def test_a_year_earlier_counts_from_the_three_months_reported_on() -> None:
    quarter = AnchoredDuration(Amount(3.0, MONTH), -1, of=Fields(year=2017, month=9, day=30))
    earlier = Shift(Amount(1, YEAR), -1, PREVIOUS, year_earlier=True)
    assert values(quarter, Fields(year=2017, month=9, day=30), earlier)[-1] == "2016-Q3"


def test_what_a_past_verb_spans_goes_on_from_the_time_told() -> None:
    bought, invested = Said(Fields(year=2006), sentence=0), AnchoredDuration(Amount(4.0, YEAR), 1)
    assert begin_until(tell(bought, Said(invested, sentence=0))[-1].time)[0] == "2006-01-01"
    assert begin_until(tell(bought, Said(invested, Tense.FUTURE, sentence=0))[-1].time)[0] == "2018-05-28"


def test_what_has_held_since_counts_from_the_writers_present() -> None:
    start = Part("START", Relative(YEAR, 0, PREVIOUS))
    assert values(Fields(year=2004, month=12), Said(start, of_now=True))[-1] == "2018"


def test_a_year_earlier_keeps_the_quarter_under_discussion() -> None:
    earlier = Shift(Amount(1, YEAR), -1, PREVIOUS, year_earlier=True)
    assert values(Fields(year=2009, quarter=1), earlier)[-1] == "2008-Q1"
    assert values(Fields(year=2009), earlier)[-1] == "2008"


def test_the_end_of_the_year_beside_a_plan_is_this_years() -> None:
    end = Part("END", Relative(YEAR, 0, PREVIOUS))
    assert values(Fields(year=2004, month=12), Said(end, Tense.FUTURE))[-1] == "2018"
    assert values(Fields(year=2004, month=12), end)[-1] == "2004"


def test_a_clock_time_shares_the_day_told_shortly_before() -> None:
    tuesday = Said(Fields(weekday=1), sentence=0)
    clock = Said(Clock(18, 0, zone="UTC"), sentence=0)
    assert values(tuesday, clock)[-1] == "2018-05-22T18:00Z"
    assert values(tuesday, Said(Clock(18, 0, zone="UTC"), sentence=9))[-1] == "2018-05-28T18:00Z"


def test_a_live_blog_header_is_an_instant_and_the_anchor_of_its_section() -> None:
    header = Said(Clock(13, 30, zone="GMT"), is_header=True)
    found = tell(header, Said(Relative(DAY, -1), section=0), Said(NEXT_DAY, section=0))
    assert begin_until(found[0].time) == ("2018-05-28T13:30Z", "2018-05-28T13:30Z")
    yesterday = found[1].reading
    assert yesterday is not None
    assert (yesterday.value, yesterday.anchor.kind) == ("2018-05-27", AnchorKind.SECTION)
    assert (yesterday.anchor.value, yesterday.anchor.expression) == ("2018-05-28T13:30Z", "s:0")
    assert "section of 28 May 2018 13:30 UTC" in yesterday.explanation


def test_an_update_after_the_first_publication_is_that_days() -> None:
    context = PublicationContext(from_edtf("2018-05-28T09:00Z"))
    (header,) = tell(Said(Clock(13, 30, zone="GMT"), is_header=True), context=context)
    assert begin_until(header.time)[0] == "2018-05-28T13:30Z"


def test_sections_under_a_dated_header_count_from_its_day() -> None:
    header = Said(Fields(year=2018, month=5, day=24), is_header=True)
    assert values(header, Said(Fields(weekday=0), section=0), Fields(weekday=0)) == [
        "2018-05-24",
        "2018-05-21",
        "2018-05-28",
    ]


def test_each_section_has_its_own_story() -> None:
    first, second = Said(Clock(9, 0), is_header=True), Said(Clock(10, 0), is_header=True)
    told = Said(MAY_10, section=0)
    assert values(first, told, second, Said(NEXT_DAY, Tense.FUTURE, section=2))[-1] == "2018-05-29"


def test_a_bare_date_may_continue_one_of_another_year_told_just_before() -> None:
    march = Said(Fields(year=2011, month=3, day=3), sentence=0)
    assert values(march, Said(Fields(month=3, day=15), sentence=0))[-1] == "2011-03-15"
    assert values(march, Said(Fields(month=5, day=10), sentence=1), context=NEWS)[-1] == "2018-05-10"
    assert values(march, Said(Fields(weekday=4), sentence=0))[-1] == "2018-05-25"
    april = Said(Part("MID", Fields(month=4)), Tense.FUTURE, sentence=0)
    context = PublicationContext(from_edtf("2019-03-04"))
    assert values(april, Said(Fields(month=9), sentence=0), context=context) == ["2019-04", "2018-09"]


def test_a_bare_date_does_not_continue_what_the_story_has_left_for_another_season() -> None:
    contract, handed_over = Fields(year=2016, month=5), Fields(year=2018, season=Season.SPRING)
    assert values(contract, handed_over, Fields(month=4, day=21))[-1] == "2018-04-21"


def test_the_end_of_a_range_follows_its_begin() -> None:
    december, january = Fields(month=12, day=30), Fields(month=1, day=2)
    assert values(Said(december, range_end=1), january) == ["2017-12-30", "2018-01-02"]
    may, june = Fields(month=5, day=20), Fields(month=6, day=5)
    assert values(Said(may, range_end=1), june) == ["2018-05-20", "2018-06-05"]


def test_a_range_ahead_may_have_begun() -> None:
    may, june = Fields(month=5, day=20), Fields(month=6, day=5)
    ahead = [Said(may, Tense.FUTURE, range_end=1), Said(june, Tense.FUTURE)]
    assert values(*ahead) == ["2018-05-20", "2018-06-05"]


def test_narratives_carry_the_year_forward() -> None:
    story = [Fields(year=1939, month=9, day=1), Fields(month=10), Fields(month=1), Fields(month=3, day=8)]
    assert values(*story, context=HISTORY) == ["1939-09-01", "1939-10", "1940-01", "1940-03-08"]


def test_narratives_fill_weekdays_seasons_and_clock_times_from_the_story() -> None:
    story = [
        Fields(year=1775, month=11, day=1),
        Fields(season=Season.WINTER),
        Fields(year=1944, month=6, day=6),
        Clock(6, 30),
        PartOfDay(DayPart.AFTERNOON),
        Fields(weekday=4),
    ]
    assert values(*story, context=HISTORY) == [
        "1775-11-01",
        "1776-WI",
        "1944-06-06",
        "1944-06-06T06:30",
        "1944-06-06TAF",
        "1944-06-09",
    ]


def test_a_year_in_passing_does_not_move_a_story_but_one_that_opens_a_sentence_does() -> None:
    start = Fields(year=1964, month=8, day=2)
    aside, opening = Said(Fields(year=2005), opens=False), Said(Fields(year=2005))
    assert values(start, aside, Fields(month=8, day=4), context=HISTORY)[-1] == "1964-08-04"
    assert values(start, opening, Fields(month=8, day=4), context=HISTORY)[-1] == "2005-08-04"


def test_a_narrative_that_has_told_no_time_leaves_bare_dates_open() -> None:
    (found,) = tell(Fields(month=5), context=HISTORY)
    assert found.reading is not None
    assert (found.reading.value, found.time) == ("XXXX-05", None)
    assert found.reading.warning == "the story has told no time yet to count from"


def test_two_digit_years_of_a_story_belong_to_its_century() -> None:
    assert values(Fields(year=1915), Fields(year=99, two_digit=True), context=HISTORY)[-1] == "1899"


def test_the_analysts_own_reading_anchors_what_follows() -> None:
    first, second = tell(MAY_10, NEXT_DAY)
    corrected = replace(first, correction=from_edtf("2018-05-12"))
    assert resolve_all([corrected, second], NEWS)[1].reading == replace(
        tell(Fields(year=2018, month=5, day=12), NEXT_DAY)[1].reading  # type: ignore[type-var]
    )


def test_confidence_is_no_higher_than_that_of_the_parse() -> None:
    (found,) = tell(MAY_10)
    (doubted,) = resolve_all([replace(found, confidence=0.5)], NEWS)
    assert found.reading is not None
    assert doubted.reading is not None
    assert doubted.reading.confidence == pytest.approx(found.reading.confidence * 0.5, abs=0.001)


def alternatives(expression: TimeExpression) -> list[str]:
    assert expression.reading is not None
    return [other.value for other in expression.reading.alternatives]


def test_what_counts_from_a_time_told_keeps_what_the_time_before_that_would_give() -> None:
    *_, next_day = tell(Fields(year=2011, month=3, day=3), Fields(year=2012, month=8, day=9), NEXT_DAY)
    assert (next_day.reading.value if next_day.reading else None, alternatives(next_day)) == (
        "2012-08-10",
        ["2011-03-04"],
    )


def test_a_bare_date_of_a_story_keeps_the_next_likely_year() -> None:
    *_, bare = tell(Fields(year=1941, month=11), Fields(month=1, day=5), context=HISTORY)
    assert (bare.reading.value if bare.reading else None, alternatives(bare)) == ("1942-01-05", ["1941-01-05"])
    *_, within = tell(Fields(year=1941), Fields(month=1, day=5), context=HISTORY)
    assert alternatives(within) == []  # the year was said


def test_a_year_that_a_history_tells_twice_is_where_its_story_stands() -> None:
    *_, bare = tell(
        Fields(year=1776, month=6, day=8),
        Fields(year=1776, month=9, day=15),
        Said(Fields(year=1777), opens=False),
        Said(Fields(year=1777), opens=False),
        Fields(month=10),
        context=HISTORY,
    )
    assert bare.reading is not None
    assert bare.reading.value == "1777-10"
    *_, once = tell(
        Fields(year=1776, month=6, day=8), Said(Fields(year=1777), opens=False), Fields(month=10), context=HISTORY
    )
    assert once.reading is not None
    assert once.reading.value == "1776-10"
