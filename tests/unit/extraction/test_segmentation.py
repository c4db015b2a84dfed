"""Every page under `pages/` says on each line what that line is; the segments have to say the same."""

import time
from itertools import pairwise
from pathlib import Path
from textwrap import fill

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.extraction.imprint import publisher_of
from timeline_app.extraction.segmentation import segment
from timeline_app.extraction.segmentation.blocks import blocks_of
from timeline_app.model.source import Segment, SegmentKind
from timeline_app.model.token import Span

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


def _read(page: Path) -> tuple[str, list[tuple[int, str]]]:
    """The page's text and, for each line with a label, its offset and label."""
    lines, labels, offset = [], [], 0
    for line in page.read_text(encoding="utf-8").splitlines():
        label, bar, content = line.partition("|")
        content = content[1:] if bar else ""
        if bar:
            labels.append((offset, label.strip()))
        lines.append(content)
        offset += len(content) + 1
    return "\n".join(lines), labels


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_line_of_a_page_has_its_role(page: Path) -> None:
    text, labels = _read(page)
    segments = segment(text)

    def role(offset: int) -> str:
        return next(s.kind.value for s in segments if s.span.start <= offset < s.span.end)

    wrong = [f"{role(at)} instead of {label}: {text[at : at + 60]!r}" for at, label in labels if role(at) != label]
    assert wrong == []


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "",
                "UPDATE 1330 GMT: The gate opened.",
                "He said:",
                "“All of it.”",
                "Share",
                "12 Comments",
                "Oldest",
                "\r",
                "A sentence of some length that ends with a full stop and so reads as a paragraph of a story would.",
                "> quoted",
                "From: a@b.example",
                "To: c@d.example",
                "Photo: X",
                "\0",
                "👩‍🚀",
                "14:05",
                "***",
                "\u2028",
            ]
        )
        | st.text(max_size=60),
        max_size=25,
    )
)
def test_segments_cover_any_text_in_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    segments = segment(text)
    assert "".join(text[s.span.start : s.span.end] for s in segments) == text
    assert all(len(s.span) for s in segments)
    assert all(a.span.end == b.span.start for a, b in pairwise(segments))


def test_an_update_header_begins_a_segment_of_its_own() -> None:
    text, _ = _read(next(page for page in PAGES if page.stem == "zoned_updates"))
    updates = [text[s.span.start : s.span.start + 8] for s in segment(text) if s.kind is SegmentKind.UPDATE]
    assert updates == ["UPDATE 2", "UPDATE 1"]


