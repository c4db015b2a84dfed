"""Word and OpenDocument texts: all that a reader sees, nothing that was deleted, and no bomb unpacked."""

import contextlib
import zipfile
from collections.abc import Callable
from datetime import datetime
from io import BytesIO

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline_app.extraction.document_kind import detect_kind
from timeline_app.extraction.imprint import author_of, title_of
from timeline_app.extraction.segmentation import segment
from timeline_app.formats.errors import FormatError
from timeline_app.formats.readers.dispatch import read_bytes
from timeline_app.formats.readers.docx_file import read_docx
from timeline_app.formats.readers.odt import read_odt
from timeline_app.model.document_text import RawDocument
from timeline_app.model.source import DocumentKind

Make = Callable[..., bytes]


def labelled(raw: RawDocument) -> list[tuple[str, str]]:
    return [(s.kind.value, raw.text[s.span.start : s.span.end]) for s in raw.origin.labels]


@pytest.fixture(scope="module")
def plan() -> RawDocument:
    document = Document()
    document.core_properties.title = "The plan"
    document.core_properties.author = "Ann Reed"
    document.core_properties.created = datetime(2020, 5, 5, 9, 30)
    document.sections[0].header.paragraphs[0].text = "CONFIDENTIAL"
    document.add_heading("Harbour plan", 0)
    paragraph = document.add_paragraph("The board met on 4 May 2020.")
    document.add_comment(paragraph.runs, text="Was it not the 5th?", author="Bo")
    table = document.add_table(2, 2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("Year", "Cost", "2021", "4 million"), strict=True
    ):
        cell.text = text
    document.add_paragraph("A crane at the northern basin", style="Caption")
    document.add_paragraph("We regret the delay.", style="Quote")
    data = BytesIO()
    document.save(data)
    return read_docx(data.getvalue(), "plan.docx")


def test_a_word_document_is_read_in_order_with_its_roles(plan: RawDocument) -> None:
    assert "The board met on 4 May 2020.\nYear\tCost\n2021\t4 million\n" in plan.text
    assert labelled(plan) == [
        ("boilerplate", "CONFIDENTIAL"),
        ("headline", "Harbour plan"),
        ("caption", "A crane at the northern basin"),
        ("quote", "We regret the delay."),
        ("comment", "Was it not the 5th?"),
    ]


def test_a_word_documents_properties_are_evidence_that_is_not_enough(plan: RawDocument) -> None:
    assert (plan.origin.title, plan.origin.author) == ("The plan", "Ann Reed")
    assert plan.origin.evidence
    assert all(e.field == "published" and e.confidence < 0.6 for e in plan.origin.evidence)


def test_a_program_is_no_author() -> None:
    document, data = Document(), BytesIO()
    document.add_paragraph("The board met on 4 May 2020.")
    document.save(data)
    assert document.core_properties.author == "python-docx"
    assert read_docx(data.getvalue(), "plan.docx").origin.author == ""


