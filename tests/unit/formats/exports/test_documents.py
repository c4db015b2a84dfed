"""What people read: Markdown, Word, TimeML; nothing that a source says becomes markup."""

import io
import re
import zipfile
from collections.abc import Callable
from xml.etree.ElementTree import Element

import defusedxml.ElementTree as Xml
import docx
import pytest
from markdown_it import MarkdownIt

from timeline_app.formats.errors import FormatError
from timeline_app.formats.exports.export import Rendered, make_export
from timeline_app.formats.exports.timeml import render as render_timeml
from timeline_app.model.change import Replace
from timeline_app.model.document import TimelineDocument

Render = Callable[..., Rendered]
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_markdown_numbers_its_quotes_and_sources(render: Render) -> None:
    text = render("markdown").data.decode()
    cited = re.findall(r"”\[\^(\d+)\]", text)
    assert cited == ["1", "2", "3"]
    assert re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE) == cited
    assert "1. \\=Report; \\<one\\>, Wire \\& Co, published Sun 28 March 2021 (Europe/Lisbon)" in text
    assert text.index("44 BC") < text.index("1850") < text.index("14 March 2021")


def test_markdown_shows_what_texts_say_as_they_say_it(render: Render) -> None:
    """Parsed as CommonMark, the only markup is ours."""
    tokens = MarkdownIt("commonmark").parse(render("markdown").data.decode())
    inside = [child for token in tokens for child in token.children or []]
    assert not {"html_inline", "link_open", "image", "code_inline"} & {child.type for child in inside}
    assert "html_block" not in {token.type for token in tokens}
    shown = "".join(child.content for child in inside)
    for words in ("# 1999: No. #7 [x](y) *bold* `code` !id", '<img src=x onerror=alert(1)> & "quotes"', "-1+cmd|"):
        assert words in shown
    assert [t.tag for t in tokens if t.type == "heading_open"] == ["h1", "h2", "h2"]


def test_a_quote_left_at_home_still_names_its_source(render: Render) -> None:
    text = render("markdown", quotes=False).data.decode()
    assert "Pier burned \\[1\\]" in text
    assert "[^" not in text


def test_word_opens_with_footnotes_to_source_and_sentence(render: Render) -> None:
    data = render("docx").data
    opened = docx.Document(io.BytesIO(data))
    rows = [[cell.text for cell in row.cells] for table in opened.tables for row in table.rows]
    assert rows[0] == ["Date", "Event"]
    assert any(row[0] == "44 BC" and row[1].startswith("Harbour founded") for row in rows)
    assert any("<script>alert(1)</script> & the pier burned." in row[1] for row in rows)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        notes = Xml.fromstring(package.read("word/footnotes.xml"))
        body = Xml.fromstring(package.read("word/document.xml"))
        assert b"footnotes+xml" in package.read("[Content_Types].xml")
    defined = [note.get(f"{WORD}id") for note in notes if note.get(f"{WORD}type") is None]
    referred = [mark.get(f"{WORD}id") for mark in body.iter(f"{WORD}footnoteReference")]
    assert defined == referred == ["1", "2", "3"]
    assert "[1] =Report; <one>, Wire & Co" in "".join(notes[2].itertext())


def test_a_chronology_says_what_nobody_has_reviewed(render: Render) -> None:
    assert "21 events · 1 undated · 21 not reviewed · 1 source" in render("markdown").data.decode()
    assert "1 event · 0 sources · clock times" in render("markdown", ["month"]).data.decode()  # it was accepted
    assert "*rejected*" in render("markdown", ["rejected"]).data.decode()


def test_word_numbers_its_pages(render: Render) -> None:
    opened = docx.Document(io.BytesIO(render("docx").data))
    [section] = opened.sections
    fields = [field.get(f"{WORD}instr") for field in section.footer._element.iter(f"{WORD}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]
    created = opened.core_properties.created
    assert created is not None
    assert created.year > 2023, "not the day on which its template was made"


def test_a_word_document_without_quotes_has_no_footnotes(render: Render) -> None:
    with zipfile.ZipFile(io.BytesIO(render("docx", quotes=False).data)) as package:
        assert "word/footnotes.xml" not in package.namelist()


def opened_timeml(document: TimelineDocument) -> list[Element]:
    rendered = render_timeml(make_export(document))
    with zipfile.ZipFile(io.BytesIO(rendered.data)) as archive:
        return [Xml.fromstring(archive.read(name)) for name in archive.namelist()]


def test_timeml_keeps_the_text_and_links_events_to_times(document: TimelineDocument) -> None:
    report, letter = opened_timeml(document)
    source = document.sources["r"]
    text = report.find("TEXT")
    assert text is not None
    assert "".join(text.itertext()) == source.text  # offsets stay what they were
    [timex] = text.iter("TIMEX3")
    assert (timex.text, timex.get("type"), timex.get("value")) == ("last Friday", "DATE", "2024-03-15")
    [dct] = report.iter("DCT")
    assert dct[0].get("functionInDocument") == "CREATION_TIME"
    assert timex.get("anchorTimeID") == dct[0].get("tid")
    [event], [instance], [link] = text.iter("EVENT"), report.iter("MAKEINSTANCE"), report.iter("TLINK")
    assert event.text == "ran"
    assert instance.get("eventID") == event.get("eid")
    assert (link.get("eventInstanceID"), link.get("relatedToTime")) == (instance.get("eiid"), timex.get("tid"))
    assert link.get("relType") == "IS_INCLUDED"
    assert "".join(letter.itertext()).count("Maren") == 1


def test_timeml_holds_any_text(project: TimelineDocument) -> None:
    [parsed] = opened_timeml(project)
    text = parsed.find("TEXT")
    assert text is not None
    whole = "".join(text.itertext())
    assert len(whole) == len(project.sources["s"].text)  # what XML has no character for is replaced one by one
    assert whole.startswith("<script>alert(1)</script> & the pier burned.\n")
    assert "]]> and 😀" in whole


def test_timeml_without_texts_says_so(project: TimelineDocument) -> None:
    with pytest.raises(FormatError, match="none of these events has a source"):
        render_timeml(make_export(project, ["bc"]))


def test_a_correction_of_the_analyst_is_what_timeml_says(document: TimelineDocument) -> None:
    from dataclasses import replace

    from timeline_app.model.time_value import TimeValue

    corrected = replace(document.expressions["r:t1"], correction=TimeValue.month(2024, 2))
    document.apply(Replace(corrected))
    [timex] = opened_timeml(document)[0].findall("TEXT/TIMEX3")
    assert (timex.get("value"), timex.get("temporalFunction")) == ("2024-02", "false")
