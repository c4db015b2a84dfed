"""PDF: paragraphs from lines, page numbers, properties; and that no broken file gives more than a sentence."""

import contextlib
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from timeline_app.formats.errors import FormatError
from timeline_app.formats.readers.pdf import pdf_date, read_pdf
from timeline_app.formats.readers.pdf_layout import Line, PageLines, paragraphs_of
from timeline_app.model.source import SegmentKind

MakePdf = Callable[..., bytes]
INFO = "/Title (Harbour report) /Author (Ada Lund) /CreationDate (D:20210312093000+01'00')"


def lines(*texts: str, y: float = 700, size: float = 11) -> list[tuple[float, float, float, str]]:
    return [(72, y - 14 * number, size, text) for number, text in enumerate(texts)]


def report(make_pdf: MakePdf) -> bytes:
    first = [
        (72, 770, 9, "Port Authority - Confidential"),
        (72, 720, 20, "The northern basin"),
        *lines(
            "The board met on Tuesday and decided to close the northern basin for re-",
            "pairs that will take until the autumn, the chairman said after the session.",
            "Nobody objected.",
        ),
        (72, 630, 11, "Ships will be sent to the southern basin, which was dredged in 2019, and the"),
        (300, 40, 9, "1"),
    ]
    second = [
        (72, 770, 9, "Port Authority - Confidential"),
        (72, 720, 11, "pilots have agreed to work at night."),
        (72, 690, 14, "Costs"),
        (72, 670, 11, "Costs will reach 4 million, the treasurer said on Wednesday."),
        (300, 40, 9, "2"),
    ]
    third = [(72, 770, 9, "Port Authority - Confidential"), (72, 720, 11, "The end of it all."), (300, 40, 9, "3")]
    return make_pdf([first, second, third], INFO)


def test_lines_become_paragraphs_and_broken_words_are_mended(make_pdf: MakePdf) -> None:
    text = read_pdf(report(make_pdf), "a.pdf").text
    assert "close the northern basin for repairs that will take until the autumn" in text
    assert "Nobody objected.\n\nShips will" in text


def test_a_sentence_goes_on_over_the_page_break(make_pdf: MakePdf) -> None:
    raw = read_pdf(report(make_pdf), "a.pdf")
    assert "dredged in 2019, and the pilots have agreed to work at night." in raw.text
    assert len(raw.origin.pages) == 3
    assert raw.text[raw.origin.pages[2] :].startswith("Port Authority")


def test_running_heads_page_numbers_and_headings_are_labelled(make_pdf: MakePdf) -> None:
    raw = read_pdf(report(make_pdf), "a.pdf")
    found = [(s.kind, raw.text[s.span.start : s.span.end]) for s in raw.origin.labels]
    assert [text for kind, text in found if kind is SegmentKind.HEADLINE] == ["The northern basin", "Costs"]
    furniture = "\n".join(text for kind, text in found if kind is SegmentKind.BOILERPLATE)
    assert furniture.count("Confidential") == 3
    assert furniture.split("\n")[-1] == "3"


def test_properties_are_evidence_that_is_not_enough(make_pdf: MakePdf) -> None:
    origin = read_pdf(report(make_pdf), "a.pdf").origin
    assert (origin.title, origin.author) == ("Harbour report", "Ada Lund")
    [made] = origin.evidence
    assert made.value == "2021-03-12T09:30+01:00"
    assert made.confidence < 0.6  # a report can be printed to PDF years later


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("D:20180528140500+03'00'", "2018-05-28T14:05+03:00"),
        ("D:20180528140500Z", "2018-05-28T14:05Z"),
        ("20180528", "2018-05-28"),
        ("D:201805281405-0530", "2018-05-28T14:05-05:30"),
        ("yesterday", ""),
    ],
)
def test_pdf_dates_keep_their_zone(written: str, iso: str) -> None:
    assert pdf_date(written) == iso


def test_a_word_that_is_written_with_its_hyphen_keeps_it() -> None:
    page = [Line("It was a well-known and much-", 72, 700, 11), Line("visited, well-", 72, 686, 11)]
    page += [Line("known place.", 72, 672, 11)]
    [paragraph] = paragraphs_of([page])
    assert paragraph.text.endswith("well-known place.")


