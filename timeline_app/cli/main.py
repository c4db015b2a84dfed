"""The `timeline-app` command: chooses what to do and turns every failure into one sentence and an exit code."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import NoReturn, Protocol, cast

from timeline_app import __version__
from timeline_app.cli.messages import FAILED, OK, PROGRAM, open_missing_streams, say, silence_stdout
from timeline_app.cli.offline import refuse_network
from timeline_app.formats.errors import FormatError
from timeline_app.formats.plain_text import clean

_INTERRUPTED = 130  # 128 + SIGINT, as shells report it
_COMMANDS = {
    "extract": "read documents and print a chronology, or write a project, CSV, PNG or JSON",
    "export": "a project, or some of its events, in any of many formats; or print its chronology",
    "import": "events of other programs into a project: CSV, iCalendar, TimelineJS, Timesketch, The Timeline Project",
    "annotate": "JSON lines in, JSON lines out: time expressions and events of many texts",
    "demo": "open the sample project (without a display: print and write it)",
    "exporter": None,  # writes what the window exports
    "reader": None,  # parses documents for `extract` and the worker
    "worker": None,  # the window's own helper: spoken to by programs, not by people
}
_MODULES = {"import": "import_events"}  # where a command's name cannot be that of its module


class _Parser(argparse.ArgumentParser):
    """Complains of arguments without printing what they hold: a shell may have put names of files there."""

    def error(self, message: str) -> NoReturn:
        """As argparse, safe to print."""
        super().error(clean(message))


class Command(Protocol):
    """A module of this room that implements one subcommand."""

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Declares the command's arguments."""

    def run(self, options: argparse.Namespace) -> int:
        """Does the work and returns the exit code."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the program; returns 0, 1 when some input failed, or 2 for wrong usage."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    open_missing_streams()
    is_own_process = argv is None
    if is_own_process and not any(argument.startswith("--dask") for argument in arguments):
        refuse_network()  # a cluster is asked for by its address, or there is no network
    try:
        return _dispatch(arguments)
    except SystemExit as exit_:  # argparse has said what is wrong, or printed the help
        return exit_.code if isinstance(exit_.code, int) else FAILED
    except FormatError as error:
        say(str(error))
        return FAILED
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        silence_stdout()
        return OK  # the reader has seen enough
    except Exception as error:  # the last resort: a sentence, never a traceback
        if os.environ.get("TIMELINE_APP_DEBUG"):
            raise
        say(f"Something went wrong inside the program ({type(error).__name__}).")  # its message may quote a source
        say("Nothing was written half. Set TIMELINE_APP_DEBUG=1 and run it again to see where.")
        return FAILED


def _dispatch(arguments: list[str]) -> int:
    name = arguments[0] if arguments and arguments[0] in _COMMANDS else "window"
    options = parser_of(name).parse_args(arguments if name == "window" else arguments[1:])
    return _module(name).run(options)


def parser_of(name: str) -> argparse.ArgumentParser:
    """The arguments of a command, or of the window, which has no name."""
    parser = _window_parser()
    if name != "window":
        parser = _Parser(prog=f"{PROGRAM} {name}", description=_COMMANDS[name])
    _module(name).configure(parser)
    return parser


def command_names() -> list[str]:
    """The commands that people use."""
    return [name for name, what in _COMMANDS.items() if what]


def _module(name: str) -> Command:
    return cast(Command, importlib.import_module(f"timeline_app.cli.{_MODULES.get(name, name)}"))


def _window_parser() -> argparse.ArgumentParser:
    listed = "\n".join(f"  {name:<10}{what}" for name, what in _COMMANDS.items() if what)
    parser = _Parser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [PROJECT | FILES...]\n       {PROGRAM} COMMAND ...",
        description="The analyst's timeline: reads reports, dates what they tell, and draws it.",
        epilog=f"commands:\n{listed}\n\nWith {PROGRAM} COMMAND --help, more about each.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    return parser
