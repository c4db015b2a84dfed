"""Verbs that the parser joins to the clause beside them: each event keeps its own doer."""

from typing import Any

import pytest


def titles(read: Any, text: str) -> list[str]:
    return [m.title for m in read(text).shown]


def test_what_is_done_when_somebody_dies_is_not_done_by_the_dead(read: Any) -> None:
    text = "The guards were suspended the day after Holm died and returned to duty in January."
    assert "Guards returned to duty" in titles(read, text)
    text = "Holm died in January and left three children."
    assert not any(title.startswith("Guards") for title in titles(read, text))


def test_who_answers_a_call_opens_the_door(read: Any) -> None:
    text = "Holm was killed on 4 March when two guards answering a call opened the gate of his yard."
    assert titles(read, text)[0] == "Holm was killed when two guards answering a call opened the gate of his yard"
    text = "Holm was killed on 4 March when two guards were answering a call."
    assert "Two guards opened" not in " ".join(titles(read, text))


def test_who_is_held_while_others_search_is_released(read: Any) -> None:
    text = "Holm was held on 4 March while guards were searching the yard and released on 5 March."
    assert titles(read, text) == ["Holm was held", "Holm was released"]


def test_a_rank_is_no_verb(read: Any) -> None:
    assert titles(read, "Holm was promoted to sergeant in January.") == ["Holm was promoted to sergeant"]
    assert titles(read, "The state promised in January to free Holm.") == ["State promised to free Holm"]


def test_what_is_added_to_a_list_is_done_and_not_said(read: Any) -> None:
    told = read("The flaw was disclosed on 4 March and added to the register on 8 March.")
    assert told.dates("added") == ("2024-03-08", "2024-03-08")
    assert len(told.shown) == 2


def test_who_follows_within_a_time_does_so(read: Any) -> None:
    assert "Four others followed" in titles(read, "The mayor quit on 4 March; four others followed before 8 March.")
    assert titles(read, "The leak followed before the vote on 4 March.") == ["Vote"]


def test_so_many_days_before_that_are_counted_from_what_was_told(read: Any) -> None:
    assert read("Holm left on 8 March. A guard was held two days before that.").dates("held")[0] == "2024-03-06"


def test_it_is_none_of_two(read: Any) -> None:
    text = "Panama struck it off in 2019. {} later did the same. In January it was repainted at a yard."
    assert not any(t.startswith("Norland and") for t in titles(read, text.format("Norland and Sarkia")))


def test_who_is_seen_does_it_and_not_what_saw_him(read: Any) -> None:
    told = titles(read, "Wiretaps recorded him telling the owner on 4 March that the mill was safe.")
    assert not any(title.startswith("Wiretaps told") for title in told)
    told = titles(read, "Cameras filmed Holm leaving the yard on 4 March.")
    assert not any(title.startswith("Cameras left") for title in told)
    assert "Guards left the yard" in titles(read, "Guards searched him, leaving the yard on 4 March.")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The base, which rebels captured on 4 March, lies near Tarn.", "Rebels captured the base"),
        ("The base that rebels captured on 4 March lies near Tarn.", "Rebels captured the base"),
        ("Mount Tarn, which state forces bombed on 4 March, lies in the north.", "State forces bombed Mount Tarn"),
        ("They flew over Mount Tarn, which state forces retook on 4 March.", "State forces retook Mount Tarn"),
        ("The army said that rebels captured on 4 March were dead.", "Rebels captured"),
        ("The raid, in which nine men seized on 4 March were freed, was long.", "Nine men seized"),
    ],
)
def test_who_did_it_in_a_clause_on_what_it_was_done_to(read: Any, text: str, title: str) -> None:
    assert title in titles(read, text)


def test_three_deeds_of_one_list_have_the_time_of_the_last(read: Any) -> None:
    text = "The tanker listed off the pier, scraped a bridge and capsized at 7:55 on 4 March. Nine men died; two lived."
    told = read(text)
    assert told.dates("scraped") == told.dates("capsized") == ("2024-03-04T07:55", "2024-03-04T07:55")
    assert told.dates("died") == ("2024-03-04T07:55", "2024-03-04T07:55")


def test_what_opens_on_a_day_is_a_verb(read: Any) -> None:
    told = read("Applications open on 1 June and close on 30 June.")
    assert told.dates("open")[0][5:] == "06-01"
    assert told.dates("close")[0][5:] == "06-30"
    beside = read("Shops close to the square burned on Tuesday.")
    assert [m.title for m in beside.shown] == ["Shops close to the square burned"]


def test_behind_a_semicolon_another_clause_has_its_verb(read: Any) -> None:
    text = "Prosecutors charged him in November 2020; the trial, delayed by a strike, opened on 9 May 2021."
    assert titles(read, text) == ["Prosecutors charged him", "Trial, delayed by a strike, opened"]
    text = "Norland ended its airlift on Saturday after flying out 80 people; Ossland's first flight left on Tuesday."
    assert titles(read, text) == ["Norland ended its airlift", "Ossland's first flight left"]
    text = "Two died on Monday; a third, injured by glass, was sent home on Tuesday."
    assert titles(read, text) == ["Two died", "Third, injured by glass, was sent home"]


def test_behind_a_long_aside_the_first_verb_is_the_main_one(read: Any) -> None:
    text = "The bank, once hailed as a star among lenders, filed for insolvency on Monday after talks about it failed."
    assert titles(read, text)[0].endswith("filed for insolvency")
    assert "Bank failed" not in " ".join(titles(read, text))
    text = "On 4 March some 200 tractors parked in front of the office."
    assert titles(read, text) == ["Some 200 tractors parked in front of the office"]


def test_how_many_is_no_part_of_a_date(read: Any) -> None:
    told = read("In an ambush near Tarn on 2 March 40 soldiers were killed. On 3 March 12 people died.")
    assert [m.title for m in told.shown] == ["40 soldiers were killed", "12 people died"]
    assert told.dates("killed") == ("2024-03-02", "2024-03-02")
    year = read("On 5 June 2023 officers resigned.")
    assert year.dates("resigned") == ("2023-06-05", "2023-06-05")


def test_a_past_form_read_as_a_noun_is_a_verb(read: Any) -> None:
    text = "Fighters, who came in 2021, have since taken several camps, and the army retook Kidal in November."
    assert "Army retook Kidal" in titles(read, text)


def test_what_data_showed_is_what_they_tell(read: Any) -> None:
    told = read("A tanker boarded in the gulf has been taken to a port, satellite data showed on Saturday.")
    assert told.at("showed").title.startswith("Satellite data showed a tanker")
    assert told.dates("taken") == ("2024-03-09", "2024-03-09")


def test_what_was_said_the_same_evening_is_no_clause_on_the_evening(read: Any) -> None:
    told = read("The ship was boarded on Thursday. Tarn said the same evening that its navy had acted.")
    assert told.at("said").title == "Tarn said that its navy had acted"
