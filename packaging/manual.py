"""Writes the manual page docs/timeline-app.1 from the command's own arguments: `make manual`."""

import argparse
import re
from pathlib import Path

from timeline_app import __version__
from timeline_app.cli.main import command_names, parser_of

PAGE = Path(__file__).resolve().parent.parent / "docs" / "timeline-app.1"
_FILES = (
    ("*.tline", "A project: one SQLite database with sources, events and every correction."),
    ("~/.config/timeline-app", "What the window remembers."),
)
_ENVIRONMENT = (
    (
        "DISPLAY, WAYLAND_DISPLAY",
        "Without either (and without QT_QPA_PLATFORM) the window's commands print and write files instead.",
    ),
    ("TIMELINE_APP_DEBUG", "Set to 1, a fault inside the program is shown with its place."),
)
_CODES = (
    ("0", "All went well."),
    ("1", "Some file, line or output failed; each is named on standard error, the others are done."),
    ("2", "Wrong usage."),
    ("130", "Interrupted."),
)


def manual_page() -> str:
    """The page in roff."""
    window = parser_of("window")
    lines = [
        f'.TH TIMELINE-APP 1 "" "timeline-app {__version__}" "User Commands"',
        ".SH NAME",
        f"timeline\\-app \\- {_roff((window.description or '').removeprefix('The ').rstrip('.'))}",
        ".SH SYNOPSIS",
        ".B timeline\\-app",
        "[\\fIPROJECT\\fR | \\fIFILES\\fR...]",
        *(
            line
            for name in command_names()
            for line in (".br", f".B timeline\\-app {name}", _synopsis(parser_of(name)))
        ),
        ".SH DESCRIPTION",
        "Opens the window on a project or on documents to import.  The commands do the same work without a window.",
        *_arguments(window),
        ".SH COMMANDS",
    ]
    for name in command_names():
        parser = parser_of(name)
        lines += [f".SS timeline\\-app {name} {_synopsis(parser)}", _roff(_sentence(parser.description or ""))]
        lines += _arguments(parser)
        if parser.epilog:
            lines += [".PP", ".nf", _roff(parser.epilog), ".fi"]
    for title, rows in (("EXIT STATUS", _CODES), ("ENVIRONMENT", _ENVIRONMENT), ("FILES", _FILES)):
        lines += [f".SH {title}", *(line for term, text in rows for line in (".TP", f".B {_roff(term)}", _roff(text)))]
    return "\n".join([*lines, ""])


def _synopsis(parser: argparse.ArgumentParser) -> str:
    """The arguments in the order in which they are typed, without `--help`."""
    flags, names = [], []
    for action in _shown(parser):
        if not action.option_strings:
            word = f"\\fI{_roff(_value(action))}\\fR" + ("..." if action.nargs in ("+", "*") else "")
            names.append(word if action.nargs not in ("?", "*") else f"[{word}]")
        else:
            value = f" \\fI{_roff(_value(action))}\\fR" if action.nargs != 0 else ""
            flags.append(f"[\\fB{_roff(action.option_strings[0])}\\fR{value}]")
    return " ".join(names + flags)


def _arguments(parser: argparse.ArgumentParser) -> list[str]:
    lines = []
    for action in _shown(parser):
        terms = [f"\\fB{_roff(option)}\\fR" for option in action.option_strings] or [f"\\fI{_roff(_value(action))}\\fR"]
        value = f" \\fI{_roff(_value(action))}\\fR" if action.option_strings and action.nargs != 0 else ""
        lines += [".TP", ", ".join(terms) + value, _roff(_sentence(action.help or ""))]
    return lines


def _shown(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    hidden = (argparse._HelpAction, argparse._VersionAction)
    return [a for a in parser._actions if not isinstance(a, hidden) and a.help is not argparse.SUPPRESS]


def _value(action: argparse.Action) -> str:
    if isinstance(action.metavar, str):
        return action.metavar
    return "|".join(map(str, action.choices)) if action.choices else action.dest.upper()


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}".rstrip(".") + "." if text else ""


def _roff(text: str) -> str:
    """Text in which nothing is a request: backslashes, hyphens, and dots and quotes at the head of a line."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("%%", "%")
    return re.sub(r"(?m)^(?=[.'])", r"\\&", text)


if __name__ == "__main__":
    PAGE.write_text(manual_page(), encoding="utf-8")
    print(PAGE)
