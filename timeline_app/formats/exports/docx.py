"""The chronology as a Word document: dates and events side by side, each quote with a real footnote."""

import io
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from timeline_app.formats.exports.account import Account, Entry, citation, make_account
from timeline_app.formats.exports.export import Export, ExportFormat, Rendered, uses
from timeline_app.formats.exports.wording import source_line

if TYPE_CHECKING:
    from docx.document import Document

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BOLD, _RAISED = "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
_WIDTHS = (2381, 7257)  # of the columns, in twentieths of a point: 4.2 and 12.8 cm
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def render(export: Export) -> Rendered:
    """The document."""
    import docx

    account = make_account(export)
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = _text(account.title), "", ""
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)  # its dates are in UTC
    _set_pages(document)
    document.add_heading(_text(account.title), 0)
    document.add_paragraph(_text(account.summary))
    _table(document, account.dated)
    if account.undated:
        document.add_heading("Undated", 1)
        _table(document, account.undated)
    if account.sources:
        document.add_heading("Sources", 1)
        for number, source in enumerate(account.sources, 1):
            document.add_paragraph(f"[{number}] {_text(source_line(source))}")
    _add_footnotes(document, account)
    out = io.BytesIO()
    document.save(out)
    return Rendered(out.getvalue())


def _set_pages(document: "Document") -> None:
    """A4, margins of two centimetres, and the number of each page at its foot."""
    from docx.oxml import parse_xml
    from docx.shared import Cm

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


def _table(document: "Document", entries: tuple[Entry, ...]) -> None:
    """Date and event, a row each, the header repeated on every page.

    The rows are written as text and parsed at once: python-docx adds a row in time that grows with the table.
    """
    from docx.oxml import parse_xml

    if not entries:
        return
    header = _row(
        _paragraph("Date", _BOLD), _paragraph("Event", _BOLD), "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    )
    rows = (_row(_paragraph(entry.when), _told(entry)) for entry in entries)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    table = (
        f'<w:tbl xmlns:w="{_W}"><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:type="dxa" w:w="{sum(_WIDTHS)}"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{header}{"".join(rows)}</w:tbl>'
    )
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(table))  # before the section's properties, which end a document


def _row(date: str, event: str, properties: str = "") -> str:
    cells = (
        f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr>{paragraphs}</w:tc>'
        for width, paragraphs in zip(_WIDTHS, (date, event), strict=True)
    )
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def _told(entry: Entry) -> str:
    """The paragraphs of an event."""
    cited = "".join(f" [{number}]" for number in entry.cited)
    parts = [f"<w:p>{_run(entry.title, _BOLD)}{_run(cited)}</w:p>"]
    if entry.standing:
        parts.append(_paragraph(entry.standing, "<w:rPr><w:i/></w:rPr>"))
    if entry.description:
        parts.append(_paragraph(entry.description))
    parts += [f"<w:p>{_run(f'“{quote.words}”')}{_reference(quote.number)}</w:p>" for quote in entry.quotes]
    return "".join([*parts, *map(_paragraph, entry.notes)])


def _paragraph(text: str, properties: str = "") -> str:
    return f"<w:p>{_run(text, properties)}</w:p>"


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
        f'<w:footnote w:id="{number}"><w:p><w:r>{_RAISED}<w:footnoteRef/></w:r>'
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
