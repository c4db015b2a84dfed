"""Sentences as reports write them: their time phrases (marked), the extents, the ranges and the headers."""

import pytest

from timeline_app.model.annotation import TimeExpression
from timeline_app.model.expression import Clock, Fields, Shift
from timeline_app.model.source import Segment, SegmentKind
from timeline_app.model.token import Span, Tense
from timeline_app.temporal.tagger import find_expressions
from timeline_app.temporal.tokenizer import split_sentences

SENTENCES = """
The talks broke down on ⟨Monday, 14 October 2019⟩, officials said.
Shells hit the depot on ⟨the night of 14 May⟩.
The rebels withdrew ⟨late on Friday⟩, and by ⟨Sunday morning⟩ the road was open.
⟨Last month⟩'s surrender followed ⟨two years⟩ of siege.
The bridge fell ⟨two weeks before Christmas⟩.
He resigned in ⟨early June⟩, ⟨three days later⟩ than planned.
Clashes have grown in ⟨recent weeks⟩, and ⟨last weekend⟩ they reached the port.
The strike came at ⟨1:30 p.m. EDT on Tuesday⟩.
The missile was launched at ⟨0540 local time⟩ on its second try.
At ⟨13:30 GMT⟩ the minister spoke.
The mandate runs from ⟨12⟩ to ⟨15 April⟩.
Fighting between ⟨3⟩ and ⟨7 May⟩ left ten dead.
The war of ⟨1916⟩–⟨18⟩ is forgotten.
The ⟨fifty-year-old⟩ general holds ⟨weekly⟩ briefings.
The ministry meets ⟨every Friday⟩ and ⟨twice a month⟩ in closed session.
They export 15 aircraft ⟨a year⟩.
Losses in ⟨the third quarter of 2018⟩ exceeded those of ⟨FY2017⟩.
The plant opened in ⟨the winter of 1914⟩ and closed in ⟨the late 1990s⟩.
Darius died in ⟨486 BC⟩; the temple dates from ⟨the 5th century BC⟩.
It was ⟨the day after tomorrow⟩ that mattered, not ⟨tonight⟩.
The ceasefire of ⟨9/11⟩ never came, but ⟨Ramadan⟩ began.
The class of ⟨'98⟩ met in ⟨May 2018⟩.
The contract, signed ⟨a year earlier⟩, expires in ⟨two and a half years⟩.
The raid happened ⟨early Friday morning⟩ near the border.
NAIROBI, ⟨Aug. 14⟩ (Agency) — The president left ⟨yesterday⟩.
The election of ⟨2012⟩ was the closest since ⟨1998⟩.
⟨Currently⟩, Damascus is preparing; ⟨these days⟩ nobody sleeps.
It rained on ⟨28/05/2018⟩ and on ⟨2018-05-29⟩.
He will return ⟨next Friday⟩ or ⟨the following Monday⟩.
Police arrived at ⟨noon⟩ and left around ⟨midnight⟩.
The army has lost ground over ⟨the past five months⟩.
It has been the wettest spell in ⟨more than a decade⟩.
In ⟨August of that year⟩ the king fled; ⟨the next day⟩ he was caught.
The law takes effect by ⟨the end of the year⟩.
Sales rose ⟨a year ago⟩ and fell in ⟨the year-ago period⟩.
""".strip().splitlines()


def tag(text: str, segments: tuple[Segment, ...] = ()) -> list[TimeExpression]:
    return find_expressions("s1", text, split_sentences(text, segments), segments)


@pytest.mark.parametrize("marked", SENTENCES)
def test_phrases_and_their_extents(marked: str) -> None:
    text = marked.replace("⟨", "").replace("⟩", "")
    expected = [piece.partition("⟩")[0] for piece in marked.split("⟨")[1:]]
    assert [e.phrase for e in tag(text)] == expected


def test_both_ends_of_an_elliptic_range_are_complete_and_linked() -> None:
    begin, end = tag("Talks run from 12 to 15 April 2018.")
    assert begin.tree == Fields(year=2018, month=4, day=12)
    assert end.tree == Fields(year=2018, month=4, day=15)
    assert begin.range_end == end.id
    assert end.range_end is None


def test_a_range_may_leave_out_its_second_month_and_share_its_year() -> None:
    begin, end = tag("The truce of May 3-7, 2018 held.")
    assert (begin.tree, end.tree) == (Fields(year=2018, month=5, day=3), Fields(year=2018, month=5, day=7))
    assert (begin.phrase, end.phrase) == ("May 3", "7, 2018")


def test_months_of_a_range_share_the_year() -> None:
    begin, end = tag("The siege lasted from March to May 2018.")
    assert (begin.tree, end.tree) == (Fields(year=2018, month=3), Fields(year=2018, month=5))


