"""What came with a file says when it was published: how the kinds of evidence support and contradict each other."""

import pytest

from timeline_app.extraction.publication import ContextOptions, context_warnings, publication_context
from timeline_app.extraction.segmentation import segment
from timeline_app.model.calendar import DAY, HOUR, MINUTE, day_number
from timeline_app.model.document_text import Origin
from timeline_app.model.source import DocumentKind, Evidence, PublicationContext
from timeline_app.model.time_value import TimeValue

STORY = (
    "Shelling stopped along the whole northern front, hours before envoys of both sides sat down in Salva for the "
    "first time since last summer. Neither side would say what had kept them apart for so long."
)


def said(value: str, where: str = "the page's JSON-LD “datePublished”", confidence: float = 0.95) -> Evidence:
    return Evidence("published", value, where, confidence)


def context(
    text: str = STORY, name: str = "", url: str = "", *evidence: Evidence, **options: object
) -> PublicationContext:
    origin = Origin(evidence=evidence, url=url)
    return publication_context(text, segment(text), ContextOptions(**options), origin, name)  # type: ignore[arg-type]


def minute(day: tuple[int, int, int], hour: int, minutes: int, zone: str, offset: int) -> TimeValue:
    return TimeValue.instant(day_number(*day) * DAY + hour * HOUR + minutes * MINUTE, zone=zone, offset=offset)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2016-03-11", TimeValue.day(2016, 3, 11)),
        ("2016-03-11T16:40:00+02:00", minute((2016, 3, 11), 16, 40, "+02:00", 120)),
        ("2016-03-11T16:40:00.000Z", minute((2016, 3, 11), 16, 40, "UTC", 0)),
        ("2016-03-11 16:40:00 +0200", minute((2016, 3, 11), 16, 40, "+02:00", 120)),
        ("Fri, 11 Mar 2016 16:40:00 -0500 (EST)", minute((2016, 3, 11), 16, 40, "-05:00", -300)),
        ("20160311", TimeValue.day(2016, 3, 11)),
        ("20160311T164000Z", minute((2016, 3, 11), 16, 40, "UTC", 0)),
        ("March 11, 2016 4:40 pm", TimeValue.instant(day_number(2016, 3, 11) * DAY + 16 * HOUR + 40 * MINUTE)),
    ],
)
def test_every_way_of_writing_a_date_is_read_with_its_zone(written: str, value: TimeValue) -> None:
    assert context(STORY, "", "", said(written)).published == value


def test_evidence_keeps_the_zone_in_which_it_is_written() -> None:
    [item] = context(STORY, "", "", said("Fri, 11 Mar 2016 16:40:00 -0500")).evidence
    assert (item.value, item.span) == ("2016-03-11T16:40-05:00", None)


def test_the_time_is_taken_from_the_place_that_has_one() -> None:
    found = context(f"Guns fall silent\n\n11 March 2016\n\n{STORY}", "", "", said("2016-03-11T16:40Z", confidence=0.8))
    assert found.published == minute((2016, 3, 11), 16, 40, "UTC", 0)


@pytest.mark.parametrize(
    ("name", "url", "evidence"),
    [
        ("2016-03-11 report.pdf", "", ()),
        ("report_20160311.pdf", "", ()),
        ("Report 11 March 2016.docx", "", ()),
        ("", "", (said("2016-03-11", "the PDF's properties, when it was made", 0.5),)),
        ("", "", (said("2016-03-11", "a time on the page", 0.3),)),
    ],
)
def test_one_weak_place_alone_is_proposed_and_not_taken(name: str, url: str, evidence: tuple[Evidence, ...]) -> None:
    found = context(STORY, name, url, *evidence)
    assert found.published is None
    assert found.evidence[0].value == "2016-03-11"


def test_two_weak_places_of_different_kinds_that_agree_are_taken() -> None:
    made = said("2016-03-11T09:00+01:00", "the PDF's properties, when it was made", 0.5)
    assert context(STORY, "2016-03-11 report.pdf", "", made).published is not None
    changed = said("2016-03-11T10:00+01:00", "the PDF's properties, when it was changed", 0.4)
    assert context(STORY, "report.pdf", "", made, changed).published is None  # one program wrote both


def test_a_pages_own_address_dates_it() -> None:
    found = context(STORY, "", "https://salva.example/news/2016/03/11/guns-fall-silent")
    assert found.published == TimeValue.day(2016, 3, 11)
    assert found.evidence[0].where == "the page's address"
    assert context(STORY, "", "https://salva.example/2016/guns").published is None


@pytest.mark.parametrize(("other", "day"), [("2016-04-03", 3), ("2016-03-04", 4)])
def test_a_date_in_figures_is_read_as_the_day_that_another_place_names(other: str, day: int) -> None:
    found = context(f"Guns fall silent\n\nPublished: 3/4/2016\n\n{STORY}", f"{other}.txt")
    assert found.published == TimeValue.day(2016, 4 if day == 3 else 3, day)


def test_places_that_contradict_each_other_are_told() -> None:
    options = ContextOptions()
    text = f"Guns fall silent\n\nPublished: 14 March 2016\n\n{STORY}"
    found = publication_context(text, segment(text), options, Origin(evidence=(said("2016-03-11"),)))
    [warning] = context_warnings(found, options)
    assert "2016-03-11" in warning
    assert "2016-03-14" in warning


