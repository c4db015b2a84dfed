"""Where a text says when it was published, and that nothing is ever made up."""

import pytest

from timeline_app.extraction.publication import (
    TYPED,
    ContextOptions,
    context_warnings,
    publication_context,
    read_published,
)
from timeline_app.extraction.segmentation import segment
from timeline_app.model.calendar import DAY, HOUR, MINUTE, civil, day_number
from timeline_app.model.document_text import Origin
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import DateOrder, Evidence, PublicationContext
from timeline_app.model.time_value import TimeValue

STORY = (
    "Shelling stopped along the whole northern front, hours before envoys of both sides sat down in Salva for the "
    "first time since last summer. The ceasefire was supposed to begin two days earlier, but a rocket attack delayed "
    "it, local sources said. Neither side would say what had kept them apart for so long."
)


def context(text: str, **options: object) -> PublicationContext:
    return publication_context(text, segment(text), ContextOptions(**options))  # type: ignore[arg-type]


def instant(year: int, month: int, day: int, hour: int, minute: int, zone: str | None, offset: int | None) -> TimeValue:
    seconds = day_number(year, month, day) * DAY + hour * HOUR + minute * MINUTE
    return TimeValue.instant(seconds, zone=zone, offset=offset)


@pytest.mark.parametrize(
    "head",
    [
        "Guns fall silent\n\nMarch 11, 2016\n\n",
        "Guns fall silent\n\nFriday, March 11, 2016\n\n",
        "Guns fall silent\n\nFriday 11 March 2016\n\n",
        "Guns fall silent\n\n11. März 2016\n\n",
        "Guns fall silent\n\nPublished: 11 March 2016\n\n",
        "Guns fall silent\nPosted on March 11th, 2016 by frontdesk\n\n",
        "Guns fall silent\n\nDate: 2016-03-11\n\n",
        "Guns fall silent\n\nHanna Brightwater | 11 March 2016 | 3 min read\n\n",
        "Guns fall silent\n\nBy Hanna Brightwater, 11 March 2016\n\n",
        "Guns fall silent\n\nSALVA, 11 March 2016 (Meridian) — ",
        "Guns fall silent\n\nBy Hanna Brightwater\nSalva, March 11, 2016\n\n",
        "Guns fall silent\n\nSALVA, March 11, 2016 (Meridian)\n\n",
        "Guns fall silent\n\nResearch note, 11 March 2016\n\n",
        "Guns fall silent\n\nInterview: Hanna Brightwater. 11 March 2016\n\n",
        "Schüsse verstummen\n\nVon Hanna Brightwater, Salva, 11. März 2016\n\n",
        "Schüsse verstummen\n\nVeröffentlicht am 11. März 2016\n\n",
        "Minutes of the meeting held on 11 March 2016 at 7.30 pm\n\n",
        "Date of Report (Date of earliest event reported): March 9, 2016\n\nDated: March 11, 2016\n\n",
        "# Guns fall silent\n\n*Desk of the Northern Front, 11 March 2016*\n\n",
        "# Guns fall silent\n\n*Salva, 11 March 2016 (Friday)* — Meridian Wire\n\n",
        "Guns fall silent\n\nMarch 11, 2016 by H. Brightwater\n\n",
        "Guns fall silent\n\nAdopted by the Board on March 11, 2016\n\n",
        "Guns fall silent\n\nMar 11, 2016 - Desk of the Northern Front\n\n",
        "Guns fall silent\n\nSALVA, March 11, 2016. /MERIDIAN/. ",
        "Guns fall silent\n\nSALVA and TAMM CITY, March 11, 2016 /NorthernWire/ -- ",
        "Guns fall silent\n\nPresented to the Assembly\n\nDate of presentation: 11 March 2016\n\n",
        "From: desk@front.example\nTo: all@front.example\nDate: Fri, 11 Mar 2016\nSubject: Guns fall silent\n\n",
    ],
)
def test_the_text_says_its_day(head: str) -> None:
    assert context(head + STORY).published == TimeValue.day(2016, 3, 11)


