"""Titles and days of sentences in which the parser hangs a word on the wrong one, or takes a verb for a noun."""

from typing import Any

import pytest

from timeline_app.model.bounds import begin_until

TITLES = [
    (
        "On 4 March a passenger plane overshot the runway and ended up in a lake.",
        "overshot",
        "Passenger plane overshot",
    ),
    (
        "The council banned all ships registered in Osk from its ports in 2019.",
        "banned",
        "Council banned all ships registered in Osk from its ports",
    ),
    (
        "Tarn suspended the airline's licence hours after the crash on Monday.",
        "suspended",
        "Tarn suspended the airline",
    ),
    ("The plane hit a hillside minutes after taking off on Monday.", "hit", "Plane hit a hillside"),
    (
        "A second round was called off on 4 March after the arrest of a farmer, Udo Lodd, near the lake.",
        "called",
        "Second round was called off",
    ),
    ("The crew had arrived from Osk on Tuesday and were due to fly back on Saturday.", "were", "Crew were due to fly"),
    ("The crew had arrived from Osk on Tuesday and left on Thursday.", "left", "Crew left"),
]


@pytest.mark.parametrize(("text", "head", "title"), TITLES)
def test_a_title_is_made_of_its_own_words(read: Any, text: str, head: str, title: str) -> None:
    assert read(text).at(head).title.startswith(title)


def test_no_title_runs_on_with_a_name_of_another_phrase(read: Any) -> None:
    text = "A second round was called off on 4 March after the arrest of a farmer, Udo Lodd, near the lake."
    assert "Lodd" not in read(text).at("called").title


@pytest.mark.parametrize(
    ("text", "head", "day"),
    [
        ("The council banned all ships registered in Osk from its ports in 2019.", "banned", "2019-01-01"),
        ("The bridge has been shut since a raid on 4 March in which two guards were killed.", "killed", "2024-03-04"),
        ("A second round, planned for 6 March, was called off 48 hours beforehand.", "called", "2024-03-04"),
    ],
)
def test_a_day_is_of_what_it_is_said_of(read: Any, text: str, head: str, day: str) -> None:
    assert read(text).dates(head)[0] == day


def test_a_firm_registered_on_a_day_is_not_banned_then(read: Any) -> None:
    told = read("The council fined a firm registered in Osk in 2019 for the spill on Monday.")
    assert told.dates("fined")[0] != "2019-01-01"


def test_a_place_that_people_left_is_the_one_whose_port_fell(read: Any) -> None:
    told = read("Osk signed a pact in 2001. Thousands fled Tarn in May 2003 after its port fell on 4 May 2003.")
    assert told.at("fell").title == "Tarn’s port fell"


def test_what_is_counted_from_a_time_is_another(read: Any) -> None:
    told = read("Pedestrians will be able to cross from 1 August and trucks a month later.")
    assert told.dates("cross")[0] == "2024-08-01"


def test_a_day_of_mourning_is_on_its_day(read: Any) -> None:
    told = read("The president declared Saturday a day of national mourning. A train crashed on Thursday.")
    assert ("Day of national mourning", "2024-03-16") in {(m.title, begin_until(m.time)[0]) for m in told.shown}


def test_what_is_made_of_a_day_without_an_event_is_none(read: Any) -> None:
    told = read("The president declared Saturday a holiday. A train crashed on Thursday.")
    assert all(begin_until(m.time)[0] != "2024-03-16" for m in told.shown)