def test_insertions_are_read_and_deletions_and_field_codes_are_not(make_word: Make) -> None:
    body = (
        "<w:p><w:r><w:t>It </w:t></w:r><w:ins><w:r><w:t>rained</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>snowed</w:delText></w:r></w:del><w:r><w:instrText> DATE </w:instrText></w:r>"
        "<w:hyperlink><w:r><w:t xml:space='preserve'> on</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r>"
        "<w:t xml:space='preserve'> Friday.</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    assert read_docx(make_word(body), "a.docx").text == "It rained on Friday."


def test_footnotes_follow_the_text(make_word: Make) -> None:
    note = "<w:footnote><w:p><w:r><w:t>See the report of 1911.</w:t></w:r></w:p></w:footnote>"
    raw = read_docx(make_word("<w:p><w:r><w:t>It rained.</w:t></w:r></w:p>", footnotes=note), "a.docx")
    assert raw.text == "It rained.\n\nSee the report of 1911."


def test_a_damaged_part_costs_that_part(make_word: Make, make_open_text: Make) -> None:
    raw = read_docx(
        make_word("<w:p><w:r><w:t>It rained.</w:t></w:r></w:p>", comments="<w:broken", styles="<"), "a.docx"
    )
    assert raw.text == "It rained."
    assert raw.warnings == ("Parts of it are damaged and were left out: comments.",)
    assert read_odt(make_open_text("<text:p>It rained.</text:p>", "<broken"), "a.odt").text == "It rained."


ODT_BODY = (
    "<text:tracked-changes><text:p>taken out</text:p></text:tracked-changes>"
    '<text:h>Harbour<text:s text:c="2"/>plan</text:h><text:p>The board <text:span>met</text:span> on 4 May'
    "<office:annotation><dc:creator>Bo</dc:creator><text:p>the 5th?</text:p></office:annotation> 2020.<text:note>"
    "<text:note-citation>1</text:note-citation><text:note-body><text:p>In closed session.</text:p></text:note-body>"
    "</text:note> It ended late.</text:p><table:table><table:table-row><table:table-cell><text:p>2021</text:p>"
    "</table:table-cell><table:table-cell><text:p>4 million</text:p></table:table-cell></table:table-row></table:table>"
)
ODT_META = "<dc:title>The plan</dc:title><meta:initial-creator>Ann</meta:initial-creator>" + (
    "<meta:creation-date>2020-05-05T10:00:00</meta:creation-date><dc:language>en-GB</dc:language>"
)


def test_an_open_document_is_read_in_order_with_its_roles(make_open_text: Make) -> None:
    raw = read_bytes(make_open_text(ODT_BODY, ODT_META), "a.odt")
    body = "Harbour plan\n\nThe board met on 4 May 2020. It ended late.\n2021\t4 million"
    assert raw.text == f"{body}\n\nthe 5th?\n\nIn closed session."
    assert labelled(raw) == [("headline", "Harbour plan"), ("comment", "the 5th?")]
    assert (raw.origin.kind, raw.origin.title, raw.origin.author, raw.origin.language) == (
        "odt",
        "The plan",
        "Ann",
        "en-GB",
    )
    assert raw.origin.evidence[0].value == "2020-05-05T10:00:00"


def test_a_protected_document_is_named(make_open_text: Make) -> None:
    manifest = {"META-INF/manifest.xml": "<manifest:encryption-data/>"}
    with pytest.raises(FormatError, match="password"):
        read_odt(make_open_text(ODT_BODY, "", **manifest), "a.odt")


LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(12)
)


def test_entities_that_multiply_are_refused(make_archive: Make) -> None:
    xml = f"<?xml version='1.0'?>{LAUGHS}]><x>&m;</x>"
    for members, reader in (
        ({"[Content_Types].xml": "<Types/>", "word/document.xml": xml}, read_docx),
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": xml}, read_odt),
    ):
        with pytest.raises(FormatError, match="entities"):
            reader(make_archive(members), "a")


def test_an_archive_that_unpacks_to_gigabytes_is_refused_unopened() -> None:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<x>" + b" " * 1_000_000)
        archive.filelist[0].file_size = 3_000_000_000
    with pytest.raises(FormatError, match="unpacks to far more"):
        read_docx(data.getvalue(), "bomb.docx")


def test_a_part_that_unpacks_to_too_much_is_refused(make_archive: Make) -> None:
    with pytest.raises(FormatError, match="more than 60 MB"):
        read_docx(make_archive({"word/document.xml": b"<x>" + b" " * 61_000_000}), "bomb.docx")


def test_an_archive_that_lies_about_its_sizes_is_refused(make_word: Make) -> None:
    data = bytearray(make_word("<w:p><w:r><w:t>" + "a" * 100_000 + "</w:t></w:r></w:p>"))
    with zipfile.ZipFile(BytesIO(bytes(data))) as archive:
        size = archive.getinfo("word/document.xml").file_size
    place = data.rfind(size.to_bytes(4, "little"))
    data[place : place + 4] = (10).to_bytes(4, "little")
    with pytest.raises(FormatError):
        read_docx(bytes(data), "a.docx")


