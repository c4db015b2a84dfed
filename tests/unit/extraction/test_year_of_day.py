"""Days printed without a year: told with the year that weekdays, years and rights allow, never taken for today."""

import pytest

from timeline_app.extraction.publication import ContextOptions, publication_context
from timeline_app.extraction.segmentation import segment
from timeline_app.model.bounds import begin_until
from timeline_app.model.source import Evidence, PublicationContext

LEAD = " — The parliament of Ostria voted on Thursday to dismiss the premier, ending months of dispute over the budget."
BODY = "\n\nThe government took office in April 2021; the vote is the third since 2022. Elections are due by 2024."


def context(text: str) -> PublicationContext:
    return publication_context(text, segment(text), ContextOptions())


def published(found: PublicationContext) -> list[Evidence]:
    return [e for e in found.evidence if e.field == "published"]


def test_the_year_is_the_first_after_all_that_is_past_in_which_the_weekday_fits() -> None:
    found = context(f"SALVA, March 9 (Meridian){LEAD}{BODY}")
    assert [e.value for e in published(found)] == ["2023-03-09"]  # a Thursday; 2024 lies ahead


def test_a_weekday_alone_proposes_and_does_not_decide() -> None:
    found = context(f"SALVA, March 9 (Meridian){LEAD}{BODY}")
    assert found.published is None
    assert 0.5 <= published(found)[0].confidence < 0.6


@pytest.mark.parametrize(
    "more",
    [
        " The debate had begun on Monday, March 6.",
        "\n\n© 2023 Meridian",
        "\n\n© 1998-2023 Meridian",
        " The premier left the chamber on Thursday without a word.",
    ],
)
def test_a_second_sign_of_the_year_decides(more: str) -> None:
    assert begin_until(context(f"SALVA, March 9 (Meridian){LEAD}{BODY}{more}").published)[0] == "2023-03-09"


def test_without_a_weekday_nothing_is_proposed() -> None:
    lead = LEAD.replace(" on Thursday", "")
    assert not published(context(f"SALVA, March 9 (Meridian){lead}{BODY}"))


def test_a_month_after_the_datelines_moves_the_year_on() -> None:
    body = BODY.replace("April 2021; the vote is the third since 2022", "May 2022")
    assert published(context(f"SALVA, March 9 (Meridian){LEAD}{body}"))[0].value == "2023-03-09"


def test_german_datelines_are_read_too() -> None:
    text = (
        "SALVA, 14. Mai (dpa) – Am Freitag ist in der Altstadt von Salva ein Feuer ausgebrochen, wie die Polizei sagt."
    )
    assert published(context(text + " Der Prozess begann im April 2021."))[0].value == "2021-05-14"


def test_a_single_year_of_long_ago_decides_nothing() -> None:
    body = "\n\nIt is the first such vote since independence in 1948. The premier left the chamber on Thursday."
    assert context(f"SALVA, March 9 (Meridian){LEAD}{body}").published is None


HEAD = "World  Economy  Science\n\n{stamp}\n\nOstrian parliament dismisses premier\n\n"


@pytest.mark.parametrize(
    "stamp", ["9 MAR, 13:05", "9 Mar, 13:05   Updated at: 15:41", "Source: Meridian|03-09 13:05:46|Editor: ak"]
)
def test_a_page_prints_day_and_hour_above_its_story(stamp: str) -> None:
    text = HEAD.format(stamp=stamp) + f"SALVA, March 9. /MRD/. {LEAD[3:]} It met on Thursday.{BODY}"
    assert begin_until(context(text).published)[0] == "2023-03-09T13:05"


def test_rights_alone_propose_the_year_of_a_stamp() -> None:
    lead = LEAD.replace(" on Thursday", "").removeprefix(" — ")
    found = context(HEAD.format(stamp="9 MAR, 13:05") + lead + BODY + "\n\n© 2023 Meridian")
    assert found.published is None
    assert published(found)[0].value == "2023-03-09T13:05"


def test_a_score_or_an_hour_of_the_story_is_no_stamp() -> None:
    lead = LEAD.removeprefix(" — ")
    for line in ("Flight MD-03-09 13:05", "Match 12-09 3:1", "The sitting of 9 March, 13:05 to 15:00, in full"):
        found = context(f"{line}\n\n{lead}{BODY} They met on Thursday.\n\n© 2023 Meridian")
        assert found.published is None, line


def test_the_head_gives_the_hour_of_a_day_that_stands_elsewhere_with_its_year() -> None:
    text = "Ostria Campaign Assessment, March 9, 2023\n\nMira Holt and Jan Weir\n\nMarch 9, 7:15 pm ET\n\n"
    found = context(text + LEAD.removeprefix(" — ") + BODY)
    assert begin_until(found.published)[0] == "2023-03-09T19:15-05:00"


STORY = (
    "A ferry with 40 people on board sank off Salva on Wednesday, the coast guard said.\n\n"
    "It had been built in 1998 and repaired in 2020. The search went on until Wednesday night.\n\n© 2021 Meridian"
)


@pytest.mark.parametrize(
    ("stamp", "value"),
    [
        ("12 May", "2021-05-12"),
        ("Published 12 May", "2021-05-12"),
        ("12 May 2021 Last updated at 10:14 GMT", "2021-05-12T10:14Z"),
        ("5 hours ago", None),
        ("Last updated at 10:14 GMT", None),
        ("12 May\n\nThe lamps go out\n\n13 May", None),
    ],
)
def test_a_page_without_its_year_is_dated_by_evidence_alone(stamp: str, value: str | None) -> None:
    text = f"Meridian\n\nFerry sinks off Salva\n\n{stamp}\n\nShare\n\n{STORY}"
    context = publication_context(text, segment(text), ContextOptions())
    assert next((e.value for e in context.evidence), None) == value
    assert (context.published is None) == (value is None)
