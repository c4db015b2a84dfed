"""What is fuzzed: functions from bytes that must either do their work or refuse in the one way that they promise."""

import json
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from timeline_app.formats import project_file
from timeline_app.formats.errors import FormatError
from timeline_app.formats.project_check import project_fault
from timeline_app.formats.project_file import open_project
from timeline_app.formats.project_records import TABLE_OF
from timeline_app.formats.readers import dispatch, kinds
from timeline_app.model.codec import CodecError, decode, from_json, to_json
from timeline_app.model.fast_codec import UndecidedError, build
from timeline_app.model.source import DateOrder, DocumentKind, PublicationContext
from timeline_app.model.time_value import TimeValue
from timeline_app.temporal.resolution import resolve_all
from timeline_app.temporal.tagger import find_expressions
from timeline_app.temporal.tokenizer import split_sentences

_RECORDS = list(TABLE_OF)
_KINDS = list(kinds.Kind)
_FOLDER = Path(tempfile.mkdtemp(prefix="timeline-fuzz-"))


def project(data: bytes) -> None:
    """A project file: opened whole or at once, every record read, looked through; it refuses with a sentence."""
    project_file._LARGE = 1 if data[-1:] > b"\x7f" else 1 << 60
    path = _FOLDER / "case.tline"
    path.write_bytes(data)
    with suppress(FormatError):
        opened = open_project(path)
        for kind in TABLE_OF:
            list(opened.document.table(kind).values())
        if opened.shelf is not None:
            opened.shelf.close()
    project_fault(path)
    assert path.read_bytes() == data, "a project was changed by opening it"
    assert [p.name for p in _FOLDER.iterdir()] == ["case.tline"]


def records(data: bytes) -> None:
    """A record's JSON: what the compiled decoder accepts, the other one reads the same, and it is written the same."""
    kind, text = _RECORDS[data[0] % len(_RECORDS)] if data else _RECORDS[0], data[1:].decode("utf-8", "replace")
    try:
        fast = build(kind, text)
    except UndecidedError:
        with suppress(CodecError):
            from_json(kind, text)
        return
    assert decode(kind, json.loads(text)) == fast
    assert from_json(kind, to_json(fast)) == fast


def tagger(data: bytes) -> None:
    """A text, read in a context: every expression is where it says, and none makes anything fail."""
    head, text = data[:3].ljust(3, b"\0"), data[3:].decode("utf-8", "surrogateescape")
    language = "de" if head[0] & 1 else "en"
    published = None if head[0] & 2 else TimeValue.day(1900 + head[1], 1 + head[2] % 12, 1 + head[2] % 28)
    kind = list(DocumentKind)[head[0] % len(DocumentKind)]
    order = list(DateOrder)[head[2] % len(DateOrder)]
    context = PublicationContext(published, "Europe/Vienna", order, kind)
    found = find_expressions("s", text, split_sentences(text), language=language)
    for expression in resolve_all(found, context):
        assert text[expression.span.start : expression.span.end] == expression.phrase
        assert from_json(type(expression), to_json(expression)) == expression


def readers(data: bytes) -> None:
    """A document of some kind, or of whatever kind it says it is: a text with its origin, or a sentence."""
    if not data:
        return
    with suppress(FormatError):
        if data[0] % (len(_KINDS) + 1) == len(_KINDS):
            read = dispatch.read_bytes(data[1:], "report")
        else:
            read = dispatch.read_kind(_KINDS[data[0] % (len(_KINDS) + 1)], data[1:], "report")
        assert all(0 <= s.span.start <= s.span.end <= len(read.text) for s in read.origin.labels)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "project": project,
    "records": records,
    "tagger": tagger,
    "readers": readers,
}