@pytest.mark.parametrize("reader", [read_docx, read_odt])
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18, b"no archive"])
def test_what_is_no_document_is_refused(reader: Callable[[bytes, str], RawDocument], data: bytes) -> None:
    with pytest.raises(FormatError, match="damaged"):
        reader(data, "a")


def test_deeply_nested_markup_neither_crashes_nor_hides_the_text(make_word: Make, make_open_text: Make) -> None:
    deep = "<w:r>" * 5_000 + "<w:t>It rained.</w:t>" + "</w:r>" * 5_000
    with contextlib.suppress(FormatError):
        assert "It rained." in read_docx(make_word(f"<w:p>{deep}</w:p>"), "a.docx").text
    spans = "<text:span>" * 5_000 + "It rained." + "</text:span>" * 5_000
    with contextlib.suppress(FormatError):
        assert "It rained." in read_odt(make_open_text(f"<text:p>{spans}</text:p>"), "a.odt").text


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2_000), st.binary(min_size=1, max_size=8))
def test_a_damaged_document_is_a_text_or_a_sentence(
    make_word: Make, make_open_text: Make, place: int, damage: bytes
) -> None:
    word, odt = make_word("<w:p><w:r><w:t>It rained.</w:t></w:r></w:p>"), make_open_text(ODT_BODY, ODT_META)
    for data, reader in ((word, read_docx), (odt, read_odt)):
        spot = place % len(data)
        with contextlib.suppress(FormatError):
            assert reader(data[:spot] + damage + data[spot + len(damage) :], "a").text


def test_heads_and_feet_of_an_open_document_are_boilerplate(make_open_text: Make) -> None:
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    spaces = f'xmlns:style="{space}style:1.0" xmlns:text="{space}text:1.0"'
    head = "<style:header><text:p>Harbour report</text:p></style:header>"
    foot = "<style:footer><text:p>Printed on <text:span>2 June</text:span></text:p></style:footer>"
    styles = {"styles.xml": f"<style:master-page {spaces}>{head}{foot}</style:master-page>"}
    raw = read_odt(make_open_text("<text:p>It rained.</text:p>", "", **styles), "a.odt")
    assert raw.text == "Harbour report\n\nIt rained.\n\nPrinted on 2 June"
    assert labelled(raw) == [("boilerplate", "Harbour report"), ("boilerplate", "Printed on 2 June")]
    with pytest.raises(FormatError, match="no text"):
        read_odt(make_open_text("<text:p/>", "", **styles), "a.odt")


def test_a_table_heads_a_report_as_fields_do() -> None:
    document, data = Document(), BytesIO()
    table = document.add_table(rows=4, cols=2)
    rows = ("To", "Head of Mission"), ("From", "Field Office"), ("Date", "24 May 2021"), ("Subject", "Fire at the mill")
    for row, cells in zip(table.rows, rows, strict=True):
        row.cells[0].text, row.cells[1].text = cells
    document.add_paragraph("The mill burned down last Friday. Nobody was hurt, the fire service said.")
    document.save(data)
    raw = read_docx(data.getvalue(), "a.docx")
    segments = segment(raw.text, raw.origin.labels)
    assert (title_of(raw.text, segments, raw.origin), author_of(raw.text)) == ("Fire at the mill", "Field Office")
    assert detect_kind(raw.text, segments) is DocumentKind.REPORT


@pytest.mark.parametrize(
    ("created", "is_told"), [("2013-12-23T23:15:00Z", False), ("1980-01-01T00:00:00Z", False), ("2021-05-04", True)]
)
def test_the_date_of_a_template_is_not_the_documents(make_archive: Make, created: str, is_told: bool) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"<w:document {space}><w:body><w:p><w:r><w:t>It sank.</w:t></w:r></w:p></w:body></w:document>"
    core = f'<p xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:created>{created}</dcterms:created></p>'
    raw = read_docx(make_archive({"word/document.xml": body, "docProps/core.xml": core}), "a.docx")
    assert bool(raw.origin.evidence) is is_told
