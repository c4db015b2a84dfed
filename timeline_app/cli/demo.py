"""`timeline-app demo`: the bundled sample in the window, or, without a display, printed and written to files."""

import argparse
from pathlib import Path

from timeline_app.cli.extract import finish, progress_bar
from timeline_app.cli.messages import FAILED, has_display, say
from timeline_app.cli.outputs import check_outputs, print_chronology, write_outputs
from timeline_app.cli.project_builder import BuildOptions, build_project
from timeline_app.formats.project_file import load_project
from timeline_app.resources import resource

_NO_DISPLAY = "There is no display, so no window: here is the chronology instead."


def configure(parser: argparse.ArgumentParser) -> None:
    """Has no arguments."""


def run(options: argparse.Namespace) -> int:
    """Opens the window on the sample, or shows it headless."""
    if not has_display():
        return show_headless(None, [])
    from timeline_app.cli.window import open_window

    return open_window(None, sample_files())


def sample_files() -> list[Path]:
    """The bundled sample reports."""
    return sorted(resource("sample").glob("*.txt"))


def show_headless(project: Path | None, files: list[Path]) -> int:
    """Prints the chronology and writes ``timeline.csv``, ``timeline.png``: of a project, of files or of the sample."""
    outputs = argparse.Namespace(csv=Path("timeline.csv"), png=Path("timeline.png"), json=None, project=None)
    check_outputs(outputs, files)
    say(_NO_DISPLAY)
    if project is not None:
        document = load_project(project)
        code = write_outputs(document, outputs)
    else:
        with progress_bar() as progress:
            result = build_project(files or sample_files(), BuildOptions(), progress)
        code = finish(result, outputs)
        document = result.document
    if not document.sources and not document.events:
        return code
    print_chronology(document)
    if code != FAILED:
        say(f"Wrote timeline.csv and timeline.png to {Path.cwd()}.")
    return code
