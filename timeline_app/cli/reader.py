"""`timeline-app reader`: the process in which documents are parsed; spoken to by the program, not by people."""

import argparse

from timeline_app.cli.messages import OK
from timeline_app.formats.readers.child import serve


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares how long one document may take."""
    parser.add_argument("max_seconds", metavar="SECONDS", type=int)


def run(options: argparse.Namespace) -> int:
    """Serves until stdin ends."""
    serve(options.max_seconds)
    return OK
