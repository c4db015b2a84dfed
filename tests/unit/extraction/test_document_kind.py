"""Every kind of document is told by its own structure."""

from pathlib import Path

import pytest

from timeline_app.extraction.document_kind import detect_kind
from timeline_app.extraction.segmentation import segment
from timeline_app.model.edtf import from_edtf
from timeline_app.model.source import DocumentKind, Segment, SegmentKind
from timeline_app.model.token import Span

PAGES = Path(__file__).parent / "pages"
KINDS = {
    "wire": DocumentKind.NEWS,
    "local_paper": DocumentKind.NEWS,
    "tabloid": DocumentKind.NEWS,
    "agency_site": DocumentKind.NEWS,
    "donation_site": DocumentKind.NEWS,
    "wrapped": DocumentKind.NEWS,
    "magazine": DocumentKind.NEWS,
    "press_release": DocumentKind.NEWS,
    "live_blog": DocumentKind.LIVEBLOG,
    "zoned_updates": DocumentKind.LIVEBLOG,
    "american_update": DocumentKind.LIVEBLOG,
    "mail": DocumentKind.EMAIL,
    "memorandum": DocumentKind.REPORT,
    "history": DocumentKind.NARRATIVE,
}


def page(name: str) -> str:
    lines = (PAGES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return "\n".join(line.partition("|")[2].removeprefix(" ") for line in lines)


@pytest.mark.parametrize("name", KINDS)
def test_kind_of(name: str) -> None:
    text = page(name)
    assert detect_kind(text, segment(text)) is KINDS[name]


def test_numbered_sections_make_a_report() -> None:
    text = "\n\n".join(
        f"{number} {title}\n\nThe inspectors looked at the eastern wall and found it dry on the day of their visit."
        for number, title in (("1.", "Scope"), ("2.", "Findings"), ("2.1", "The eastern wall"), ("3.", "Advice"))
    )
    assert detect_kind(text, segment(text)) is DocumentKind.REPORT


def test_news_that_recalls_old_years_stays_news() -> None:
    text = (
        "The dam was built in 1971 and raised in 1984 and again in 2002.\n\n"
        "On Monday its operator said in a statement that it would be drained next week, two years after an inspection."
    )
    assert detect_kind(text, segment(text)) is DocumentKind.NEWS


def test_nothing_at_all_is_news() -> None:
    assert detect_kind("", ()) is DocumentKind.NEWS


SIEGE = (
    "The Siege of Karsten, 1642-1643\n\nThe army camped before the walls in June 1642. On 4 June the guns opened fire. "
    "Three days later the outer wall fell. In March 1643 the town surrendered, and the next day the garrison left."
)


@pytest.mark.parametrize(
    ("published", "kind"),
    [("2021-05-03", DocumentKind.NARRATIVE), ("1643-05-03", DocumentKind.NEWS), (None, DocumentKind.NEWS)],
)
def test_two_years_long_over_and_nothing_counted_from_today_make_a_history(
    published: str | None, kind: DocumentKind
) -> None:
    assert detect_kind(SIEGE, segment(SIEGE), None if published is None else from_edtf(published)) is kind


def test_old_years_beside_what_was_said_on_thursday_make_no_history() -> None:
    text = "The dam was built in 1971 and raised in 1984. Its operator said Thursday that it would be drained."
    assert detect_kind(text, segment(text), from_edtf("2021-05-03")) is DocumentKind.NEWS


def test_a_german_agency_report_with_headline_and_byline_is_news() -> None:
    text = (
        "Brand im Werk Neubrück\nVon Jana Roth\n\nNeubrück, 9. Oktober 2020 (nordpress) - Das Werk war 1974 gebaut und "
        "1998 verkauft worden. Im Jahr 2012 wurde es erweitert. Seit 2016 steht es leer, sagte ein Sprecher.\n\n"
        "Die Stadt hatte es 2009 und 2011 prüfen lassen."
    )
    assert detect_kind(text, segment(text), from_edtf("2020-10-09")) is DocumentKind.NEWS


def test_the_table_of_contents_of_a_page_has_no_numbered_headings() -> None:
    contents = "1 Background\n2 The flood\n3 Aftermath\n"
    story = "In 1904 the first dyke was built. In 1932 it was raised. In 1958 it was raised again. In 1987 it broke.\n"
    text = f"{contents}\n{story}"
    labels = (Segment(SegmentKind.BOILERPLATE, Span(0, len(contents))),)
    assert detect_kind(text, segment(text, labels)) is not DocumentKind.REPORT


HISTORY = (
    "The harbour of Osta was opened in 1868. In the spring of 1902 a storm destroyed the mole, and in August its "
    "owner went bankrupt. A new mole was finished in 1911. In October 1918 troops sank four ships in the mouth.\n"
)


@pytest.mark.parametrize("head", ["3 June 2021\n\nBy Marta Keller\n\n", "Published: 3 June 2021\n\n", ""])
def test_a_short_history_is_one_under_the_line_of_its_date_too(head: str) -> None:
    text = f"How the harbour grew\n\n{head}{HISTORY}"
    assert detect_kind(text, segment(text), from_edtf("2021-06-03")) is DocumentKind.NARRATIVE


def test_news_with_two_old_years_in_it_stays_news_under_its_date() -> None:
    story = "The bridge at Kerra was closed in January. It was built in 1968 and repaired in 1998. It opens in April.\n"
    text = f"Bridge closed\n\n9 February 2020\n\n{story}"
    assert detect_kind(text, segment(text), from_edtf("2020-02-09")) is DocumentKind.NEWS


def test_the_year_of_an_act_makes_no_history() -> None:
    story = (
        "The report is filed under the Exchange Act of 1934. On February 1, 2024, the director resigned. She joined "
        "the firm in 2016. On February 5, 2024, the board named her successor, the treasurer from 2018 to 2023. The "
        "Exchange Act of 1934 and the Securities Act of 1933 ask for this report. Date: February 6, 2024\n"
    )
    assert detect_kind(story, segment(story), from_edtf("2024-02-06")) is DocumentKind.NEWS


@pytest.mark.parametrize(
    ("day", "kind"), [("on Thursday", DocumentKind.NEWS), ("on a Thursday", DocumentKind.NARRATIVE)]
)
def test_a_report_of_a_long_trial_that_opens_with_its_weekday_is_news(day: str, kind: DocumentKind) -> None:
    story = (
        f"A court in Mira {day} sentenced a former colonel to life in prison. He deserted in December 2012 and was "
        "granted asylum in July 2014. In February 2015 he went to the police. He was arrested in February 2019 and "
        "the trial opened in April 2020. The prison had been run by his service since 1998. Between 2011 and 2012 at "
        "least 4,000 people were held in it. "
        + "Nobody who sat in the room had thought that it would come to this. "
        * 40
    )
    assert detect_kind(story, segment(story), from_edtf("2022-01-13")) is kind


MENU = "\n".join(f"Part {n} of the page" for n in range(20))
PAST = (
    "Ada Holt warned of the storms in 1988. Today, in a paper, she says they come sooner than was thought in 1997.\n\n"
    "The harbour was built in 1951 and the mole in 1962; both were raised in 1979 and in 1994, and again in 2003.\n\n"
    "She had led the institute since 1985, and the ministry heard her in 1999 and in 2006, as it heard others."
)


def kind_at(text: str) -> DocumentKind:
    return detect_kind(text, segment(text), from_edtf("2019-03-12"))


@pytest.mark.parametrize("stamp", ["March 12, 2019 3:53 PM EDT", "Updated 9:22 PM EST, Tue March 12, 2019"])
def test_a_stamped_page_is_news_with_a_past_wherever_its_headline_stands(stamp: str) -> None:
    top = f"She warned of the storms that came\n\nBy Jane Roe\n\n{stamp}\n\n"
    assert kind_at(top + PAST) is DocumentKind.NEWS
    assert kind_at(f"{MENU}\n\n{top}{PAST}") is DocumentKind.NEWS


def test_a_history_stays_one_under_the_hour_at_which_it_was_put_up() -> None:
    told = PAST.replace(" Today, in a paper, she says they come", " In 1989 she said that they would come")
    top = "She warned of the storms that came\n\nJane Roe\n\nPublished March 12, 2019 9:49 AM\n\n"
    assert kind_at(top + told) is DocumentKind.NARRATIVE
