"""What a chronology takes in and what it leaves out."""

from typing import Any

import pytest

from timeline_app.model.annotation import Modality
from timeline_app.model.source import DocumentKind

NO_EVENTS = [
    "Did anyone contact the ICRC in October?",
    '"We waited far too long for this day," the mayor said.',
    "The leak came just three days after a raid on a customs post.",
    "It is the third such accident in Philippine waters this year.",
    "They closed the crossings, as they did last autumn.",
    "Some 200 people attended. Nobody was hurt.",
    "This follows a statement on Monday.",
    # How things are, what somebody only meant to do, when a picture was taken, what is held on no one day.
    "The night of 12 May was calm.",
    "The mood on Monday was similar to that of last year.",
    "The singer was there to present her album on Monday.",
    "A pupil was willing to miss lessons on Thursday.",
    "The forms are part of efforts to clear the backlog by the end of the year.",
    "In the picture, taken at 10:41 local time on Sunday, the quay is empty.",
    "Today, about 10,000 people use the old tongue.",
    "The professor, Ada Lund, says it is crucial that children sleep.",
    "Norland has always denied the claim.",
    "Norland and Velmar have maintained a policy of open doors.",
    "Posted on 9 May 2018",
]

EVENTS = [  # look like the above and stand
    ("Five miners were missing on Sunday.", "Five miners were missing"),
    ("Parliament is due to convene on Friday.", "Parliament is due to convene"),
    ("The festival runs through 11 March.", "Festival runs"),
    ("The army tried to retake the town on Monday.", "Army tried to retake the town"),
    ("The minister meets union leaders today.", "Minister meets union leaders"),
    ("Norland says it has sold the mine.", "Norland says it has sold the mine"),
    ("Arrived at the base camp on 9 May 2018.", "Arrived at the base camp"),
    ("Dmitri Holt was in Tehran on Sunday.", "Dmitri Holt was in Tehran"),
]

TITLES = [
    ("The mine flooded last Friday. It will reopen in June.", ["Mine flooded", "Mine will reopen"]),
    (
        "The notice was late because it was not received until 4 October 2023.",
        ["It was not received until 4 October 2023"],
    ),
    ("The vote was postponed to next Tuesday.", ["Vote was postponed to next Tuesday"]),
    ("Workers ended an 18-day strike on Monday.", ["Workers ended an 18-day strike"]),
    ("The checkpoint was attacked last Thursday; the army blamed M23.", ["Checkpoint was attacked"]),
    (
        "At 11am on Monday the mayor cut the ribbon in front of 200 people.",
        ["Mayor cut the ribbon in front of 200 people"],
    ),
    ("The firm stopped making payments in May 2023.", ["Firm stopped making payments"]),
    ("Velmar voted in 2019 to end imports.", ["Velmar voted to end imports"]),
    ("Police appealed to anyone who saw a van on Saturday.", []),
    ("Officials said on Monday that a bridge collapsed on Sunday.", ["Bridge collapsed"]),
    ("A fire that broke out on Sunday destroyed the mill.", ["Fire broke out", "Fire destroyed the mill"]),
    (
        "At least nine people died when a shell hit the market on Monday.",
        ["At least nine people died when a shell hit the market"],
    ),
]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_trivia_are_no_events(read: Any, text: str) -> None:
    assert read(text, kind=DocumentKind.NEWS).shown == []


@pytest.mark.parametrize(("text", "title"), EVENTS, ids=[t[:40] for t, _ in EVENTS])
def test_what_only_looks_slight_stands(read: Any, text: str, title: str) -> None:
    assert [m.title for m in read(text, kind=DocumentKind.NEWS).shown] == [title]


@pytest.mark.parametrize(("text", "titles"), TITLES, ids=[t[:40] for t, _ in TITLES])
def test_titles_of_what_stands(read: Any, text: str, titles: list[str]) -> None:
    assert [m.title for m in read(text).shown] == titles


def test_a_thing_told_before_is_named_where_no_other_could_be_meant(read: Any) -> None:
    assert "Pump was repaired" in [m.title for m in read("The pump failed last week. It was repaired on Monday.").shown]
    unsafe = read("The army shelled the bridge on Friday. It was repaired on Monday.")
    assert "It was repaired" in [m.title for m in unsafe.shown]
    other = read("The pump failed last week.\n\nIt was repaired on Monday.")
    assert "It was repaired" in [m.title for m in other.shown]


def test_a_headline_in_the_present_tells_what_happened(read: Any) -> None:
    text = "Quake kills 11 in Peru\n\nLIMA (AP) - A quake killed 11 people in northern Peru on Thursday, police said.\n"
    assert all(m.modality is Modality.HAPPENED for m in read(text).shown)


def test_an_attempt_was_made_and_what_was_due_was_not(read: Any) -> None:
    assert read("The army tried to retake the town on Monday.").shown[0].modality is Modality.HAPPENED
    assert read("The raid came hours before the council was due to meet.").at("was").modality is Modality.PLANNED


def test_what_was_aimed_at_or_asked_for_did_not_happen(read: Any) -> None:
    assert read("Please confirm that the permits were renewed last month.").at("renewed").modality is Modality.POSSIBLE
    assert read("The second assault failed in October 2023.").at("assault").modality is Modality.HAPPENED


def test_a_long_endless_text_is_read_in_linear_time(read: Any) -> None:
    text = "On Monday the army shelled the town of Tarn and it fled, he said. " * 400
    assert read(text).shown


def test_what_i_did_to_something_is_a_deed_of_mine(read: Any) -> None:
    told = read("We arrived on 11 August 2016 and I claimed asylum the same day. This followed on 4 May 2017.")
    assert told.at("claimed").salient
    assert not told.at("followed").salient
