"""`timeline-app export PROJECT`: a saved project out as CSV, PNG, JSON or a printed chronology."""

import argparse
from pathlib import Path

from timeline_app.cli.outputs import add_output_options, check_outputs, named_outputs, print_chronology, write_outputs
from timeline_app.formats.project_file import load_project


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("project_file", metavar="PROJECT", type=Path, help="a saved project (.tline)")
    add_output_options(parser)


def run(options: argparse.Namespace) -> int:
    """Does the work: 1 when the project cannot be read or an output failed."""
    check_outputs(options, [options.project_file])
    document = load_project(options.project_file)
    code = write_outputs(document, options)
    if not named_outputs(options):
        print_chronology(document)
    return code
