"""What a paragraph goes on to tell is of the day that it named, until it names another."""

from typing import Any

import pytest

from timeline_app.model.annotation import DateBasis, Relation
from timeline_app.model.source import DocumentKind

_RAID = "On 20 February two skiffs came near the tanker Ilse."


@pytest.mark.parametrize("kind", [DocumentKind.NEWS, DocumentKind.REPORT])
def test_the_next_deeds_of_a_paragraph_are_of_its_day(read: Any, kind: DocumentKind) -> None:
    told = read(f"{_RAID} Shots were exchanged and the skiffs withdrew. The crew sealed the hold.", kind=kind)
    for word in ("exchanged", "withdrew", "sealed"):
        assert told.dates(word) == ("2024-02-20", "2024-02-20")
        assert told.at(word).date_basis is DateBasis.CONTAINER
        assert told.at(word).salient
        assert told.at(word).confidence < told.at("came").confidence


def test_an_hour_lends_its_day_and_not_itself(read: Any) -> None:
    told = read("At 04:40 on 20 February two skiffs came near the tanker Ilse. The crew sealed the hold.")
    assert told.at("came").time_refs[0].relation is Relation.AT
    assert told.at("sealed").time_refs[0].relation is Relation.SAME_DAY
    assert told.dates("sealed") == ("2024-02-20", "2024-02-20")


def test_what_is_told_before_another_time_of_the_sentence_is_of_the_first_day(read: Any) -> None:
    told = read("A drone hit the tanker on 18 February. Three men were killed, and a fourth died two days later.")
    assert told.dates("killed") == ("2024-02-18", "2024-02-18")
    assert told.dates("died") == ("2024-02-20", "2024-02-20")
    told = read("Police raided a flat on 18 February. A man was arrested; he was charged on 21 February.")
    assert told.dates("arrested") == ("2024-02-18", "2024-02-18")


@pytest.mark.parametrize(
    ("behind", "word"),
    [
        ("\n\nThe crew sealed the hold.", "sealed"),  # a paragraph of its own
        ("In 2019 she was sold. The crew sealed the hold.", "sealed"),  # another time between
        ("The crew had sealed the hold.", "sealed"),  # before
        ("The crew later sealed the hold.", "sealed"),  # some time after
        ("The owner planned a second voyage.", "planned"),  # which takes no day
        ("The tanker remained at anchor.", "remained"),  # how things were
        ("The crew did not seal the hold.", "seal"),
        ("Two guards were hurt in a fire at the inn.", "hurt"),  # another event
        ("“The crew sealed the hold,” he wrote.", "sealed"),
    ],
)
def test_what_may_be_of_another_day_waits(read: Any, behind: str, word: str) -> None:
    assert read(f"{_RAID} {behind}", kind=DocumentKind.REPORT).at(word).time is None


def test_histories_leap_from_sentence_to_sentence(read: Any) -> None:
    raid = "On 20 February 2024 two skiffs came near the tanker Ilse."
    told = read(f"{raid} The crew sealed the hold.", kind=DocumentKind.NARRATIVE)
    assert told.at("sealed").time is None
    told = read(f"{raid} They attacked the crew.", kind=DocumentKind.NARRATIVE)  # and go on with "they"
    assert told.dates("attacked") == ("2024-02-20", "2024-02-20")
    told = read("The crew was now free. They sealed the hold.", kind=DocumentKind.NARRATIVE)
    assert told.at("sealed").time is None


def test_twenty_minutes_are_no_minutes_of_a_meeting(read: Any) -> None:
    text = "Date: 21 FEB 2024\n\n1. Two skiffs withdrew after some 20 minutes."
    assert read(text, kind=DocumentKind.REPORT).at("withdrew").time is None
    held = read(f"Minutes of the harbour board\n\n{text}", kind=DocumentKind.REPORT)
    assert held.dates("withdrew") == ("2024-02-21", "2024-02-21")


@pytest.mark.parametrize(
    ("text", "word", "begin"),
    [
        ("The trial took place over four days beginning on 15 November 2021.", "took", "2021-11-15"),
        ("The blockade lasted for three weeks starting on 3 May 2021.", "lasted", "2021-05-03"),
    ],
)
def test_what_goes_on_for_days_begins_on_the_first_of_them(read: Any, text: str, word: str, begin: str) -> None:
    assert read(text).dates(word)[0] == begin


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("We matched the crane to the Mira yard, where it was built in 2019.", "Crane was built"),
        ("The pump had failed before March 2019, when it was last cleaned.", "Pump was last cleaned"),
        ("The convoy had left the town on 2 January when it was burned.", "Convoy was burned"),
    ],
)
def test_what_is_told_of_it_in_a_clause_behind_is_titled_by_what_the_clause_above_is_about(
    read: Any, text: str, title: str
) -> None:
    assert title in [mention.title for mention in read(text).shown]


def test_an_address_is_a_place_or_a_speech(read: Any) -> None:
    told = read("The owner logged in from the same address at 22:14 UTC on 10 March and again the next evening.")
    assert told.shown[0].title == "Owner logged in from the same address"
    assert told.dates("logged")[0] == "2024-03-10T22:14Z"
    assert "His address to the nation" in [
        m.title for m in read("His address to the nation on Tuesday was short.").shown
    ]


def test_they_are_those_of_the_clause_before(read: Any) -> None:
    told = read("Four guests died in the siege, which began when six men drove in on 9 March. They shot two guards.")
    assert told.dates("shot") == ("2024-03-09", "2024-03-09")
    assert told.at("shot").salient


def test_what_did_not_find_it_was_made_all_the_same(read: Any) -> None:
    told = read(
        "The owner's own inspection on 2 February did not detect the error. The search on Monday was a failure."
    )
    assert told.at("inspection").salient
    assert told.at("inspection").title == "Owner's own inspection"
    assert not told.at("detect").salient


def test_who_is_called_ms_is_a_person(read: Any) -> None:
    told = read("Ms Holt said on Monday that she had left the office on 5 January.")
    assert [m.title for m in told.shown] == [
        "Ms Holt said that she had left the office on 5 January",
        "Ms Holt had left the office",
    ]


def test_minutes_later_is_no_other_day(read: Any) -> None:
    told = read("At 00:37 on 7 March a train passed a signal. It left the rails four minutes later. Two men died.")
    assert told.dates("died") == ("2024-03-07", "2024-03-07")


def test_the_afternoon_of_what_has_no_day_is_no_afternoon_of_today(read: Any) -> None:
    told = read("She told the inquiry on Wednesday that he had telephoned her on the afternoon of the accident.")
    assert told.at("telephoned").time is None