@pytest.mark.parametrize(
    "text",
    [
        f"Guns fall silent\n\nUpdated: 14 March 2016\n\n{STORY}",
        f"Guns fall silent\n\nSALVA, 10 March 2016 (Meridian) — {STORY}",
    ],
    ids=["a later change", "a dateline of the day before"],
)
def test_a_later_change_and_an_earlier_dateline_contradict_nothing(text: str) -> None:
    options = ContextOptions()
    found = publication_context(text, segment(text), options, Origin(evidence=(said("2016-03-11"),)))
    assert found.published == TimeValue.day(2016, 3, 11)
    assert context_warnings(found, options) == ()


def test_a_page_was_not_published_after_it_was_saved() -> None:
    saved = Evidence("captured", "Sat, 12 Mar 2016 10:00:00 -0000", "the note of when it was saved", 0.9)
    later = context(STORY, "", "", said("2019-05-01"), saved)
    assert later.published is None
    assert saved in later.evidence
    assert context(STORY, "", "", said("2016-03-11"), saved).published == TimeValue.day(2016, 3, 11)


def test_weekdays_told_in_the_text_speak_for_a_year_or_against_it() -> None:
    text = f"{STORY} The envoys met on Friday, March 11, and will meet again on Monday, March 14."
    fits = context(text, "2016-03-12.txt").evidence[0]
    misfits = context(text, "2017-03-12.txt").evidence[0]
    assert fits.confidence > misfits.confidence
    assert "do not fit" in misfits.where


def test_a_weekday_with_a_day_proposes_the_year_where_nothing_else_does() -> None:
    text = f"{STORY} The truce of 2014 had failed. The envoys met on Friday, March 11."
    found = context(text)
    assert found.published is None
    [proposed] = found.evidence
    assert proposed.value == "2016-03-11"
    assert "Friday, March 11" in proposed.where
    assert proposed.span is not None


def test_as_of_at_the_top_of_a_report_is_its_date() -> None:
    assert context(f"Salva: Flash Update No. 3\n\nAs of 18 August 2021\n\n{STORY}").published == TimeValue.day(
        2021, 8, 18
    )
    assert context(f"{STORY}\n\nThe camp held 300 people as of 18 August 2021, he said.").published is None


def test_a_message_is_an_email_whatever_it_tells() -> None:
    origin = Origin(document_kind=DocumentKind.EMAIL)
    assert publication_context(STORY, (), ContextOptions(), origin).document_kind is DocumentKind.EMAIL
    told = ContextOptions(document_kind=DocumentKind.REPORT)
    assert publication_context(STORY, (), told, origin).document_kind is DocumentKind.REPORT


def test_a_later_change_on_the_line_of_publication_is_no_rival() -> None:
    line = "14 November 2023, 09:12 Updated 15 November 2023, 18:40"
    found = context(f"Guns fall silent\n\n{line}\n\n{STORY}")
    assert found.published == TimeValue.instant(day_number(2023, 11, 14) * DAY + 9 * HOUR + 12 * MINUTE)
    assert context_warnings(found, ContextOptions()) == ()


def test_a_row_of_facts_dates_what_the_page_is_about() -> None:
    found = context(f"The siege of Salva\n\nDate\t17 April 1987\nDeaths\t4\n\n{STORY}", "", "", said("2009-06-12"))
    assert found.published == TimeValue.day(2009, 6, 12)
    assert context_warnings(found, ContextOptions()) == ()


def test_a_row_of_the_form_that_heads_a_report_dates_the_report() -> None:
    found = context(f"To\tHead of Mission\nFrom\tField Office\nDate\t24 May 2021\nSubject\tSalva\n\n{STORY}")
    assert found.published == TimeValue.day(2021, 5, 24)


def test_days_that_a_stamp_spans_are_those_of_what_is_told() -> None:
    assert context(f"Mission to Salva\n\nDate: 12–14 May 2021\n\n{STORY}").published is None


def test_an_issue_is_of_its_day_whatever_it_is_about() -> None:
    assert context(f"Security update, 21 May 2021: Salva\n\n{STORY}").published == TimeValue.day(2021, 5, 21)


def test_dates_of_quoted_messages_are_no_rivals_of_a_message() -> None:
    quoted = "From: B\nSent: Wednesday, March 6, 2019 23:14\n\nSo be it."
    text = f"From: A\nDate: Fri, 8 Mar 2019\nSubject: FW: Salva\n\n{STORY}\n\n{quoted}"
    origin = Origin(kind="eml", evidence=(said("Fri, 8 Mar 2019 11:02 -0500", "the message's Date field", 0.97),))
    found = publication_context(text, segment(text), ContextOptions(), origin)
    assert context_warnings(found, ContextOptions()) == ()


def test_a_page_that_was_posted_later_is_of_the_day_of_its_first_publication() -> None:
    facts = "Posted\n\n15 Nov 2023\n\nOriginally published\n\n14 Nov 2023"
    assert context(f"Guns fall silent\n\n{facts}\n\n{STORY}").published == TimeValue.day(2023, 11, 14)


def test_minutes_are_of_the_day_in_their_title_and_a_visit_of_days_is_of_none() -> None:
    found = context(f"Minutes of the harbour board – 9 October 2014\n\n{STORY}")
    assert found.published == TimeValue.day(2014, 10, 9)
    assert context(f"Notice of works at the harbour, 9–12 October 2014\n\n{STORY}").published is None


def test_the_address_wins_over_the_day_of_a_story_that_is_linked_to() -> None:
    foot = "\n\nRelated\n\nShells fall on Kelva\n\nPublished On 20 Feb 2016\n"
    found = context(
        f"Guns fall silent\n\n{STORY} {STORY}{foot}", "", "https://news.example/2016/03/11/guns-fall-silent"
    )
    assert found.published == TimeValue.day(2016, 3, 11)
