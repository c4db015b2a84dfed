"""The outputs that `extract` and `export` share, and the options that say what leaves."""

import argparse
import os
import shutil
import sys
from pathlib import Path

from timeline_app.cli.messages import FAILED, OK, say, writing_stdout
from timeline_app.formats.atomic import check_writable
from timeline_app.formats.chronology import chronology
from timeline_app.formats.errors import FormatError
from timeline_app.formats.exports.export import Export, ExportFormat, ExportOptions, make_export, write_export
from timeline_app.gui.export_formats import format_of
from timeline_app.model.document import TimelineDocument

_NAMES = ("csv", "png", "svg", "pdf", "json")
STDOUT = Path("-")


def add_output_options(parser: argparse.ArgumentParser) -> None:
    """Declares ``--csv``, ``--json`` and the pictures."""
    group = parser.add_argument_group("outputs", "- is standard output; without any, the chronology is printed")
    group.add_argument("--csv", metavar="FILE", type=Path, help="write the events as CSV")
    group.add_argument("--png", metavar="FILE", type=Path, help="write a picture of the whole timeline")
    group.add_argument("--svg", metavar="FILE", type=Path, help="write the picture so that it scales, for the web")
    group.add_argument("--pdf", metavar="FILE", type=Path, help="write the picture for print, with real text")
    group.add_argument("--json", metavar="FILE", type=Path, help="write sources, events and links as JSON")


def named_outputs(options: argparse.Namespace) -> list[Path]:
    """The output files that were named on the command line."""
    names = (*_NAMES, "project", "output")
    return [path for name in names if isinstance(path := getattr(options, name, None), Path)]


def check_outputs(options: argparse.Namespace, inputs: list[Path]) -> None:
    """Raises FormatError when an output could not be written, or would replace an input."""
    read = {os.path.realpath(path) for path in inputs if path != STDOUT}
    named: set[str] = set()
    for path in named_outputs(options):
        if path != STDOUT:
            check_writable(path)
        place = os.path.realpath(path)
        if place in read:
            raise FormatError(f"Could not write {path}: it is one of the files to read; name another.")
        if place in named:
            raise FormatError(f"Could not write {path}: two outputs have that name; name another.")
        named.add(place)


def write_outputs(
    document: TimelineDocument,
    options: argparse.Namespace,
    export: Export | None = None,
    name: str = "",
    chosen: ExportOptions | None = None,
) -> int:
    """Writes what was asked for, each file whole or not at all; 1 when one of them failed.

    Without an `export`, of every event, made with the `chosen` options; `name` is that of the project's file, for a
    title.
    """
    code = OK
    for kind_id in _NAMES:
        path: Path | None = getattr(options, kind_id, None)
        kind = format_of(kind_id)
        if path is not None and kind is not None:
            every = document.events if kind_id == "json" else None  # the JSON tells what was rejected too
            whole = export or make_export(document, every, chosen, name)
            code = max(code, write_one(whole, kind, path, quiet=True))
    return code


def write_one(export: Export, kind: ExportFormat, path: Path, *, quiet: bool = False) -> int:
    """Writes one file, or standard output, and says what the format left out; 1 when that failed."""
    try:
        if path == STDOUT:
            rendered = kind.render(export)
            with writing_stdout():
                sys.stdout.buffer.write(rendered.data)
            notes = rendered.notes
        else:
            notes = write_export(export, kind, path)
    except FormatError as error:
        say(str(error))
        return FAILED
    for note in () if quiet else notes:
        say(f"{path}: {note}" if path != STDOUT else note)
    return OK


def print_chronology(document: TimelineDocument) -> None:
    """Prints the chronology at the terminal's width."""
    text = chronology(document, shutil.get_terminal_size((96, 40)).columns)
    encoding = sys.stdout.encoding or "utf-8"
    with writing_stdout():
        print(text.encode(encoding, "replace").decode(encoding), end="")
