"""`timeline-app [PROJECT | FILES…]`: opens the window; without a display, does the same job headless."""

import argparse
from pathlib import Path

from timeline_app.cli.messages import FAILED, PROGRAM, USAGE, has_display, say
from timeline_app.resources import own_command


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "paths", metavar="FILE", nargs="*", type=Path, help="a project (.tline), or documents to import"
    )


def run(options: argparse.Namespace) -> int:
    """Opens the window on a project, on documents, or empty."""
    from timeline_app.formats.project_file import is_project

    paths: list[Path] = options.paths
    projects = [path for path in paths if is_project(path)]
    files = [path for path in paths if path not in projects]
    if missing := [path for path in paths if not path.exists()]:
        looks_like_file = missing[0].suffix or len(missing[0].parts) > 1
        hint = "check its name" if looks_like_file else f"{PROGRAM} --help lists the commands"
        say(f"There is no {'file' if looks_like_file else 'file or command'} {str(missing[0])!r}; {hint}.")
        return FAILED
    if len(projects) > 1:
        say("A window holds one project; name only one.")
        return USAGE
    return open_window(projects[0] if projects else None, files)


def open_window(project: Path | None, files: list[Path]) -> int:
    """Starts the window and returns when it is closed; without a display, does the same job headless."""
    if not has_display():
        from timeline_app.cli.headless import show_headless

        return show_headless(project, files)
    from timeline_app.gui.application import run_window

    return run_window(worker_command(), project, files)


def worker_command() -> list[str]:
    """How the window starts its analysis worker."""
    return own_command("worker")
