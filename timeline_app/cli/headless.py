"""Where no window can open: the chronology printed, ``timeline.csv`` and ``timeline.png`` written."""

import argparse
from pathlib import Path

from timeline_app.cli.extract import finish, progress_bar
from timeline_app.cli.messages import FAILED, say
from timeline_app.cli.outputs import check_outputs, print_chronology, write_outputs
from timeline_app.cli.project_builder import BuildOptions, build_project
from timeline_app.formats.project_file import load_project
from timeline_app.resources import resource


def sample_files() -> list[Path]:
    """The bundled sample reports."""
    return sorted(resource("sample").glob("*.txt"))


def show_headless(project: Path | None, files: list[Path]) -> int:
    """Shows a project, or what files tell, or else the sample; 1 when something failed."""
    outputs = argparse.Namespace(csv=Path("timeline.csv"), png=Path("timeline.png"), json=None, project=None)
    check_outputs(outputs, files)
    say("There is no display, so no window: here is the chronology instead.")
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
