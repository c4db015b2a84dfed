"""What a news story tells without a time: of the day on which it appears, or of the day that it names later."""

from typing import Any

NONE = (None, None)


def test_a_story_of_today_goes_on_that_day(read: Any) -> None:
    told = read("A court in Mira has jailed a driver. The council rejected a plea to pay him.")
    day = told.dates("jailed")
    assert day != NONE
    assert told.dates("rejected") == day


def test_a_story_of_today_that_looks_back_tells_another_day(read: Any) -> None:
    told = read("A court in Mira has jailed a driver. The council had previously rejected a plea to pay him.")
    assert told.dates("rejected") == NONE
    told = read("Erik Lund says he is innocent. Two guards were killed by thieves in Mira.")
    assert told.dates("killed") == NONE  # who only says something may say it of anything


def test_what_somebody_has_done_is_news_of_today(read: Any) -> None:
    told = read("A court in Mira has jailed a driver. The ministry has put an offer to the crews.")
    assert told.dates("put") == told.dates("jailed") != NONE
    told = read("A court in Mira has jailed a driver. Tensions have risen across the coast.")
    assert told.dates("risen") == NONE


def test_a_term_does_not_last_and_talks_do(read: Any) -> None:
    told = read("A man has been jailed for five years for a theft. He was calm.")
    assert told.dates("jailed") != NONE
    told = read("A court in Mira has jailed a driver. The crews have been locked in talks for two days.")
    assert told.dates("locked") == NONE


def test_news_has_the_day_on_which_it_is_told_again(read: Any) -> None:
    told = read("A boy has been killed in a crash near Mira. The crash happened on Tuesday.")
    assert told.dates("killed") == ("2024-03-12", "2024-03-12")


def test_another_deed_of_the_kind_dates_no_news(read: Any) -> None:
    told = read("A boy has been killed in a crash near Mira. Another crash happened on Tuesday.")
    assert told.dates("killed") != ("2024-03-12", "2024-03-12")


def test_an_arrest_that_is_told_again_with_its_day_was_on_that_day(read: Any) -> None:
    text = "Police have arrested a driver over the crash.\n\nThe driver was arrested on Tuesday at his home in Mira."
    assert read(text).dates("arrested")[0] == "2024-03-12"
    text = "Police have arrested a driver over the crash.\n\nAnother driver was arrested on Tuesday in Mira."
    assert read(text).dates("arrested")[0] == "2024-03-15"
