"""The chronology as a Word document: dates and events side by side, each quote with a real footnote."""

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from timeline_app.formats.exports.account import Account, Entry, citation, make_account
from timeline_app.formats.exports.export import Export, ExportFormat, Rendered, uses
from timeline_app.formats.exports.wording import source_line
from timeline_app.model.ids import new_id

if TYPE_CHECKING:
    from docx.document import Document

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BOLD, _RAISED = "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
_MUTED, _QUIET = '<w:rPr><w:color w:val="5B6675"/></w:rPr>', '<w:rPr><w:i/><w:color w:val="5B6675"/></w:rPr>'
_TIGHT = '<w:pPr><w:spacing w:before="0" w:after="40"/></w:pPr>'  # twentieths of a point
_WIDTHS = (2381, 7257)  # of the columns, in twentieths of a point: 4.2 and 12.8 cm
_RULES = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="C9D0D9"/>' for side in ("top", "bottom", "insideH"))
_MARGINS = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in (("top", 80), ("bottom", 60)))
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def render(export: Export) -> Rendered:
    """The document."""
    import docx
    from docx.shared import RGBColor

    account = make_account(export)
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = _text(account.title), "", ""
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)  # its dates are in UTC
    _set_pages(document)
    document.add_heading(_text(account.title), 0)
    document.add_paragraph().add_run(_text(account.summary)).font.color.rgb = RGBColor(0x5B, 0x66, 0x75)
    tables = {new_id(): account.dated}
    document.add_paragraph(next(iter(tables)))
    if account.undated:
        document.add_heading("Undated", 1)
        tables[place := new_id()] = account.undated
        document.add_paragraph(place)
    if account.sources:
        document.add_heading("Sources", 1)
        for number, source in enumerate(account.sources, 1):
            _add_source(document, f"[{number}]\t{_text(source_line(source))}")
    _add_footnotes(document, account)
    out = io.BytesIO()
    document.save(out)
    return Rendered(_with_tables(out.getvalue(), tables))


def _set_pages(document: "Document") -> None:
    """A4, margins of two centimetres, one face in ten points, and the number of each page at its foot."""
    from docx.oxml import parse_xml
    from docx.shared import Cm, Pt

    font = document.styles["Normal"].font
    font.name, font.size = "Calibri", Pt(10)

    fields = "".join(
        f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r><w:fldSimple w:instr="{field}"><w:r><w:t>1</w:t></w:r>'
        "</w:fldSimple>"
        for words, field in (("", "PAGE"), (" / ", "NUMPAGES"))
    )
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(2)
        foot = f'<w:p xmlns:w="{_W}"><w:pPr><w:jc w:val="right"/></w:pPr>{fields}</w:p>'
        section.footer.is_linked_to_previous = False
        section.footer.paragraphs[0]._p.getparent().replace(section.footer.paragraphs[0]._p, parse_xml(foot))


def _with_tables(data: bytes, tables: dict[str, tuple[Entry, ...]]) -> bytes:
    """The document with each table in place of the paragraph that holds its key.

    The tables are written as text: as objects of python-docx those of a large project take minutes and gigabytes.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for item in made.infolist():
            content = made.read(item)
            if item.filename == "word/document.xml":
                parts: list[bytes] = []
                for place, entries in tables.items():
                    before, _, after = content.partition(place.encode())
                    parts += [before[: before.rindex(b"<w:p>")], _table(entries).encode("utf-8")]
                    content = after[after.index(b"</w:p>") + len(b"</w:p>") :]
                content = b"".join([*parts, content])
            package.writestr(item, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _table(entries: tuple[Entry, ...]) -> str:
    """Date and event, a row each that no page parts, the header repeated on every page; nothing without entries."""
    if not entries:
        return ""
    header = _row(_paragraph("Date", _MUTED), _paragraph("Event", _MUTED), "<w:tblHeader/>")
    rows = (_row(_paragraph(entry.when, _BOLD), _told(entry)) for entry in entries)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="{sum(_WIDTHS)}"/><w:tblBorders>{_RULES}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{_MARGINS}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{header}{''.join(rows)}</w:tbl>"
    )


def _add_source(document: "Document", words: str) -> None:
    """A source with its number out at the left."""
    from docx.shared import Cm, Pt

    form = document.add_paragraph(words).paragraph_format
    form.left_indent, form.first_line_indent, form.space_after = Cm(1), Cm(-1), Pt(3)
    form.tab_stops.add_tab_stop(Cm(1))


def _row(date: str, event: str, properties: str = "") -> str:
    cells = (
        f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr>{paragraphs}</w:tc>'
        for width, paragraphs in zip(_WIDTHS, (date, event), strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _told(entry: Entry) -> str:
    """The paragraphs of an event."""
    cited = "".join(f" [{number}]" for number in entry.cited)
    parts = [f"<w:p>{_TIGHT}{_run(entry.title, _BOLD)}{_run(cited)}</w:p>"]
    if entry.standing:
        parts.append(_paragraph(entry.standing, _QUIET))
    if entry.description:
        parts.append(_paragraph(entry.description))
    parts += [f"<w:p>{_TIGHT}{_run(f'“{quote.words}”')}{_reference(quote.number)}</w:p>" for quote in entry.quotes]
    return "".join([*parts, *map(_paragraph, entry.notes)])


def _paragraph(text: str, properties: str = "") -> str:
    return f"<w:p>{_TIGHT}{_run(text, properties)}</w:p>"


def _run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(_text(text))}</w:t></w:r>' if text else ""


def _reference(number: int) -> str:
    """A footnote's reference at the end of a paragraph, raised as Word does it."""
    return f'<w:r>{_RAISED}<w:footnoteReference w:id="{number}"/></w:r>'


def _add_footnotes(document: "Document", account: Account) -> None:
    """The part of the package that holds the footnotes, which python-docx does not make (ECMA-376-1, 17.11)."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    quotes = [quote for entry in (*account.dated, *account.undated) for quote in entry.quotes]
    if not quotes:
        return
    notes = "".join(_footnote(quote.number, citation(account, quote)) for quote in quotes)
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{id_}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for kind, id_, mark in (("separator", -1, "separator"), ("continuationSeparator", 0, "continuationSeparator"))
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:footnotes xmlns:w="{_W}">{separators}{notes}</w:footnotes>'
    )
    part = Part(PackURI("/word/footnotes.xml"), _CONTENT_TYPE, xml.encode("utf-8"), document.part.package)
    document.part.relate_to(part, _RELATION)


def _footnote(number: int, words: str) -> str:
    small = '<w:rPr><w:sz w:val="18"/></w:rPr>'
    return (
        f'<w:footnote w:id="{number}"><w:p>{_TIGHT}<w:r>{_RAISED}<w:footnoteRef/></w:r>'
        f'<w:r>{small}<w:t xml:space="preserve"> {escape(_text(words))}</w:t></w:r></w:p></w:footnote>'
    )


def _text(text: str) -> str:
    """What XML can hold of a text."""
    return _NOT_XML.sub("\ufffd", text)


FORMAT = ExportFormat(
    "docx",
    "Chronology (Word)",
    ".docx",
    "a chronology with footnotes to source and sentence",
    render,
    uses("title", "quotes", "notes"),
    is_text=False,
)
