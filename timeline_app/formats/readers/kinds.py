"""What kind of document a file is: by its first bytes, else by its ending; and what to say of kinds that are not read.

A file that says one thing and is another is read as what it is.
"""

import re
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import PurePath

from timeline_app.formats.errors import UnreadableError


class Kind(StrEnum):
    """A kind of document that is read."""

    TEXT = "text"
    HTML = "html"
    MHTML = "mhtml"
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    EML = "eml"


@dataclass(frozen=True, slots=True)
class _Other:
    """A kind that is not read: what it is called and what to do."""

    called: str
    advice: str = "save its text as .txt"


_BY_ENDING = {
    ".txt": Kind.TEXT, ".text": Kind.TEXT, ".md": Kind.TEXT, ".markdown": Kind.TEXT,
    ".htm": Kind.HTML, ".html": Kind.HTML, ".xhtml": Kind.HTML, ".mhtml": Kind.MHTML, ".mht": Kind.MHTML,
    ".pdf": Kind.PDF, ".docx": Kind.DOCX, ".docm": Kind.DOCX, ".odt": Kind.ODT, ".eml": Kind.EML,
}  # fmt: skip
SUFFIXES = frozenset(_BY_ENDING)

MAX_BYTES = {
    Kind.TEXT: 10_000_000,  # a thousand-page book is 3 MB
    Kind.HTML: 50_000_000,  # pictures in the page included
    Kind.MHTML: 50_000_000,
    Kind.PDF: 100_000_000,
    Kind.DOCX: 50_000_000,
    Kind.ODT: 50_000_000,
    Kind.EML: 50_000_000,
}
LARGEST = max(MAX_BYTES.values())

_ARCHIVE = _Other("an archive", "unpack it and import the folder")
_SHEET = _Other("a spreadsheet")
_SLIDES = _Other("a presentation", "save it as .pdf")
_MAILBOX = _Other("a mailbox", "save its messages as .eml")
_TABLE = _Other("a table")
_OTHER_BY_ENDING = {
    ".doc": _Other("an old Word document", "save it as .docx"),
    ".rtf": _Other("a rich-text document", "save it as .docx"),
    ".pages": _Other("a Pages document", "export it as .docx"),
    ".epub": _Other("an e-book"),
    ".msg": _Other("an Outlook message", "save it as .eml"),
    ".pst": _MAILBOX, ".mbox": _MAILBOX,
    ".csv": _TABLE, ".tsv": _TABLE, ".xlsx": _SHEET, ".xls": _SHEET, ".ods": _SHEET,
    ".pptx": _SLIDES, ".ppt": _SLIDES, ".odp": _SLIDES,
    ".json": _Other("JSON data"), ".jsonl": _Other("JSON lines"), ".xml": _Other("XML data"),
    ".zip": _ARCHIVE, ".gz": _ARCHIVE, ".7z": _ARCHIVE, ".rar": _ARCHIVE,
    ".warc": _Other("a web archive", "save the page as .html or .mhtml"),
    ".webarchive": _Other("a web archive", "save the page as .html"),
}  # fmt: skip
_PICTURE = _Other("a picture", "run text recognition on it and save the text as .txt")
_RECORDING = _Other("a recording", "write down what is said and save it as .txt")
_OTHER_BY_START = (
    (
        b"\xd0\xcf\x11\xe0",
        _Other("an old or password-protected Office file", "save it as .docx (a message as .eml) without a password"),
    ),
    (b"{\\rtf", _OTHER_BY_ENDING[".rtf"]),
    (b"\x89PNG", _PICTURE), (b"\xff\xd8\xff", _PICTURE), (b"GIF8", _PICTURE), (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE), (b"RIFF", _RECORDING), (b"ID3", _RECORDING), (b"OggS", _RECORDING),
    (b"\x1f\x8b", _ARCHIVE), (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!", _ARCHIVE), (b"\x7fELF", _Other("a program")), (b"MZ\x90\x00", _Other("a program")),
)  # fmt: skip
_PICTURE_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")
_HTML_START = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_BEFORE_HTML = re.compile(rb"\s+|<!--[^>]*-->|<\?xml[^>]*>")
_HEADER = re.compile(rb"(?:[!-9;-~]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)+", re.DOTALL)
_MAIL_FIELDS = re.compile(
    rb"^(?:message-id|mime-version|received|return-path|delivered-to):", re.IGNORECASE | re.MULTILINE
)
_START = 4_096


def kind_of(data: bytes, name: str) -> Kind:
    """The kind of a document by its content and name; UnreadableError for a kind that is not read, with what to do."""
    start = data[:_START].removeprefix(b"\xef\xbb\xbf")
    suffix = PurePath(name).suffix.lower()
    if data.startswith(b"SQLite format 3\x00") or suffix == ".tline":
        raise UnreadableError(name, "it is a project, not a document; open it with File › Open")
    if start.lstrip().startswith(b"%PDF-") or (suffix == ".pdf" and b"%PDF-" in start):
        return Kind.PDF
    if start.startswith(b"PK\x03\x04"):
        return _kind_of_archive(data, name, suffix)
    other = _picture_or_film(start) or next(
        (other for magic, other in _OTHER_BY_START if start.lstrip().startswith(magic)), None
    )
    if other is None and suffix not in _BY_ENDING:
        other = _OTHER_BY_ENDING.get(suffix)
    if other is not None:
        raise UnreadableError(name, f"it is {other.called}, which is not read; {other.advice}")
    return _kind_of_text(start, suffix)


def _picture_or_film(start: bytes) -> _Other | None:
    """What a container is for: its second word says whether RIFF or ISO media holds a picture or a recording."""
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
        return _PICTURE
    if start[4:8] != b"ftyp":
        return None
    return _PICTURE if start[8:12] in _PICTURE_BRANDS else _RECORDING


def _kind_of_text(start: bytes, suffix: str) -> Kind:
    """The kind of a file that is no archive and no PDF."""
    by_ending = _BY_ENDING.get(suffix)
    if by_ending in (Kind.MHTML, Kind.EML, Kind.HTML):
        return by_ending
    if _begins_as_page(start):
        return Kind.HTML
    header = _HEADER.match(start.replace(b"\r\n", b"\n"))
    if header and by_ending is None and _MAIL_FIELDS.search(header.group()):
        return Kind.MHTML if b"multipart/related" in header.group().lower() else Kind.EML
    return by_ending if by_ending in (Kind.PDF, Kind.DOCX, Kind.ODT) else Kind.TEXT


def _begins_as_page(start: bytes) -> bool:
    position = 0
    while before := _BEFORE_HTML.match(start, position):
        position = before.end()
    return bool(_HTML_START.match(start, position))


def _kind_of_archive(data: bytes, name: str, suffix: str) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = set(archive.namelist())
            mimetype = archive.read("mimetype")[:200] if _is_short(archive, "mimetype") else b""
    except Exception as error:  # zipfile raises whatever a broken directory leads it to
        raise UnreadableError(name, f"the file is damaged ({error or type(error).__name__})") from error
    if "word/document.xml" in members or (suffix in (".docx", ".docm") and "[Content_Types].xml" in members):
        return Kind.DOCX
    if mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        return Kind.ODT
    other = _OTHER_BY_ENDING.get(suffix) or _ARCHIVE
    raise UnreadableError(name, f"it is {other.called}, which is not read; {other.advice}")


def _is_short(archive: zipfile.ZipFile, member: str) -> bool:
    return member in archive.NameToInfo and archive.NameToInfo[member].file_size < 1_000
