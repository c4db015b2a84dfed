"""Reads a document's text from a file: plain text and Markdown in any encoding, everything else refused by name."""

import codecs
import hashlib
from dataclasses import dataclass
from pathlib import Path

from timeline_app.formats.errors import FormatError, os_failure

MAX_BYTES = 10_000_000  # a thousand-page book is 3 MB

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_ENDINGS = {
    ".htm": "a web page", ".html": "a web page", ".mhtml": "a web archive", ".mht": "a web archive",
    ".pdf": "a PDF", ".docx": "a Word document", ".doc": "a Word document", ".odt": "an OpenDocument text",
    ".rtf": "a rich-text document", ".eml": "an e-mail", ".msg": "an Outlook message", ".csv": "a table",
    ".xlsx": "a spreadsheet", ".json": "JSON data", ".jsonl": "JSON lines", ".zip": "an archive",
}  # fmt: skip
_OTHER_STARTS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "an archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
)


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A file as read: its name, its text with line ends as ``\\n``, the SHA-256 of its bytes, and what to know."""

    name: str
    text: str
    sha256: str
    warnings: tuple[str, ...] = ()


def read_document(path: Path) -> RawDocument:
    """Reads a text or Markdown file; raises FormatError for what is missing, too large, binary or of another kind."""
    data = _read_bytes(path)
    name = path.name.encode("utf-8", "replace").decode("utf-8")
    _refuse_other_kinds(path, data)
    text, warnings = _decode(path, data)
    if "\x00" in text:
        raise FormatError(f"Could not read {path}: it is a binary file, not a text. Save its text as .txt.")
    if not text.strip():
        raise FormatError(f"Could not read {path}: it holds no text.")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return RawDocument(name, text, hashlib.sha256(data).hexdigest(), warnings)


def _read_bytes(path: Path) -> bytes:
    try:
        if path.exists() and path.is_dir():
            raise FormatError(f"Could not read {path}: it is a folder; name the files in it.")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise os_failure("read", path, error) from error
    except ValueError as error:  # a NUL in the name
        raise FormatError(f"Could not read {path!r}: {error}.") from error
    if len(data) > MAX_BYTES:
        raise FormatError(f"Could not read {path}: it is larger than {MAX_BYTES // 1_000_000} MB; split it.")
    return data


def _refuse_other_kinds(path: Path, data: bytes) -> None:
    if data.startswith(b"SQLite format 3\x00") or path.suffix.lower() == ".tline":
        raise FormatError(f"Could not read {path} as a document: it is a project. Open it with timeline-app {path}.")
    start = data[:64].lstrip().lower()
    kind = next((kind for magic, kind in _OTHER_STARTS if start.startswith(magic.lower())), None)
    kind = kind or _OTHER_ENDINGS.get(path.suffix.lower())
    if kind:
        raise FormatError(
            f"Could not read {path}: it is {kind}, and only plain text and Markdown are read. Save its text as .txt."
        )


def _decode(path: Path, data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        if b"\x00" in data:
            raise FormatError(
                f"Could not read {path}: it is a binary file, not a text. Save its text as .txt."
            ) from None
    return _guess(data)


def _guess(data: bytes) -> tuple[str, tuple[str, ...]]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    encoding = best.encoding if best else "cp1252"
    text = data.decode(encoding, "replace")
    shown = encoding.replace("_", "-")
    return text, (f"The file does not say its encoding; it was read as {shown}. Check its accented letters.",)
