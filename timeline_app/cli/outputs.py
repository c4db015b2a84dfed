"""The outputs that `extract` and `export` share: chronology, CSV, PNG, JSON."""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from timeline_app.cli.messages import FAILED, OK, say, writing_stdout
from timeline_app.formats.atomic import check_writable, write_text_atomically
from timeline_app.formats.chronology import chronology
from timeline_app.formats.errors import FormatError
from timeline_app.formats.event_csv import write_csv
from timeline_app.formats.event_json import project_object
from timeline_app.model.document import TimelineDocument

_NAMES = ("csv", "png", "json")
_STDOUT = Path("-")


def add_output_options(parser: argparse.ArgumentParser) -> None:
    """Declares ``--csv``, ``--png`` and ``--json``."""
    group = parser.add_argument_group("outputs", "- is standard output; without any, the chronology is printed")
    group.add_argument("--csv", metavar="FILE", type=Path, help="write the events as CSV")
    group.add_argument("--png", metavar="FILE", type=Path, help="write a picture of the whole timeline")
    group.add_argument("--json", metavar="FILE", type=Path, help="write sources, events and links as JSON")


def named_outputs(options: argparse.Namespace) -> list[Path]:
    """The output files that were named on the command line."""
    names = (*_NAMES, "project")
    return [path for name in names if isinstance(path := getattr(options, name, None), Path)]


def check_outputs(options: argparse.Namespace, inputs: list[Path]) -> None:
    """Raises FormatError when an output could not be written, or would replace an input."""
    read = {os.path.realpath(path) for path in inputs}
    named: set[str] = set()
    for path in named_outputs(options):
        if path != _STDOUT:
            check_writable(path)
        place = os.path.realpath(path)
        if place in read:
            raise FormatError(f"Could not write {path}: it is one of the files to read; name another.")
        if place in named:
            raise FormatError(f"Could not write {path}: two outputs have that name; name another.")
        named.add(place)


def write_outputs(document: TimelineDocument, options: argparse.Namespace) -> int:
    """Writes what was asked for, each file whole or not at all; 1 when one of them failed."""
    code = OK
    for name, write in (("csv", write_csv), ("png", _write_png), ("json", write_json)):
        path: Path | None = getattr(options, name)
        if path is not None:
            try:
                _write_to(path, document, write)
            except FormatError as error:
                say(str(error))
                code = FAILED
    return code


def _write_to(path: Path, document: TimelineDocument, write: Callable[[TimelineDocument, Path], None]) -> None:
    if path != _STDOUT:
        write(document, path)
        return
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder, "output")
        write(document, whole)
        with writing_stdout():
            sys.stdout.buffer.write(whole.read_bytes())


def print_chronology(document: TimelineDocument) -> None:
    """Prints the chronology at the terminal's width."""
    text = chronology(document, shutil.get_terminal_size((96, 40)).columns)
    encoding = sys.stdout.encoding or "utf-8"
    with writing_stdout():
        print(text.encode(encoding, "replace").decode(encoding), end="")


def write_json(document: TimelineDocument, path: Path) -> None:
    """Writes the project as JSON; raises FormatError."""
    data = project_object(document)
    text = json.dumps(data, ensure_ascii=False, indent=1)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate in a text: kept as its escape
        text = json.dumps(data, indent=1)
    write_text_atomically(path, text + "\n")


def _write_png(document: TimelineDocument, path: Path) -> None:
    from timeline_app.cli.picture import write_picture

    write_picture(document, path)