@pytest.mark.parametrize(
    ("stamp", "time", "zone"),
    [
        ("Published: 11 March 2016 16:40 GMT", instant(2016, 3, 11, 16, 40, "UTC", 0), None),
        (
            "Published 11 March 2016, 4:40 p.m. EAT",
            instant(2016, 3, 11, 16, 40, "Africa/Nairobi", 180),
            "Africa/Nairobi",
        ),
        ("Updated: March 11, 2016 at 16:40 +0530", instant(2016, 3, 11, 16, 40, "+05:30", 330), "+05:30"),
        ("March 11, 2016 | 4:40 pm", instant(2016, 3, 11, 16, 40, None, None), None),
        ("2016-03-11T16:40:12Z", instant(2016, 3, 11, 16, 40, "UTC", 0), None),
    ],
)
def test_a_stamp_with_a_time_keeps_its_zone(stamp: str, time: TimeValue, zone: str | None) -> None:
    found = context(f"Guns fall silent\n\n{stamp}\n\n{STORY}")
    assert found.published == time
    assert found.time_zone == zone


def test_a_day_beside_the_river_is_no_byline() -> None:
    assert context("Guns fall silent\n\nMarch 11, 2016 by the river\n\n" + STORY).published is None


def test_a_stamp_is_moved_to_the_zone_that_the_analyst_names() -> None:
    found = context(f"Guns fall silent\n\nPublished: 11 March 2016 22:40 GMT\n\n{STORY}", time_zone="Asia/Amman")
    assert found.published == instant(2016, 3, 12, 0, 40, "Asia/Amman", 120)


def test_what_is_typed_wins_and_the_rest_is_kept_as_evidence() -> None:
    found = context(f"Guns fall silent\n\nMarch 11, 2016\n\n{STORY}", published="2016-03-10")
    assert found.published == TimeValue.day(2016, 3, 10)
    typed, stamped = found.evidence
    assert (typed.value, typed.where) == ("2016-03-10", TYPED)
    assert stamped.value == "2016-03-11"


def test_a_dateline_without_a_year_supports_the_date_that_has_one() -> None:
    text = f"Guns fall silent\n\n11 March 2016\n\nSALVA, March 11 (Meridian) — {STORY}"
    found = context(text)
    assert found.place == "Salva"
    assert "dateline" in found.evidence[0].where
    assert text[slice(found.evidence[0].span.start, found.evidence[0].span.end)] == "11 March 2016"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        f"SALVA, March 11 (Meridian) — {STORY}",
        f"The battle of Velden, 4 May 1786\n\n{STORY}",
        f"{STORY} The bridge was built on 3 May 1971 and has stood ever since.",
        f"The wall of Salva\n\nSalva, 9 November 1989\n\n{STORY} In 1994 the last stones were sold.",
        f"{STORY}\n\nView all comments\nzed\nSee http://salva.example/2016/03/11/talks and then tell me",
        f"{STORY}\n\nMore at http://salva.example/2016/03/11/talks",
    ],
    ids=[
        "no date",
        "dateline without year",
        "a date in the headline",
        "a date in the story",
        "place and day of a scene long before",
        "link in a comment",
        "link in the text",
    ],
)
def test_weak_evidence_is_never_chosen(text: str) -> None:
    assert context(text).published is None


def test_a_link_is_listed_as_evidence() -> None:
    found = context(f"{STORY}\n\nView all comments\nzed\nSee http://salva.example/2016/03/11/talks and then tell me")
    assert [(e.value, e.where) for e in found.evidence] == [("2016-03-11", "a link in a comment")]


