"""Which date belongs to which event: never one from across a clause boundary."""

from typing import Any

import pytest

from timeline_app.model.annotation import DateBasis, Relation
from timeline_app.model.source import DocumentKind

CASES = [
    ("Rebels seized the bridge on 3 March.", "seized", "2024-03-03", "2024-03-03", DateBasis.CLAUSE),
    ("Norland protested after rebel strikes on 3 March.", "strikes", "2024-03-03", "2024-03-03", DateBasis.NOUN),
    ("Last week's negotiations collapsed.", "negotiations", "2024-03-04", "2024-03-10", DateBasis.NOUN),
    (
        "Last week's negotiations were conducted by a mediator.",
        "conducted",
        "2024-03-04",
        "2024-03-10",
        DateBasis.GOVERNOR,
    ),
    ("The plane crashed in January, killing all 40 people.", "killing", "2024-01-01", "2024-01-31", DateBasis.GOVERNOR),
    ("The firm lost money in 2008, when it sold its ships.", "sold", "2008-01-01", "2008-12-31", DateBasis.GOVERNOR),
    ("Monday's attack killed twelve people.", "killed", "2024-03-11", "2024-03-11", DateBasis.GOVERNOR),
    ("The mayor said on Tuesday that rebels had fled on Sunday.", "said", "2024-03-12", "2024-03-12", DateBasis.CLAUSE),
    ("The mayor said on Tuesday that rebels had fled on Sunday.", "fled", "2024-03-10", "2024-03-10", DateBasis.CLAUSE),
    ("This follows a ministry statement on Monday.", "statement", "2024-03-11", "2024-03-11", DateBasis.NOUN),
    (
        "He praised the deal between Norland, Sarkia, and Mira struck last November.",
        "deal",
        "2023-11-01",
        "2023-11-30",
        DateBasis.NOUN,
    ),
]


@pytest.mark.parametrize(("sentence", "word", "begin", "until", "basis"), CASES, ids=[c[0][:40] + c[1] for c in CASES])
def test_date_is_the_events_own(read: Any, sentence: str, word: str, begin: str, until: str, basis: DateBasis) -> None:
    told = read(sentence)
    assert told.dates(word) == (begin, until)
    assert told.at(word).date_basis is basis


NOT_DATED = [
    ("Norland protested after rebel strikes on 3 March.", "protested"),
    ("The mayor, who was born in 1960, resigned.", "resigned"),
    ("The mayor resigned because rebels had fled on Sunday.", "resigned"),
    ("The 2017 law divided voters.", "divided"),
    ("The committee met every Friday.", "met"),
    ("Workers waited for two years.", "waited"),
]


@pytest.mark.parametrize(("sentence", "word"), NOT_DATED)
def test_date_does_not_cross_a_clause(read: Any, sentence: str, word: str) -> None:
    assert read(sentence).dates(word) == (None, None)


BOUNDS = [
    ("The troops must leave by 1 May.", "leave", None, "2024-05-01", Relation.BEFORE),
    ("The ban will last until 1 May.", "last", None, "2024-05-01", Relation.BEFORE),
    ("The bridge was closed before 1 February.", "closed", None, "2024-02-01", Relation.BEFORE),
    ("The army has held the town since 1 February.", "held", "2024-02-01", None, Relation.AFTER),
    ("The firm hired thousands after 2020.", "hired", "2020-01-01", None, Relation.AFTER),
]


@pytest.mark.parametrize(("sentence", "word", "begin", "until", "relation"), BOUNDS)
def test_since_until_by_before_and_after_are_bounds(
    read: Any, sentence: str, word: str, begin: str | None, until: str | None, relation: Relation
) -> None:
    told = read(sentence)
    assert told.dates(word) == (begin, until)
    assert told.at(word).time_refs[0].relation is relation


def test_range_runs_from_its_first_to_its_last_day(read: Any) -> None:
    told = read("The armies fought from 3 to 7 March.")
    assert told.dates("fought") == ("2024-03-03", "2024-03-07")
    assert told.at("fought").time_refs[0].relation is Relation.FROM


def test_live_blog_header_bounds_what_was_said_under_it(read: Any) -> None:
    text = (
        "UPDATE 1330 GMT: Foreign Minister Ivan Petrov has said that the troops should leave the harbour.\n\n"
        "UPDATE 0900 GMT: Norland's army has entered the town of Mira.\n"
    )
    told = read(text, kind=DocumentKind.LIVEBLOG)
    assert told.dates("said") == (None, "2024-03-15T13:30Z")
    assert told.dates("entered") == (None, "2024-03-15T09:00Z")
    assert "UPDATE" not in told.at("said").title


def test_statement_in_the_present_is_of_the_day_of_publication(read: Any) -> None:
    told = read("The ministry says the bridge is safe.")
    assert told.dates("says") == ("2024-03-15", "2024-03-15")
    assert told.at("says").date_basis is DateBasis.PUBLICATION


def test_history_takes_no_date_from_its_publication(read: Any) -> None:
    told = read("The duke declares war. The town says no.", kind=DocumentKind.NARRATIVE)
    assert told.dates("declares") == (None, None)


def test_without_publication_only_explicit_dates_count(read: Any) -> None:
    told = read("Rebels fled on Monday. They had attacked on 3 March 2024.", published=None)
    assert told.dates("fled") == (None, None)
    assert told.dates("attacked") == ("2024-03-03", "2024-03-03")


def test_past_day_is_that_of_the_deed_not_of_its_purpose(read: Any) -> None:
    told = read("The army selected a site on 5 February 2024 to build a base.")
    assert told.dates("selected") == ("2024-02-05", "2024-02-05")
    told = read("The army launched an operation to retake the city on 5 February 2024.")
    assert told.dates("launched") == ("2024-02-05", "2024-02-05")


def test_lead_of_long_ago_is_not_the_time_of_the_story(read: Any) -> None:
    told = read("The shuttle first flew on 12 April 1981. The agency chief told reporters that it was retired.")
    assert told.dates("told") != ("1981-04-12", "1981-04-12")
