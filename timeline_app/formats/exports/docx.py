"""The chronology as a Word document: dates and events side by side, each quote with a real footnote."""

import io
import re
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from timeline_app.formats.exports.account import Account, Entry, citation, make_account
from timeline_app.formats.exports.export import Export, ExportFormat, Rendered, uses
from timeline_app.formats.exports.wording import source_line

if TYPE_CHECKING:
    from docx.document import Document

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def render(export: Export) -> Rendered:
    """The document."""
    import docx

    account = make_account(export)
    document = docx.Document()
    document.core_properties.title = _text(account.title)
    document.core_properties.author = ""
    document.core_properties.comments = ""
    _set_margins(document)
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


def _set_margins(document: "Document") -> None:
    from docx.shared import Cm

    for section in document.sections:
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(2)


def _table(document: "Document", entries: tuple[Entry, ...]) -> None:
    """Date and event, a row each, the header repeated on every page."""
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    if not entries:
        return
    table = document.add_table(rows=1, cols=2)
    table.style = "Table Grid"
    table.autofit = False
    header = table.rows[0]
    for cell, words in zip(header.cells, ("Date", "Event"), strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    header._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for entry in entries:
        date, event = table.add_row().cells
        date.paragraphs[0].add_run(_text(entry.when))
        _fill(event, entry)
    for row in table.rows:
        for cell, width in zip(row.cells, (Cm(4.2), Cm(12.8)), strict=True):
            cell.width = width


def _fill(cell: Any, entry: Entry) -> None:
    heading = cell.paragraphs[0]
    heading.add_run(_text(entry.title)).bold = True
    heading.add_run("".join(f" [{number}]" for number in entry.cited))
    if entry.standing:
        cell.add_paragraph().add_run(_text(entry.standing)).italic = True
    if entry.description:
        cell.add_paragraph(_text(entry.description))
    for quote in entry.quotes:
        paragraph = cell.add_paragraph(f"“{_text(quote.words)}”")
        _refer(paragraph, quote.number)
    for note in entry.notes:
        cell.add_paragraph(_text(note))


def _refer(paragraph: Any, number: int) -> None:
    """A footnote's reference at the end of a paragraph, raised as Word does it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run()
    run.font.superscript = True
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(number))
    run._r.append(reference)


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
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    small = '<w:rPr><w:sz w:val="18"/></w:rPr>'
    return (
        f'<w:footnote w:id="{number}"><w:p><w:r>{raised}<w:footnoteRef/></w:r>'
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