@pytest.mark.parametrize(
    "line", ["12 Comments\n", "a" * 200 + " ", "“He said: ", "by " * 40 + "\n", "> " * 50 + "\n", "A" * 9 + ".\n\n"]
)
def test_a_long_hostile_page_takes_no_time(line: str) -> None:
    text = line * (300_000 // len(line))
    begun = time.process_time()
    segment(text)
    assert time.process_time() - begun < 5


def test_what_the_files_structure_shows_is_not_guessed_again() -> None:
    text = "Guns fall silent\n\nA soldier looks on\n\nShelling stopped on Friday.\n\n3 Comments\n\nThey lie."
    labels = [
        Segment(SegmentKind.CAPTION, Span(18, 36)),
        Segment(SegmentKind.COMMENT, Span(text.index("3 Comments"), len(text))),
    ]
    kinds = {text[s.span.start : s.span.end].strip(): s.kind.value for s in segment(text, labels)}
    assert kinds == {
        "Guns fall silent": "headline",
        "A soldier looks on": "caption",
        "Shelling stopped on Friday.": "body",
        "3 Comments\n\nThey lie.": "comment",
    }


def test_each_labelled_section_of_a_live_blog_begins_a_segment() -> None:
    text = "The river rose.\n\nIt rose again.\n\nIt fell."
    labels = [Segment(SegmentKind.UPDATE, Span(0, 31)), Segment(SegmentKind.UPDATE, Span(33, 41))]
    assert [text[s.span.start : s.span.end].strip() for s in segment(text, labels)] == [
        "The river rose.\n\nIt rose again.",
        "It fell.",
    ]


@settings(max_examples=60, deadline=None)
@given(st.text("ab \n.", max_size=80), st.lists(st.integers(0, 80), max_size=8))
def test_labels_of_any_kind_leave_segments_that_cover_the_text(text: str, cuts: list[int]) -> None:
    places = sorted({min(cut, len(text)) for cut in cuts})
    kinds = list(SegmentKind)
    labels = [Segment(kinds[n % len(kinds)], Span(a, b)) for n, (a, b) in enumerate(pairwise(places)) if n % 2]
    assert "".join(text[s.span.start : s.span.end] for s in segment(text, labels)) == text


@pytest.mark.parametrize("line", ["By Marta Keller", "Key Findings", "Executive Summary"])
def test_a_byline_or_the_heading_of_a_part_beside_the_date_is_no_paper(line: str) -> None:
    story = "The harbour of Osta was opened in 1868, and a storm destroyed its mole in the spring of 1902."
    text = f"How the harbour of Osta grew\n\n3 June 2021\n\n{line}\n\n{story}\n"
    assert publisher_of(text, segment(text)) == ""


def test_what_lawyers_add_below_a_release_is_no_story() -> None:
    story = (
        "Norvind Energy said on Tuesday that it had bought Skarvik Hydro for 3.4 billion crowns, after the authority "
        "had approved the deal on January 19. The companies signed the agreement on October 3, and its owners agreed.\n"
    )
    law = "The words “expects” and “plans” are defined in Section 27A of the Securities Act of 1933, as last amended.\n"
    about = "Norvind was founded in 1998 by three engineers, and has 1,900 employees in four countries today.\n"
    text = f"Norvind buys Skarvik\n\n{story}\nForward-looking statements\n\n{law}\nAbout Norvind\n\n{about}"
    text += (
        "\nThis release contains forward-looking statements, as the Act of 1995 calls them, on which nobody may rely.\n"
    )
    kinds = {text[s.span.start : s.span.end].strip()[:20]: s.kind for s in segment(text)}
    assert kinds[story[:20]] is kinds[about[:20]] is SegmentKind.BODY
    assert kinds["Forward-looking stat"] is kinds["This release contain"] is SegmentKind.BOILERPLATE
    assert not any(start.startswith("The words") for start in kinds)


def test_a_masthead_set_in_columns_is_no_headline() -> None:
    head = "United Nations                    S/2019/412\n\nSecurity Council                  Distr.: General\n\n"
    story = "On 12 February a device struck a patrol near Kerra, and two soldiers of the mission were wounded by it.\n"
    text = f"{head}Report of the Secretary on the situation in Vestmark\n\n{story}"
    [title] = [text[s.span.start : s.span.end].strip() for s in segment(text) if s.kind is SegmentKind.HEADLINE]
    assert title == "Report of the Secretary on the situation in Vestmark"


@pytest.mark.parametrize("below", ["By Ada Lind -\n3 May 2021\n", "By Ada Lind\n3 May 2021\n"])
def test_the_line_above_a_byline_is_the_headline_not_the_menu_far_above(below: str) -> None:
    menu = "Home Coast Valley Hills Harbour Opinion Videos Maps\nSearch for:\nThe Coast Post | Nachrichten von hier\n"
    story = (
        "\nThe harbour board closed the quay on Monday after a crane had fallen on a ferry that was about to leave.\n"
    )
    text = f"{menu}Harbour board closes quay after crane falls\n{below}{story}"
    [title] = [text[s.span.start : s.span.end].strip() for s in segment(text) if s.kind is SegmentKind.HEADLINE]
    assert title == "Harbour board closes quay after crane falls"


def test_a_line_below_the_headline_is_no_headline_though_the_byline_follows() -> None:
    story = (
        "\nThe harbour board closed the quay on Monday after a crane had fallen on a ferry that was about to leave.\n"
    )
    text = f"Harbour board closes quay after crane falls\nFerries leave from the fish market\nBy Ada Lind\n{story}"
    first = next(text[s.span.start : s.span.end].strip() for s in segment(text) if s.kind is SegmentKind.HEADLINE)
    assert first == "Harbour board closes quay after crane falls"


def test_rows_that_are_set_with_blanks_are_neither_menu_nor_headings() -> None:
    lead = (
        "The group said on Tuesday that revenue had risen, and that it would pay a dividend in the spring of next year."
    )
    rows = "Ex-dividend date     8 April 2021\nGeneral Meeting      5 May 2021\nFinal dividend       14 May 2021"
    history = "1983   Acquires Brandt Pumpen of Essen\n1991   Opens plant in Leeds\n2004   Listed in London"
    text = f"Half-year results of the group\n\n{lead}\n\nFinancial calendar\n\n{rows}\n\nHistory\n\n{history}\n"
    bodies = [text[s.span.start : s.span.end].strip() for s in segment(text) if s.kind is SegmentKind.BODY]
    assert bodies == [lead, rows, history]


@pytest.mark.parametrize("width", [34, 48, 72, 100, 130])
def test_a_paragraph_wrapped_at_any_width_is_one_block(width: int) -> None:
    told = (
        "Officials of both sides held talks in two rooms of a hotel in the centre of Salva last weekend. A mediator "
        "carried the messages from one room to the other, and on Sunday they agreed not to fight near the border."
    )
    longest = "A line that is longer than all others, " + "as one that somebody has added, " * 6
    text = f"{fill(told, width)}\n\n{longest}is no wrap.\n"
    assert len(blocks_of(text)) == 2


def test_titles_in_a_list_are_no_wrapped_paragraph() -> None:
    titles = "Storm hits the coast of Osen\nCourt frees former minister\nFerries stay in their harbours\n"
    assert len(blocks_of(titles)) == 3


def test_a_sentence_goes_on_in_the_next_line_in_lower_case() -> None:
    assert len(blocks_of("The talks were held in Salva\nlast weekend.\n")) == 1


def test_the_trail_to_a_page_is_no_headline() -> None:
    text = "Varda News\nHome / Coast & Harbours\n\nStorm hits the coast of Osen\n22 Jan, 2024 09:12\n\n"
    text += "A storm hit the coast of Osen on Sunday, when many boats were still at sea, the harbour office said.\n"
    lines = {text[s.span.start : s.span.end].strip(): s.kind for s in segment(text)}
    assert lines["Storm hits the coast of Osen"] is SegmentKind.HEADLINE
    assert not any(line.startswith("Home /") and kind is SegmentKind.HEADLINE for line, kind in lines.items())
