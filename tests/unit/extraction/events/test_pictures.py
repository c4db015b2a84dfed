"""What pictures show is told of their day, however the day is said of them."""

from typing import Any

import pytest

from timeline_app.model.annotation import Modality
from timeline_app.model.bounds import begin_until

STORY = "A shell hit the depot on 1 March, and the province blamed the army. Two analysts compared what was filmed. "


@pytest.mark.parametrize(
    ("sentence", "title", "day"),
    [
        ("A satellite image of 4 March shows four trucks.", "Satellite image shows four trucks", "2024-03-04"),
        ("Images from Orbit Lab on 4 March show a roof.", "Images from Orbit Lab show a roof", "2024-03-04"),
        ("A 4 March drone image shows a crater.", "Drone image shows a crater", "2024-03-04"),
        (
            "Imagery dated 4 March showed that the roof had fallen in.",
            "Imagery showed that the roof had fallen in",
            "2024-03-04",
        ),
        (
            "Footage posted online on 4 March showed guards at the gate.",
            "Footage posted online showed guards at the gate",
            "2024-03-04",
        ),
    ],
)
def test_what_a_picture_shows_is_of_its_day(read: Any, sentence: str, title: str, day: str) -> None:
    told = {m.title: m.time for m in read(STORY + sentence).shown}
    assert begin_until(told.get(title))[0] == day


@pytest.mark.parametrize(
    ("sentence", "title", "day"),
    [
        (
            "An invoice dated 4 March lists 400 crates of shells.",
            "Invoice lists 400 crates of shells",
            "2024-03-04",
        ),
        (
            "A customs form dated 4 March names Osk Trading as the buyer.",
            "Customs form names Osk Trading as the buyer",
            "2024-03-04",
        ),
        (
            "Bank statements dated February 2024 show payments of two million euros.",
            "Bank statements show payments of two million euros",
            "2024-02-01",
        ),
        (
            "Internal e-mails dated February 2024 show that a guard warned the manager.",
            "Internal e-mails show that a guard warned the manager",
            "2024-02-01",
        ),
        (
            "A memo dated 4 March described a leak at the valve.",
            "Memo described a leak at the valve",
            "2024-03-04",
        ),
    ],
)
def test_what_a_paper_says_is_of_its_date(read: Any, sentence: str, title: str, day: str) -> None:
    told = {m.title: m for m in read(STORY + sentence).shown}
    assert begin_until(told[title].time)[0] == day
    assert told[title].modality is Modality.HAPPENED


@pytest.mark.parametrize(
    "sentence",
    [
        "A man dated 4 March names of officers in his diary.",
        "A letter dated 4 March was read out in court.",
        "He kept a list dated 4 March.",
    ],
)
def test_a_date_on_a_paper_is_no_event(read: Any, sentence: str) -> None:
    assert [m for m in read(STORY + sentence).shown if begin_until(m.time)[0] == "2024-03-04"] == []


def test_what_was_posted_is_no_more_than_posted(read: Any) -> None:
    told = read(STORY + "A video circulated on 4 March and the army said it showed a truck.")
    assert told.dates("circulated")[0] == "2024-03-04"
    assert read(STORY + "A video posted on 4 March was a fake.").dates("posted")[0] == "2024-03-04"