def test_an_ambiguous_stamp_waits_for_the_date_order() -> None:
    text = f"Guns fall silent\n\nPublished: 3/4/2016\n\n{STORY}"
    assert context(text).published is None
    assert context(text, date_order=DateOrder.MDY).published == TimeValue.day(2016, 3, 4)
    assert context(text, date_order=DateOrder.DMY).published == TimeValue.day(2016, 4, 3)
    assert context(f"Guns fall silent\n\nPublished: 3/14/2016\n\n{STORY}").published == TimeValue.day(2016, 3, 14)


@pytest.mark.parametrize(
    ("typed", "zone", "value"),
    [
        ("2018-05-28", None, TimeValue.day(2018, 5, 28)),
        ("2018-05-28T14:05+03:00", None, instant(2018, 5, 28, 14, 5, "+03:00", 180)),
        ("2018-05-28T14:05Z", None, instant(2018, 5, 28, 14, 5, "UTC", 0)),
        ("2018-05-28T14:05", "Europe/Kyiv", instant(2018, 5, 28, 14, 5, "Europe/Kyiv", 180)),
        ("2018-05-28T14:05:59.123Z", None, instant(2018, 5, 28, 14, 5, "UTC", 0)),
        ("28 May 2018 14:05 GMT", None, instant(2018, 5, 28, 14, 5, "UTC", 0)),
    ],
)
def test_a_typed_date_is_read_as_a_day_or_a_minute(typed: str, zone: str | None, value: TimeValue) -> None:
    assert read_published(typed, zone) == value


@pytest.mark.parametrize("typed", ["", None, "yesterday", "2018-13-40", "28.5.", "2018", "2018-02-30", "x" * 5_000])
def test_what_cannot_be_read_is_no_date(typed: str | None) -> None:
    assert read_published(typed, None) is None


def test_an_unreadable_typed_date_is_told_and_serves_no_better_than_a_missing_one() -> None:
    options = ContextOptions(published="someday", time_zone="Mars/Olympus")
    dated = publication_context(f"Guns fall silent\n\nMarch 11, 2016\n\n{STORY}", (), options)
    assert dated.published == TimeValue.day(2016, 3, 11)
    assert "the text's own" in " ".join(context_warnings(dated, options))
    found = publication_context(f"Guns fall silent\n\n{STORY}", (), options)
    assert found.published is None
    assert found.time_zone is None
    told = " ".join(context_warnings(found, options))
    assert "someday" in told
    assert "Mars/Olympus" in told


def test_two_dates_in_conflict_are_told() -> None:
    text = f"Guns fall silent\n\nPublished: 11 March 2016\n\nMarch 15, 2016\n\n{STORY}"
    found = context(text)
    assert found.published == TimeValue.day(2016, 3, 11)
    assert "2016-03-15" in " ".join(context_warnings(found, ContextOptions()))


def test_an_assumed_zone_serves_where_the_text_names_none() -> None:
    found = context("Ferries stop\n\nPublished 14 October 2024 13:30\n\nIt rained.\n", assumed_zone="Asia/Tokyo")
    assert found.time_zone == "Asia/Tokyo"
    assert found.published is not None
    assert found.published.zone == "Asia/Tokyo"
    assert ("time_zone", "Asia/Tokyo", "the settings") in [(e.field, e.value, e.where) for e in found.evidence]


def test_an_assumed_zone_gives_way_to_a_stated_or_typed_one() -> None:
    stated = context("Ferries stop\n\nPublished 2024-10-14T13:30+03:00\n\nIt rained.\n", assumed_zone="Asia/Tokyo")
    assert stated.time_zone != "Asia/Tokyo"
    typed = context("Ferries stop\n", assumed_zone="Asia/Tokyo", time_zone="Europe/Kyiv")
    assert typed.time_zone == "Europe/Kyiv"
    assert context("Ferries stop\n", assumed_zone="Mars/Olympus").time_zone is None


