"""Dates in the language and form that the analyst chose."""

import pytest

from timeline_app.model.calendar import day_number
from timeline_app.model.date_style import ENGLISH, GERMAN, PLAIN, DateForm, DateStyle
from timeline_app.model.display import describe, describe_published, describe_weekdays
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue

GERMAN_DAYS = DateStyle(GERMAN)
AMERICAN = DateStyle(form=DateForm.MONTH_DAY)
ISO = DateStyle(form=DateForm.ISO)

DAY = TimeValue.day(2018, 5, 28)
WEEKEND = TimeValue.days(day_number(2018, 5, 26), day_number(2018, 5, 27))
TURN = TimeValue.days(day_number(2018, 12, 30), day_number(2019, 1, 2))
BETWEEN = TimeValue.days(day_number(2018, 4, 30), day_number(2018, 5, 2))


def years(first: int, last: int, granularity: Granularity) -> TimeValue:
    return TimeValue.days(day_number(first), day_number(last, 12, 31), granularity)


@pytest.mark.parametrize(
    ("value", "style", "words"),
    [
        (DAY, PLAIN, "28 May 2018"),
        (DAY, AMERICAN, "May 28, 2018"),
        (DAY, ISO, "2018-05-28"),
        (DAY, GERMAN_DAYS, "28. Mai 2018"),
        (WEEKEND, PLAIN, "26–27 May 2018"),
        (WEEKEND, AMERICAN, "May 26–27, 2018"),
        (WEEKEND, ISO, "2018-05-26 – 2018-05-27"),
        (WEEKEND, GERMAN_DAYS, "26.–27. Mai 2018"),
        (BETWEEN, PLAIN, "30 April – 2 May 2018"),
        (BETWEEN, AMERICAN, "April 30 – May 2, 2018"),
        (BETWEEN, GERMAN_DAYS, "30. April – 2. Mai 2018"),
        (TURN, AMERICAN, "December 30, 2018 – January 2, 2019"),
        (TimeValue.month(2018, 3), ISO, "2018-03"),
        (TimeValue.month(2018, 3), GERMAN_DAYS, "März 2018"),
        (TimeValue.year(-43), PLAIN, "44 BC"),
        (TimeValue.year(-43), GERMAN_DAYS, "44 v. Chr."),
        (years(1900, 1999, Granularity.CENTURY), PLAIN, "20th century"),
        (years(1900, 1999, Granularity.CENTURY), GERMAN_DAYS, "20. Jahrhundert"),
        (years(1990, 1999, Granularity.DECADE), GERMAN_DAYS, "1990er Jahre"),
        (DAY.until(), GERMAN_DAYS, "spätestens 28. Mai 2018"),
        (DAY.since(), GERMAN_DAYS, "seit 28. Mai 2018"),
        (None, GERMAN_DAYS, "undatiert"),
    ],
)
def test_a_time_in_each_style(value, style, words):
    assert describe(value, style=style) == words


@pytest.mark.parametrize(
    ("style", "words"),
    [
        (PLAIN, "Sat 26 – Sun 27 May 2018"),
        (AMERICAN, "Sat, May 26 – Sun, May 27, 2018"),
        (ISO, "Sat 2018-05-26 – Sun 2018-05-27"),
        (GERMAN_DAYS, "Sa 26. – So 27. Mai 2018"),
    ],
)
def test_days_with_their_weekdays(style, words):
    assert describe_weekdays(WEEKEND, style) == words


def test_publication_in_german():
    assert describe_published(DAY, style=GERMAN_DAYS) == "Mo 28. Mai 2018 (UTC)"


def test_both_languages_have_every_word():
    assert [len(ENGLISH.months), len(ENGLISH.weekdays)] == [12, 7]
    assert [len(GERMAN.months), len(GERMAN.weekdays)] == [12, 7]
    assert ENGLISH.parts.keys() == GERMAN.parts.keys()
