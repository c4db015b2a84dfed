"""From a path to a document: opened with care, told apart by its content, read by the reader of its kind."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from timeline_app.formats.errors import UnreadableError
from timeline_app.formats.opening import read_file, too_large
from timeline_app.formats.readers.dispatch import read_kind
from timeline_app.formats.readers.kinds import LARGEST, MAX_BYTES, Kind, kind_of
from timeline_app.formats.readers.reading_process import MAX_SECONDS, ReadingProcess
from timeline_app.model.document_text import RawDocument

MAX_TEXT = 10_000_000  # code points
MAX_LINES = 500_000  # a log of that many takes minutes to read


class DocumentReader:
    """Reads many documents one after the other; close it, or use it in a with statement, to end its process.

    Plain text is read in this process; what a library parses, in a process of its own.
    """

    def __init__(self, command: Sequence[str] | None = None, max_seconds: float = MAX_SECONDS) -> None:
        self._process = ReadingProcess(command, max_seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the reading process; the next document would start another."""
        self._process.close()

    def read(self, path: Path) -> RawDocument:
        """Reads a document of any kind; FormatError with one sentence for what cannot be read."""
        if _is_folder(path):
            raise UnreadableError(path, "it is a folder; name the files in it")
        name = path.name.encode("utf-8", "replace").decode("utf-8")
        data = read_file(path, LARGEST)
        _refuse_events(path, data)
        return self.read_data(data, name, path)

    def read_data(self, data: bytes, name: str, path: object) -> RawDocument:
        """Reads the bytes of a document; `path` is what messages call it."""
        try:
            kind = kind_of(data, name)
            if len(data) > MAX_BYTES[kind]:
                raise too_large(name, MAX_BYTES[kind])
            document = read_kind(kind, data, name) if kind is Kind.TEXT else self._process.read(kind, data, name)
            return _without_endless(document)
        except UnreadableError as error:
            raise UnreadableError(path, error.reason) from error


def _without_endless(document: RawDocument) -> RawDocument:
    """The document without attachments that are longer than any report; UnreadableError where it is so itself."""
    if reason := _too_long(document.text):
        raise UnreadableError(document.name, reason)
    refused = [(one.name, reason) for one in document.attachments if (reason := _too_long(one.text))]
    if not refused:
        return document
    kept = tuple(one for one in document.attachments if not _too_long(one.text))
    are = "attachment was" if len(refused) == 1 else "attachments were"
    listed = "; ".join(f"{name} ({reason})" for name, reason in refused)
    warnings = (*document.warnings, f"{len(refused)} {are} left out: {listed}.")
    return replace(document, attachments=kept, warnings=warnings)


def _too_long(text: str) -> str:
    """Why a text is not read, as a small archive can hold it; empty for one that is."""
    if len(text) > MAX_TEXT:
        return f"its text is longer than {MAX_TEXT // 1_000_000} million characters; split it"
    if text.count("\n") > MAX_LINES:
        return f"it has more than {MAX_LINES:,} lines, the most that are read; split it"
    return ""


def _refuse_events(path: Path, data: bytes) -> None:
    """Raises UnreadableError for a file of events, which another command takes."""
    from timeline_app.formats.imports import detect  # not in the reading process, which never asks

    if path.suffix.lower() in detect.SUFFIXES and (kind := detect.kind_of_data(path, data)) is not None:
        advice = "import them with “timeline-app import”, or with File › Import events"
        raise UnreadableError(path, f"it holds events ({detect.KINDS[kind]}), not a report; {advice}")


def read_document(path: Path) -> RawDocument:
    """Reads one document of any kind; FormatError with one sentence for what cannot be read."""
    with DocumentReader() as reader:
        return reader.read(path)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a loop of links, a NUL in the name: opening it says what is wrong
        return False