def test_the_date_time_group_of_a_cable_is_its_date() -> None:
    found = context(f"R 111430Z MAR 16\nFM EMBASSY SALVA\nSUBJECT: GUNS FALL SILENT\n\n{STORY}")
    assert found.published == instant(2016, 3, 11, 14, 30, "UTC", 0)


@pytest.mark.parametrize("head", ["Geneva, March 2015", "Rights Monitor\nGeneva/Port Anselm, March 2015", "März 2015"])
def test_the_month_that_heads_a_report_is_proposed_and_not_taken(head: str) -> None:
    found = context(f"Killings at the market\n{head}\n\n{STORY}")
    assert found.published is None
    assert [(e.value, e.where) for e in found.evidence] == [("2015-03", "the month at the top")]


def test_a_month_inside_the_story_is_nobodys_date() -> None:
    assert context(f"Killings at the market\n\nIt began in March 2015.\n\n{STORY}").published is None


def test_a_typed_month_is_a_month() -> None:
    assert read_published("2015-03", None) == read_published("March 2015", None) == TimeValue.month(2015, 3)


def test_rows_of_a_table_date_what_they_tell_and_not_the_brief() -> None:
    rows = "2019-05-02 | Two officers killed\n3 May 2019 | Crossing closed\n19 May 2019 | Talks in Ferrana"
    found = context(f"The border crossing\n\nDate of information: 11 July 2019, 0600Z.\n\n{rows}\n\n{STORY}")
    assert {e.value[:10] for e in found.evidence} == {"2019-07-11"}


CHAT = (
    "03/02/2023, 21:14 - Mina: did it happen?\n03/02/2023, 21:16 - Oskar: yes\n"
    "06/02/2023, 18:05 - Petr: and now\n13/02/2023, 09:02 - Mina: good"
)


def test_the_stamps_of_a_chat_are_read_in_the_one_order_in_which_time_goes_on() -> None:
    assert context(CHAT).date_order is DateOrder.DMY
    assert context(CHAT.replace("13/02", "02/13").replace("03/02", "02/03").replace("06/02", "02/06")).date_order is (
        DateOrder.MDY
    )
    assert context(CHAT.replace("13/02", "07/02"), date_order=DateOrder.MDY).date_order is DateOrder.MDY


def test_an_hour_that_a_copied_page_runs_into_the_year_is_the_hour() -> None:
    found = context(f"Guns fall silent\n\nMarch 11, 20165:42 PM GMT\n\n{STORY}")
    assert found.published == instant(2016, 3, 11, 17, 42, "UTC", 0)


def test_the_stamp_below_an_agencys_story_is_its_day() -> None:
    head = f"Guns fall silent\n\nSALVA (Meridian) - {STORY}\n\n" + f"{STORY}\n\n" * 20
    assert context(f"{head}March 11, 2016 / 5:12 AM / 4 years ago\n").published == instant(
        2016, 3, 11, 5, 12, None, None
    )


def test_the_day_of_a_photograph_is_not_that_of_the_story() -> None:
    found = context(f"Guns fall silent\n\nPhoto: Hanna Brightwater, 6 March 2016\n\n{STORY}")
    assert found.published is None
    assert not found.evidence


def test_the_day_of_another_story_below_gives_way_to_the_day_above() -> None:
    found = context(f"Guns fall silent\n\nMarch 11, 2016\n\n{STORY}\n\nOther talks\n\nPublished On 8 March 2016\n")
    assert found.published == TimeValue.days(day_number(2016, 3, 11), day_number(2016, 3, 11))
    assert context_warnings(found, ContextOptions()) == ()


@pytest.mark.parametrize(
    ("line", "hour", "minute", "zone"),
    [
        ("Updated 6:10 AM EDT, Fri March 11, 2016", 6, 10, "-04:00"),
        ("Published 18:05 GMT, 11 March 2016", 18, 5, None),
    ],
)
def test_the_hour_may_stand_before_the_day(line: str, hour: int, minute: int, zone: str | None) -> None:
    found = context(f"Guns fall silent\n\n{line}\n\n{STORY}").published
    assert found is not None
    assert found.earliest_start == day_number(2016, 3, 11) * DAY + hour * HOUR + minute * MINUTE
    assert zone is None or found.zone == zone


