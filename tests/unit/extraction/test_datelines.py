"""What stands before a dash is a place only when something says so."""

import pytest

from timeline_app.extraction.segmentation.datelines import find_dateline

LEAD = "The ferry ran aground off the northern coast with two hundred people aboard, the harbour board said."


@pytest.mark.parametrize(
    ("opening", "place", "date", "agency"),
    [
        ("NAIROBI, Aug. 14 (Meridian) — ", "Nairobi", "Aug. 14", "Meridian"),
        ("MOSCOW/KYIV, May 3 (Reuters) - ", "Moscow/Kyiv", "May 3", "Reuters"),
        ("Geneva, 3 May 2020 – ", "Geneva", "3 May 2020", None),
        ("GENEVA, Monday 4 May 2020 — ", "Geneva", "Monday 4 May 2020", None),
        ("Port of Spain, 3rd May 2020: ", "Port of Spain", "3rd May 2020", None),
        ("BEIRUT (AP) — ", "Beirut", None, "AP"),
        ("Paris (AFP) - ", "Paris", None, "AFP"),
        ("Salva (Meridian News) – ", "Salva", None, "Meridian News"),
        ("SALVA (Meridian) – ", "Salva", None, "Meridian"),
        ("Kyiv, Ukraine — ", "Kyiv, Ukraine", None, None),
        ("Fresno, Calif. — ", "Fresno, Calif.", None, None),
        ("PORT ELLERY, Coastland — ", "Port Ellery, Coastland", None, None),
        ("RIO DE JANEIRO — ", "Rio de Janeiro", None, None),
        ("OSLO – ", "Oslo", None, None),
        ("ALEPPO, SYRIA (7:30 P.M.) – ", "Aleppo, Syria", None, None),
    ],
)
def test_a_place_with_a_sign_is_a_dateline(opening: str, place: str, date: str | None, agency: str | None) -> None:
    found = find_dateline(opening + LEAD, 10)
    assert found is not None
    assert (found.place, found.date, found.agency) == (place, date, agency)
    assert (found.span.start, found.span.end) == (10, 10 + len(opening))


@pytest.mark.parametrize(
    "opening",
    [
        "NATO — ",
        "WHO – ",
        "COVID-19 — ",
        "USA: ",
        "BREAKING — ",
        "KEY POINTS — ",
        "WHAT WE KNOW — ",
        "RESULTS – ",
        "In Moscow, Putin — ",
        "However, Israel — ",
        "On Monday, May 3 — ",
        "John Smith (left) — ",
        "Hamas (in Gaza) — ",
        "Lavrov, Putin — ",
        "Salva — ",
        "Bob Woodward – ",
        "GDP — ",
        "May 3 — ",
        "Session One (9:30 a.m.) – ",
    ],
)
def test_other_words_before_a_dash_are_none(opening: str) -> None:
    assert find_dateline(opening + LEAD) is None


def test_an_acronym_that_the_paragraph_uses_again_is_no_place() -> None:
    assert find_dateline(f"ZANU — {LEAD} Its rivals accused ZANU of staging it.") is None


def test_a_line_on_its_own_is_no_dateline() -> None:
    assert find_dateline("OSLO – Ferry runs aground") is None