def test_a_list_is_completed_but_no_range() -> None:
    first, second = tag("Explosions on 3 and 5 May shook the town.")
    assert (first.tree, second.tree) == (Fields(month=5, day=3), Fields(month=5, day=5))
    assert first.range_end is None


def test_days_that_follow_each_other_span_them_all() -> None:
    first, second, third = tag("Explosions on 3, 4 and 5 May shook the town.")
    assert (first.range_end, second.range_end, third.range_end) == (third.id, None, None)
    saturday, sunday = tag("It rained on Saturday and Sunday.")
    assert saturday.range_end == sunday.id


def test_hours_of_a_range_share_their_half_of_the_day() -> None:
    begin, end = tag("The curfew runs from 5 to 7 p.m. GMT.")
    assert (begin.tree, end.tree) == (Clock(17, zone="GMT"), Clock(19, zone="GMT"))


@pytest.mark.parametrize(
    "line",
    [
        "UPDATE 1330 GMT: The minister spoke in Moscow.",
        "Update, 13:30 GMT\nThe minister spoke in Moscow.",
        "14:05 BST — The minister spoke in Moscow.",
        "UPDATE 2, 13:30 UTC: The minister spoke in Moscow.",
        "Updated at 1:30 p.m. EDT: The minister spoke in Moscow.",
        "[13:30 GMT] The minister spoke in Moscow.",
        "LATEST 0600 local: The minister spoke in Moscow.",
    ],
)
def test_headers_of_live_blogs(line: str) -> None:
    assert tag("Intro.\n\n" + line)[0].is_header


@pytest.mark.parametrize(
    "line",
    ["At 13:30 GMT: silence.", "The minister spoke at 13:30 GMT: he left.", "On Monday 14:05 BST — the end."],
)
def test_a_clock_reading_within_a_sentence_is_no_header(line: str) -> None:
    assert not any(e.is_header for e in tag(line))


def test_a_header_opens_a_section_until_the_next() -> None:
    text = "UPDATE 1330 GMT: He spoke on Monday.\n\nIt rained last week.\n\nUPDATE 1100 GMT: She left on Friday.\n"
    first, monday, week, second, friday = tag(text)
    assert (monday.section, week.section, friday.section) == (first.id, first.id, second.id)
    assert second.section is None


def test_a_section_ends_with_its_update_segment() -> None:
    text = "UPDATE 1330 GMT: He spoke on Monday.\n\nThe original story is from last week."
    cut = text.index("The original")
    segments = (
        Segment(SegmentKind.UPDATE, Span(0, cut)),
        Segment(SegmentKind.BODY, Span(cut, len(text))),
    )
    header, monday, week = tag(text, segments)
    assert monday.section == header.id
    assert week.section is None


def test_times_within_quotation_marks_are_known_as_such() -> None:
    said, quoted = tag("On Monday he said: “We left in 2011 for good”.")
    assert (said.in_quote, quoted.in_quote) == (False, True)


def test_times_of_captions_anchor_nothing() -> None:
    text = "The pier, November 2017."
    (photo,) = tag(text, (Segment(SegmentKind.CAPTION, Span(0, len(text))),))
    assert photo.in_quote


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The army will withdraw on Friday.", Tense.FUTURE),
        ("The treaty may be signed on September 12.", Tense.FUTURE),
        ("The army withdrew on Friday.", Tense.PAST),
        ("He was to speak, but troops entered the hall on Friday.", Tense.PAST),
    ],
)
def test_tense_without_a_parser(text: str, tense: Tense) -> None:
    assert tag(text)[0].tense is tense


def test_every_expression_knows_its_sentence_and_rules() -> None:
    text = "It began on Monday. It ended two weeks before Christmas."
    monday, christmas = tag(text)
    assert text[monday.sentence.start : monday.sentence.end] == "It began on Monday."
    assert christmas.trail == ("amount", "named_day", "before_date")
    assert isinstance(christmas.tree, Shift)
    assert christmas.id == f"s1:t{text.index('two')}-{len(text) - 1}"


def test_an_entry_of_a_live_blog_is_headed_by_its_bare_clock_reading() -> None:
    text = "18:52 The mayor asked for help.\n17:30 Power is back since noon.\nLast updated: 19:05\n"
    cuts = [0, text.index("17:30"), text.index("Last"), len(text)]
    kinds = (SegmentKind.UPDATE, SegmentKind.UPDATE, SegmentKind.BOILERPLATE)
    segments = tuple(Segment(k, Span(a, b)) for k, a, b in zip(kinds, cuts, cuts[1:], strict=False))
    found = {e.phrase: e for e in tag(text, segments)}
    assert [phrase for phrase, e in found.items() if e.is_header] == ["18:52", "17:30"]
    assert found["noon"].section == found["17:30"].id
