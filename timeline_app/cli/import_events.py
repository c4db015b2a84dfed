"""`timeline-app import FILE… --into PROJECT`: events of other programs into a project, or a look at what would come."""

import argparse
from pathlib import Path

from timeline_app.cli.messages import FAILED, OK, say, writing_stdout
from timeline_app.formats.atomic import check_writable, keep_backup
from timeline_app.formats.errors import FormatError
from timeline_app.formats.imports.detect import KINDS
from timeline_app.formats.imports.foreign_table import FIELDS
from timeline_app.formats.imports.plan import ImportPlan, make_plan
from timeline_app.formats.imports.reading import read_events
from timeline_app.formats.imports.rows import EventFile
from timeline_app.formats.plain_text import clean
from timeline_app.formats.project_file import load_project, save_project
from timeline_app.model.change import Batch
from timeline_app.model.display import describe
from timeline_app.model.document import TimelineDocument
from timeline_app.model.source import DateOrder


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="a file of events; its kind is recognised")
    place = parser.add_mutually_exclusive_group(required=True)
    place.add_argument("--into", metavar="PROJECT", type=Path, help="the project (.tline); made where it is not there")
    place.add_argument("--preview", action="store_true", help="write nothing; print what each row would become")
    parser.add_argument(
        "--map",
        metavar="FIELD=COLUMN",
        action="append",
        type=_pair,
        default=[],
        help=f"what a column of an unknown table is: {', '.join(FIELDS)}; the others are guessed from their names",
    )
    orders = [order.value for order in DateOrder]
    told = "how a table writes 6/7/2018 (else as its dates show, or DMY)"
    parser.add_argument("--date-order", choices=orders, help=told)


def run(options: argparse.Namespace) -> int:
    """Does the work; 1 when a file failed, and then the others are imported all the same."""
    document = TimelineDocument()
    if options.into is not None:
        check_writable(options.into)
        if options.into.exists():
            document = load_project(options.into)
    code, imported = OK, 0
    for path in options.files:
        try:
            file = _read(path, dict(options.map), options.date_order)
            plan = make_plan(document, file)
        except FormatError as error:
            say(str(error))
            code = FAILED
            continue
        _tell(path, file, plan, printed=options.preview)
        document.apply(Batch(plan.changes))
        imported += 1
    if options.into is not None and imported:
        _save(document, options.into)
    return code


def _read(path: Path, mapped: dict[str, str], order: str | None) -> EventFile:
    """The file; a mapping that was given goes before what the columns' names suggest."""
    chosen = DateOrder(order) if order else None
    file = read_events(path, None, chosen)
    if not mapped:
        return file
    if file.mapping is None:
        raise FormatError(f"Could not map columns of {path}: it is {KINDS[file.kind]}, which is read as it is.")
    rest = {field: column for field, column in file.mapping.items() if column not in mapped.values()}
    return read_events(path, {**rest, **mapped}, chosen)


def _save(document: TimelineDocument, path: Path) -> None:
    if backup := keep_backup(path):
        say(f"The project as it was is kept as {backup.name}.")
    save_project(document, path)


def _tell(path: Path, file: EventFile, plan: ImportPlan, *, printed: bool) -> None:
    """The kind and the counts; each row where a preview was asked for, else the rows with something amiss."""
    say(f"{path}: {KINDS[file.kind]}; events: {plan.summary}.")
    if file.mapping is not None:
        said = ", ".join(f"{field} from {column!r}" for field, column in file.mapping.items())
        say(f"{path}: read {said or 'no column'}.")
    for note in file.notes:
        say(f"{path}: {note}")
    if printed:
        with writing_stdout():
            for row in plan.rows:
                cells = (str(row.row), row.action.value, describe(row.time), clean(row.title), clean(row.detail))
                print("\t".join(cells).rstrip())
        return
    for row in plan.rows:
        if row.detail and row.action.value in ("new", "skip"):
            say(f"{path}, row {row.row}: {row.detail}")


def _pair(text: str) -> tuple[str, str]:
    field, equals, column = text.partition("=")
    if not equals or field not in FIELDS or not column:
        raise argparse.ArgumentTypeError(f"{text!r} is not FIELD=COLUMN with a field of {', '.join(FIELDS)}")
    return field, column