def test_pages_without_text_are_told_and_a_scan_is_refused(make_pdf: MakePdf) -> None:
    raw = read_pdf(make_pdf([lines("It burned."), [], []]), "a.pdf")
    assert raw.warnings == ("Pages 2–3 of 3 hold no text, only pictures.",)
    with pytest.raises(FormatError, match="text recognition"):
        read_pdf(make_pdf([[], []]), "scan.pdf")


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
@pytest.mark.parametrize(("password", "said"), [("secret", "password"), ("", "")])
def test_a_pdf_with_a_password_is_refused_and_one_that_only_forbids_copying_is_read(
    make_pdf: MakePdf, password: str, said: str, algorithm: str
) -> None:
    writer = PdfWriter(clone_from=BytesIO(make_pdf([lines("It burned.")])))
    writer.encrypt(password, "owner", algorithm=algorithm)
    data = BytesIO()
    writer.write(data)
    if said:
        with pytest.raises(FormatError, match=said):
            read_pdf(data.getvalue(), "a.pdf")
    else:
        assert read_pdf(data.getvalue(), "a.pdf").text == "It burned."


def bomb() -> bytes:
    stream = zlib.compress(zlib.compress(b"BT (a) Tj ET " * 10_000_000))
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>\nstream\n%b\nendstream" % (len(stream), stream),
    )
    listed = b"".join(b"%d 0 obj\n%b\nendobj\n" % (number, content) for number, content in enumerate(objects, 1))
    return b"%PDF-1.4\n" + listed + b"trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"


TREE = (
    b"%%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages%b>>\nendobj\n"
    b"trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%%%EOF\n"
)
LOOP = TREE % b"/Count 9/Kids[2 0 R 2 0 R]"
MANY = TREE % b"/Count 99999999/Kids[]"


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 ...", b"%PDF-", bomb(), LOOP, MANY], ids=["cut", "head", "bomb", "loop", "many"]
)
def test_broken_and_hostile_files_are_refused(data: bytes) -> None:
    with pytest.raises(FormatError):
        read_pdf(data, "a.pdf")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 900), st.binary(min_size=1, max_size=12))
def test_a_damaged_pdf_is_a_document_or_a_sentence(make_pdf: MakePdf, place: int, damage: bytes) -> None:
    whole = make_pdf([lines("It burned.", "On Tuesday.")], INFO)
    with contextlib.suppress(FormatError):
        assert read_pdf(whole[:place] + damage + whole[place + len(damage) :], "a.pdf").text


def test_a_line_that_goes_on_with_a_sentence_is_no_running_head_however_often_it_stands_there() -> None:
    places = ("The mill", "A barn", "Our school")
    pages = [
        [
            Line(f"{place} burned when its guards had left and the river", 72, 80, 11),
            Line("was low, so that no pump could reach it before morning.", 72, 66, 11),
        ]
        for place in places
    ]
    assert all(paragraph.role is None for paragraph in paragraphs_of(pages))


def test_a_range_that_a_line_breaks_stays_one() -> None:
    page = [Line("Subject: visits to the northern basin, 12–", 72, 700, 11), Line("19 May 2021", 72, 686, 11)]
    page += [Line("The board met on Tuesday and decided to close the northern basin for the repairs.", 72, 640, 11)]
    assert paragraphs_of([page])[0].text == "Subject: visits to the northern basin, 12– 19 May 2021"


def test_a_pdf_that_lost_its_table_of_contents_is_read(make_pdf: MakePdf) -> None:
    whole = make_pdf([lines("The board met on Tuesday.")])
    lost = whole.replace(b"startxref", b"start").replace(b"xref\n0", b"none\n0")
    assert read_pdf(lost, "a.pdf").text == "The board met on Tuesday."