def test_a_score_before_a_day_is_no_hour() -> None:
    found = context(f"Guns fall silent\n\nSalva 3:10, 11 March 2016\n\n{STORY}").published
    assert found is None or found == TimeValue.days(day_number(2016, 3, 11), day_number(2016, 3, 11))


@pytest.mark.parametrize(
    "line", ["Submitted to the Governor of Salva on the 15th day of November, 2021", "15.11.2021", "15 November 2021"]
)
def test_ways_to_write_the_day_of_a_report(line: str) -> None:
    found = context(f"Report on the Salva quay\n\n{line}\n\nThe quay fell in October 2021. Nobody was hurt.").published
    assert found == TimeValue.days(day_number(2021, 11, 15), day_number(2021, 11, 15))


def test_between_dots_the_day_stands_first() -> None:
    found = context(f"Guns fall silent\n\n07.04.2016\n\n{STORY}").published
    assert found == TimeValue.days(day_number(2016, 4, 7), day_number(2016, 4, 7))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Updated: 10/9/10 7:15 AM EDT", (2010, 10, 9)),
        ("First Posted: 08-13-10 05:18 PM", (2010, 8, 13)),
        ("Posted 8/17/13 11:04am", (2013, 8, 17)),
        ("12 May 2011 Last updated at 10:14 GMT", (2011, 5, 12)),
    ],
)
def test_hours_beside_short_dates_show_what_they_are(line: str, day: tuple[int, int, int]) -> None:
    text = f"Ferry aground off Salva\n\n{line}\n\nA ferry ran aground off Salva in the night, the coast guard said.\n"
    published = publication_context(text, segment(text), ContextOptions()).published
    assert published is not None
    assert published.first_day is not None
    assert tuple(civil(published.first_day)) == day


def test_two_figures_without_an_hour_are_no_year() -> None:
    text = "Ferry aground\n\n10/9/10\n\nA ferry ran aground off Salva in the night, the coast guard said.\n"
    assert publication_context(text, segment(text), ContextOptions()).published is None


@pytest.mark.parametrize(
    "url",
    ["https://news.example.org/2019/WORLD/03/12/ferry/index.html", "https://news.example.org/world/2019/mar/12/ferry"],
)
def test_addresses_with_a_section_or_a_month_in_letters(url: str) -> None:
    text = "Ferry aground\n\nA ferry ran aground off Salva in the night, the coast guard said.\n"
    context = publication_context(text, segment(text), ContextOptions(), Origin(kind="html", url=url))
    assert context.published is not None
    assert context.published.first_day is not None
    assert tuple(civil(context.published.first_day)) == (2019, 3, 12)


def test_midnight_in_a_page_s_fields_is_a_day() -> None:
    text = "Ferry aground\n\nA ferry ran aground off Salva in the night, the coast guard said.\n"
    evidence = (Evidence("published", "2019-03-12T00:00:00-04:00", "the page's “date”", 0.9),)
    context = publication_context(text, segment(text), ContextOptions(), Origin(kind="html", evidence=evidence))
    assert context.published is not None
    assert context.published.granularity is Granularity.DAY


@pytest.mark.parametrize(
    "line", ["Founded 5 May 1905", "Est. 1 May 1821", "Published daily since 3 May 1821", "Founded May 1905"]
)
def test_when_a_paper_was_founded_dates_no_report(line: str) -> None:
    text = f"The Salva Courier\n\n{line}\n\nA ferry ran aground off Salva in the night, the coast guard said.\n"
    context = publication_context(text, segment(text), ContextOptions())
    assert context.published is None
    assert not context.evidence
