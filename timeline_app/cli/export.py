"""`timeline-app export PROJECT [OUTPUT]`: a saved project, or some of its events, in any format; or printed."""

import argparse
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from timeline_app.cli.messages import say
from timeline_app.cli.outputs import (
    STDOUT,
    add_output_options,
    check_outputs,
    named_outputs,
    print_chronology,
    write_one,
    write_outputs,
)
from timeline_app.formats.errors import FormatError
from timeline_app.formats.exports.export import Export, ExportFormat, ExportOptions, make_export
from timeline_app.formats.exports.groups import GROUPS
from timeline_app.formats.project_file import load_project
from timeline_app.gui.export_formats import FORMATS, format_of
from timeline_app.model.document import TimelineDocument

_MOST_PIXELS = 20_000


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("project_file", metavar="PROJECT", type=Path, help="a saved project (.tline)")
    parser.add_argument(
        "output", metavar="OUTPUT", nargs="?", type=Path, help="the file to write, - for standard output"
    )
    ids = [kind.id for kind in FORMATS]
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        choices=ids,
        help="the output's format, by default what its name ends in; see below",
    )
    _add_choice_options(parser.add_argument_group("what leaves (by default every event that was not rejected)"))
    _add_look_options(parser.add_argument_group("how it looks"))
    add_output_options(parser)
    listed = "\n".join(f"  {kind.id:<17}{kind.suffix:<7}{kind.purpose}" for kind in FORMATS)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = f"formats:\n{listed}"


def _add_choice_options(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--events", metavar="ID,…", help="only events with these ids; - reads them from standard input")
    group.add_argument(
        "--filter", metavar="QUERY", help='only events that meet a query, as in the window: place:Lund when:"May 2018"'
    )
    group.add_argument("--no-quotes", action="store_true", help="leave out the sentences that report an event")
    group.add_argument("--no-notes", action="store_true", help="leave out the analyst's notes")


def _add_look_options(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--title", default="", help="what the timeline is called; by default as the project or its file")
    group.add_argument("--group-by", choices=GROUPS, default="", help="what rows and sections are made of")
    group.add_argument("--dark", action="store_true", help="a dark web page or picture")
    group.add_argument("--width", metavar="PIXELS", type=_pixels, default=1600, help="of a picture (1600)")
    group.add_argument("--dpi", type=_dpi, default=96, help="of a PNG's own pixels (96)")
    group.add_argument(
        "--period",
        metavar="WHEN",
        type=_period,
        help='the part that a picture shows: "May 2018", 2018-05-01/2018-06-15',
    )


def run(options: argparse.Namespace) -> int:
    """Does the work: 1 when the project cannot be read or an output failed."""
    check_outputs(options, [options.project_file])
    kind = _format(options)
    document = load_project(options.project_file)
    export = _export(document, options)
    narrowed = options.events is not None or options.filter is not None
    if narrowed and not export.events:
        say("No event is among those asked for; what is written holds none.")
    code = write_outputs(document, options, export if narrowed else None, options.project_file.stem, export.options)
    if kind is not None:
        code = max(code, write_one(export, kind, options.output or STDOUT))
    elif not named_outputs(options):
        print_chronology(export.part if narrowed else document)
    return code


def _format(options: argparse.Namespace) -> ExportFormat | None:
    """The format asked for, by name or by the output's ending; None where only the chronology or options are."""
    if options.format is None and options.output is None:
        return None
    output: Path | None = options.output
    kind = format_of(options.format or (output.suffix if output is not None else ""))
    if kind is None:
        raise FormatError(f"Could not tell the format of {output} by its name; say it with --format.")
    if not kind.is_text and output in (None, STDOUT) and sys.stdout.isatty():
        raise FormatError(f"{kind.name} is not text that a terminal can show; name a file to write.")
    return kind


def _export(document: TimelineDocument, options: argparse.Namespace) -> Export:
    ids = None
    if options.events is not None:
        ids = _named_events(document, options.events)
    if options.filter is not None:
        met = _filtered(document, options.filter)
        ids = met if ids is None else [id_ for id_ in ids if id_ in set(met)]
    chosen = ExportOptions(
        title=options.title,
        group_by=options.group_by,
        quotes=not options.no_quotes,
        notes=not options.no_notes,
        dark=options.dark,
        width=options.width,
        dpi=options.dpi,
        period=options.period,
    )
    return make_export(document, ids, chosen, options.project_file.stem)


def _named_events(document: TimelineDocument, text: str) -> list[str]:
    ids = (sys.stdin.read() if text == "-" else text).replace(",", " ").split()
    if missing := [id_ for id_ in ids if id_ not in document.events]:
        raise FormatError(f"The project has no event {missing[0]!r}; its CSV lists the ids.")
    return ids


def _filtered(document: TimelineDocument, text: str) -> list[str]:
    from timeline_app.workspace.event_query import read_query
    from timeline_app.workspace.filter_values import nowhere

    query = read_query(text, document)
    if query.problem:
        raise FormatError(f"The filter cannot be used: {query.problem.rstrip('.')}.")
    holding = _holding(document) if query.filter.asks_texts else nowhere
    return [event.id for event in document.events.values() if query.filter.matches(event, document, holding)]


def _holding(document: TimelineDocument) -> Callable[[str], frozenset[str]]:
    """Searches the whole texts of a project, each word once."""
    from timeline_app.formats.text_index import TextIndex

    index = TextIndex()
    for source in document.sources.values():
        index.add(source.id, source.text)
    return cache(index.holding)


def _pixels(text: str) -> int:
    return _number(text, 480, _MOST_PIXELS)


def _dpi(text: str) -> int:
    return _number(text, 72, 1200)


def _period(text: str) -> tuple[float, float]:
    """The wall-clock seconds from which and to which a time lasts."""
    from timeline_app.model.source import PublicationContext
    from timeline_app.temporal.phrase import read_time

    try:
        time = read_time(text, PublicationContext())
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r}: {error}") from error
    if time.earliest_start is None or time.latest_end is None:
        raise argparse.ArgumentTypeError(f"{text!r} is open on one side; name both, as in 2018-05-01/2018-06-15")
    return time.earliest_start, time.latest_end - 1  # a picture takes in what begins at its very end


def _number(text: str, least: int, most: int) -> int:
    if not text.isdecimal() or not least <= int(text) <= most:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from {least} to {most}")
    return int(text)
