"""`timeline-app extract FILES…`: documents in; a chronology, a project, CSV, JSON or pictures out."""

import argparse
import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

from timeline_app.cli.messages import FAILED, OK, say
from timeline_app.cli.outputs import add_output_options, check_outputs, named_outputs, print_chronology, write_outputs
from timeline_app.cli.project_builder import BuildOptions, BuildResult, Progress, build_project
from timeline_app.formats.atomic import keep_backup
from timeline_app.formats.errors import FormatError
from timeline_app.formats.plain_text import clean
from timeline_app.formats.project_file import is_project, save_project
from timeline_app.model.document import TimelineDocument
from timeline_app.model.zone import is_zone


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        type=_document,
        help="a document (text, Markdown, web page, PDF, Word, OpenDocument, e-mail), a folder of them, "
        "or - for standard input",
    )
    parser.add_argument(
        "--published",
        metavar="WHEN",
        type=_moment,
        help="when the documents were published (2018-05-28 or 2018-05-28T13:30Z), whatever they say themselves",
    )
    parser.add_argument(
        "--time-zone", metavar="ZONE", type=_zone, help="the documents' time zone, for example Europe/Kyiv"
    )
    add_output_options(parser)
    parser.add_argument("--project", metavar="FILE", type=_project, help="save everything as a project (.tline)")


def run(options: argparse.Namespace) -> int:
    """Does the work: 1 when a file or an output failed."""
    check_outputs(options, options.files)
    with progress_bar() as progress:
        result = build_project(options.files, BuildOptions(options.published, options.time_zone), progress)
    return finish(result, options)


def finish(result: BuildResult, options: argparse.Namespace) -> int:
    """Says what went wrong and writes or prints what was made."""
    for warning in result.warnings:
        say(warning)
    for _, message in result.failures:
        say(message)
    code = FAILED if result.failures else OK
    if not result.document.sources:
        return code  # every file failed: an empty output would look like an answer
    if options.project is not None:
        code = max(code, _save(result.document, options.project))
    name = options.project.stem if options.project is not None else ""
    code = max(code, write_outputs(result.document, options, name=name))
    if not named_outputs(options):
        print_chronology(result.document)
    return code


def _save(document: TimelineDocument, path: Path) -> int:
    try:
        if is_project(path) and (backup := keep_backup(path)):
            say(f"{path} was there already; the old project is kept as {backup.name}.")
        save_project(document, path)
    except FormatError as error:
        say(str(error))
        return FAILED
    return OK


@contextlib.contextmanager
def progress_bar() -> Iterator[Progress | None]:
    """A progress bar on stderr where that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Loading the language model", total=None)
        yield lambda done, total, name: bar.update(task, description=clean(name), completed=done, total=total)


def _document(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("a document has a name")
    return Path(text)


def _project(text: str) -> Path:
    if text == "-":
        raise argparse.ArgumentTypeError("a project is kept in a file; name one")
    return Path(text)


def _moment(text: str) -> str:
    from timeline_app.extraction.publication import read_published

    if read_published(text, None) is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write it as 2018-05-28 or 2018-05-28T13:30Z")
    return text


def _zone(text: str) -> str:
    if not is_zone(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a time zone; use a name such as Europe/Kyiv, or UTC")
    return text
