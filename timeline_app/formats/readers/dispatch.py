"""A file's bytes to the reader of its kind."""

import importlib
from collections.abc import Callable
from pathlib import PurePath

from timeline_app.formats.errors import UnreadableError
from timeline_app.formats.opening import too_large
from timeline_app.formats.readers.kinds import MAX_BYTES, Kind, kind_of
from timeline_app.model.document_text import RawDocument

Reader = Callable[[bytes, str], RawDocument]

# Modules are named, not imported: each brings a library of its own.
_READERS = {
    Kind.TEXT: ("plain", "read_text"),
    Kind.HTML: ("html_page", "read_html"),
    Kind.MHTML: ("mhtml", "read_mhtml"),
    Kind.PDF: ("pdf", "read_pdf"),
    Kind.DOCX: ("docx_file", "read_docx"),
    Kind.ODT: ("odt", "read_odt"),
    Kind.EML: ("mail", "read_eml"),
}


def reader_of(kind: Kind) -> Reader:
    """The function that reads a kind of document."""
    module, function = _READERS[kind]
    reader: Reader = getattr(importlib.import_module(f"timeline_app.formats.readers.{module}"), function)
    return reader


def read_bytes(data: bytes, name: str) -> RawDocument:
    """Reads a document of any kind in this process; FormatError for one that cannot be read, and nothing else."""
    kind = kind_of(data, PurePath(name).name)
    if len(data) > MAX_BYTES[kind]:
        raise too_large(name, MAX_BYTES[kind])
    return read_kind(kind, data, name)


def read_kind(kind: Kind, data: bytes, name: str) -> RawDocument:
    """Reads a document of a known kind in this process; whatever a library raises becomes an UnreadableError."""
    try:
        return reader_of(kind)(data, name)
    except UnreadableError:
        raise
    except MemoryError:
        raise UnreadableError(
            name, "reading it takes more memory than a document should; save its text as .txt"
        ) from None
    except RecursionError:
        raise UnreadableError(name, "it is nested too deeply; save its text as .txt") from None
