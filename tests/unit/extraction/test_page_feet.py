"""What stands around a story on its page: other stories, who wrote it, whom to ask, under which number it is filed."""

import pytest

from timeline_app.extraction.imprint import title_of
from timeline_app.extraction.segmentation import segment
from timeline_app.model.source import Segment, SegmentKind
from timeline_app.model.token import Span

STORY = (
    "Salva harbour to close\n\nBy Mira Holt and J. K. Orlo\n\n"
    "The ministry of Ostria closed the harbour of Salva on Monday after two ferries had run aground in one week.\n\n"
    "Jan Weir is an analyst of the port authority and was heard by the court. He had asked for a dredger in April,"
    " and got none, he told the judge.\n\n"
    "The ferries were towed to Kelva on Tuesday, where both of them will be repaired before the winter begins.\n\n"
)


def kinds(foot: str, story: str = STORY) -> dict[str, SegmentKind]:
    """The role of each line."""
    text = story + foot
    return {
        line.strip(): part.kind
        for part in segment(text)
        for line in text[part.span.start : part.span.end].splitlines()
        if line.strip()
    }


@pytest.mark.parametrize(
    "foot",
    [
        "More on this story\n\nFerries collide\n\n18 June 2018\n\nMinister calls for sackings\n\n29 October 2019",
        "ALSO READ  Two ferries run aground in Salva for the third time",
        "Other stories from Ostria\n\n26 June 2018: Grenade attack at rally of prime minister",
        "Mira Holt\n\nCovering the ports of Ostria since 2016",
        "Mira Holt joined the Meridian in 2018 and has reported from Salva since the strike of that year.",
        "Pavel Dorn is a researcher and trainer at Harbour Watch. He joined in 2018.",
        "For further information, please contact:\n\nIda Sorel, Spokeswoman, Port of Salva, i.sorel@port.example.org\n"
        "www.port.org | www.salva.org",
        "Meridian © 2019 The Meridian is not responsible for the content of external sites.",
        "Click to share on Facebook (Opens in new window)",
        "Notice: All comments represent the view of the commenter and not that of the Meridian or its editors.",
        "Translations: Español, Deutsch",
    ],
)
def test_the_foot_of_a_page_is_no_story(foot: str) -> None:
    found = kinds(foot)
    assert {found[line] for line in foot.splitlines() if line} == {SegmentKind.BOILERPLATE}
    assert found["Salva harbour to close"] is SegmentKind.HEADLINE
    assert all(kind is SegmentKind.BODY for line, kind in found.items() if line.startswith(("The", "Jan")))


@pytest.mark.parametrize(
    "foot",
    [
        "Jan Weir was at the harbour when the second ferry struck the ground, and has not slept since, he said.",
        "The premier is the author of the plan, which parliament passed on Friday by a narrow vote.",
        "Residents also read the letter aloud in front of the ministry on Friday evening.",
        "Anna Dorn, his widow, wrote to the port at office@port.example.org and was told to wait for a year.",
        "The stories from the ferry were told in court on Friday, one after the other, for six hours.",
    ],
)
def test_what_looks_alike_stays_in_the_story(foot: str) -> None:
    assert kinds(foot)[foot] is SegmentKind.BODY


def test_numbers_of_a_case_are_no_story() -> None:
    head = "Weir v Port of Salva\n\n[2019] OSC 41\n\nOn appeal from: [2018] EWHC 2381 (QB)\n\n"
    found = kinds("", head + STORY.partition("\n\n")[2])
    assert found["[2019] OSC 41"] is SegmentKind.BOILERPLATE
    assert found["On appeal from: [2018] EWHC 2381 (QB)"] is SegmentKind.BOILERPLATE


def test_a_series_and_its_day_stand_before_the_headline() -> None:
    head = "Harbour Report – September 18, 2018: Second ferry runs aground\n\n"
    text = head + STORY.partition("\n\n")[2]
    segments = segment(text)
    titles = [text[s.span.start : s.span.end].strip() for s in segments if s.kind is SegmentKind.HEADLINE]
    assert titles == ["Second ferry runs aground"]
    assert title_of(text, segments) == head.strip()


@pytest.mark.parametrize(
    "headline", ["Ferry sunk on September 18, 2018: two held", "Harbour Report, 18 September 2018"]
)
def test_other_headlines_with_a_day_stay_whole(headline: str) -> None:
    text = f"{headline}\n\n" + STORY.partition("\n\n")[2]
    assert any(
        s.kind is SegmentKind.HEADLINE and text[s.span.start : s.span.end].strip() == headline for s in segment(text)
    )


def test_two_words_above_the_day_are_the_headline_where_none_else_is() -> None:
    top = "House of Delegates\n\nRecord\n\nHarbour Closure\n\nVolume 637: debated on Wednesday 14 March 2018\n\n"
    found = kinds("", top + STORY.partition("\n\n")[2].partition("\n\n")[2])
    assert found["Harbour Closure"] is SegmentKind.HEADLINE


def test_a_filings_cover_tells_nothing() -> None:
    cover = (
        "FORM 8-K\n\nCURRENT REPORT\n\nPursuant to Section 13 or 15(d) of The Securities Exchange Act of 1934\n\n"
        "Ostria 001-37532 20-3701075\n\n(Exact name of registrant as specified in its charter)\n\n"
        "Check the appropriate box below if the filing is intended to satisfy the obligation of the registrant.\n\n"
    )
    found = kinds("", cover + STORY)
    assert found["Salva harbour to close"] is SegmentKind.HEADLINE
    for line in cover.splitlines():
        assert "1934" not in line or found[line] is SegmentKind.BOILERPLATE
        assert "Check" not in line or found[line] is SegmentKind.BOILERPLATE


def test_the_author_set_apart_as_a_quotation_is_no_quotation() -> None:
    note = "Jan Weir is an award-winning journalist and wrote two books on ports. He founded Harbour Watch in 2015."
    text = STORY + note
    start = text.index(note)
    parts = segment(text, (Segment(SegmentKind.QUOTE, Span(start, len(text))),))
    assert parts[-1].kind is SegmentKind.BOILERPLATE
    words = "“We lost the ferry within an hour of the alarm, and nobody came to help us on that night,” he said."
    text = STORY + words
    parts = segment(text, (Segment(SegmentKind.QUOTE, Span(text.index(words), len(text))),))
    assert parts[-1].kind is SegmentKind.QUOTE


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("In a Monday, Oct. 3, 2011 photo, Juan Holt mends nets in Salva.", SegmentKind.CAPTION),
        ("Salva Navy / Getty Images", SegmentKind.CAPTION),
        ("In a photo shown on Monday, soldiers stood on the bridge that they had taken.", SegmentKind.BODY),
    ],
)
def test_captions_that_say_when_a_picture_was_taken(line: str, kind: SegmentKind) -> None:
    assert (
        kinds("", STORY + line + "\n\nThe ferries sail again from Salva since the middle of June, the port said.")[line]
        is kind
    )


def test_comments_of_visitors_end_the_story() -> None:
    foot = (
        "Visitor comments Add your comment\n\nShame on the port!\n\nThe ferry sank in 1999 too, and nobody said a word."
    )
    found = kinds(foot)
    assert found["The ferry sank in 1999 too, and nobody said a word."] is SegmentKind.COMMENT