def cut_report(pages: int) -> bytes:
    """A PDF as word processors write it, first the pages and last their list, of which the end is lost."""
    font = b"3 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>\nendobj\n"
    parts = [b"%PDF-1.7\n", font]
    for number in range(10, 10 + 2 * pages, 2):
        drawn = b"BT /F1 11 Tf 50 700 Td (The convoy left camp %d at dawn.) Tj ET" % number
        parts.append(
            b"%d 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>\nendobj\n" % (number, number + 1)
        )
        parts.append(b"%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (number + 1, len(drawn), drawn))
    return b"".join(parts)


def test_the_whole_pages_of_a_pdf_that_is_cut_off_are_read() -> None:
    raw = read_pdf(cut_report(3), "a.pdf")
    assert [line for line in raw.text.split("\n") if line] == [
        f"The convoy left camp {n} at dawn." for n in (10, 12, 14)
    ]
    assert raw.warnings == ("The end of the PDF is missing, so its last pages may be too; download or copy it again.",)


def test_a_page_without_its_fonts_is_not_read_as_other_letters() -> None:
    with pytest.raises(FormatError, match="its end is missing"):
        read_pdf(cut_report(2).replace(b"3 0 obj", b"4 0 obj"), "a.pdf")
    with pytest.raises(FormatError, match="its end is missing"):
        read_pdf(cut_report(1)[:200], "a.pdf")


def test_notes_below_the_text_do_not_tear_a_sentence_over_the_page_break(make_pdf: MakePdf) -> None:
    first = [
        *lines("The board met on Tuesday and closed the basin, as the chairman said after the session,"),
        (72, 686, 11, "although the pilots, whom nobody had asked before the session began, had voted"),
        (72, 90, 8, "12 Interview with a pilot, Osen, 4 May 2019."),
        (72, 80, 8, "13 Osen Courier, 5 May 2019, p. 2."),
    ]
    raw = read_pdf(make_pdf([first, [*lines("against it. The works began on 9 May 2019.")]]), "a.pdf")
    assert "session began, had voted against it. The works began" in raw.text
    assert "\n\n13 Osen" in raw.text


def test_what_stands_outside_the_page_is_not_read_twice(make_pdf: MakePdf) -> None:
    first = lines("The team left Osen for Salva on the", y=60)
    second = [
        (72, 900, 11, "The team left Osen for Salva on the"),
        *lines("afternoon of 3 October, and did not return."),
    ]
    text = read_pdf(make_pdf([first, second]), "a.pdf").text
    assert text == "The team left Osen for Salva on the afternoon of 3 October, and did not return."


def test_the_raised_number_of_a_note_is_no_part_of_the_year_before_it() -> None:
    page = PageLines()
    page.add("It ended in 2013.", (1, 0, 0, 1, 0, 0), (1, 0, 0, 1, 72, 700), None, 11)
    page.add("12", (1, 0, 0, 1, 0, 0), (1, 0, 0, 1, 150, 704), None, 7)
    page.add(" The rest followed.", (1, 0, 0, 1, 0, 0), (1, 0, 0, 1, 160, 700), None, 11)
    assert [line.text for line in page.end()] == ["It ended in 2013.[12] The rest followed."]


def forged(*objects: bytes) -> bytes:
    """A PDF whose catalog is its first object and whose tree of pages begins at the second."""
    parts, places = [b"%PDF-1.4\n"], []
    for number, content in enumerate(objects, 1):
        places.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return b"".join((*parts, end % (len(objects) + 1, table, len(objects) + 1, sum(map(len, parts)))))


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
DRAWN = b"BT /F1 11 Tf 50 700 Td (The ferry left the port of Salva at dawn.) Tj ET"
PAGE = (
    b"<</Type/Page/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    b"<</Length %d>>\nstream\n%s\nendstream" % (len(DRAWN), DRAWN),
    b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
)


def test_a_forged_tree_of_pages_is_refused_without_being_walked() -> None:
    twigs = b"<</Type/Pages/Kids[%s]>>" % (b"3 0 R " * 2_000)
    boughs = [b"<</Type/Pages/Kids[%s]>>" % (b"3 0 R " * 2_000) for _ in range(3)]
    data = forged(CATALOG, b"<</Type/Pages/Count 8000/Kids[6 0 R 7 0 R 8 0 R 9 0 R]>>", *PAGE, twigs, *boughs)
    with pytest.raises(FormatError, match="more than 3,000 pages"):
        read_pdf(data, "a.pdf")


@pytest.mark.parametrize("tree", [b"<</Type/Pages/Count 200000/Kids[3 0 R]>>", b"<</Type/Pages/Kids[2 0 R 3 0 R]>>"])
def test_a_wrong_count_or_a_tree_that_bites_its_tail_costs_no_page(tree: bytes) -> None:
    raw = read_pdf(forged(CATALOG, tree, *PAGE), "a.pdf")
    assert raw.text == "The ferry left the port of Salva at dawn."
    assert not any("end of the PDF" in warning for warning in raw.warnings)
