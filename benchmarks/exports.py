"""What exporting a large project costs: `python -m benchmarks.exports [EVENTS [FORMAT…]]` (100,000 without).

Every format is written by a process of its own, as the window has it done: its processor time, its memory and the size
of what it wrote.  Then the real window (offscreen) holds the project, opens the dialog and has the chronology for Word
written while the timeline is moved: how long the event loop stood still at worst.  Writes benchmarks/exports.md,
unless only some formats were asked for; `window` instead of a format asks for none.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.load import large_project
from benchmarks.turns import Heartbeat, counted, row
from timeline_app.formats.exports.export import ExportOptions
from timeline_app.formats.project_file import save_project
from timeline_app.gui.assembly import build_window
from timeline_app.gui.export_formats import FORMATS
from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.safety import Safety
from timeline_app.resources import own_command
from timeline_app.workspace.export_job import ExportOrder
from timeline_app.workspace.settings import AppSettings

PAGE = Path(__file__).with_name("exports.md")
_PATIENCE = 1_800_000  # milliseconds


def cost(project: Path, kind: str, folder: Path) -> str:
    """A row of the table: one format, written by a process of its own."""
    output = folder / f"out.{kind}"
    request = {
        "project": str(project),
        "output": str(output),
        "format": kind,
        "events": None,
        "options": asdict(ExportOptions()),
        "name": "large",
        "settings": str(folder / "settings.ini"),
    }
    # By a process between, so that the memory told is that of the one that exports.
    script = (
        "import json, resource, subprocess, sys\n"
        "child = subprocess.Popen(sys.argv[1:], stdin=-1, stdout=-1, text=True)\n"
        "child.stdin.write(sys.stdin.read())\n"
        "child.stdin.flush()\n"
        "answers = child.stdout.read()\n"
        "child.wait()\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(json.dumps([answers.splitlines()[-1], used.ru_utime + used.ru_stime, used.ru_maxrss]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *own_command("exporter")],
        input=json.dumps(request) + "\n",
        text=True,
        stdout=subprocess.PIPE,
        check=True,
    )
    answer, seconds, memory = json.loads(done.stdout)
    if json.loads(answer)["event"] != "done":
        return f"| `{kind}` | | | {json.loads(answer)['message']} |"
    return f"| `{kind}` | {seconds:.1f} | {memory / 1024:,.0f} | {output.stat().st_size / 1e6:,.1f} |"


def in_window(project: Path, folder: Path) -> list[str]:
    """The stalls of the window while its project is exported."""
    from timeline_app.gui.dialogs.export import ExportDialog

    application = QApplication.instance() or QApplication([])
    window = build_window(own_command("worker"), AppSettings(folder / "settings.ini"))
    safety = Safety(window, folder)
    window.show()
    window.files.open(project)
    _live(10_000)  # what a large project reads ahead when nobody asks for anything
    before = time.perf_counter()
    ExportDialog(window.store.document, window.order.ids, (), AppSettings(folder / "other.ini"), parent=window).show()
    QCoreApplication.processEvents()
    opened = 1_000 * (time.perf_counter() - before)
    loop = QEventLoop()
    _moved(window, lambda: QTimer.singleShot(5_000, loop.quit), loop)  # what is drawn for the first time is arranged
    idle, _ = _moved(window, lambda: QTimer.singleShot(10_000, loop.quit), loop)
    path = folder / "large.docx"
    busy, seconds = _moved(window, lambda: _begin(window, path, loop), loop)
    size = path.stat().st_size / 1e6
    given_up, _ = _moved(window, lambda: _begin_and_cancel(window, folder / "again.docx", loop), loop)
    left = [path.name for path in folder.iterdir() if "again" in path.name]
    safety.autosave.stop()
    window.store.undo_stack.setClean()
    window.close()
    assert application is not None
    return [
        f"The dialog with its preview opens in {opened:.0f} ms. The Word chronology ({size:.0f} MB) is there after",
        f"{seconds:.0f} s; another one, cancelled, leaves {len(left)} files.",
        "",
        "| stall of the event loop while the timeline is moved, ms | worst | 99.9 % | 99 % |",
        "|---|---|---|---|",
        row("nothing else going on: by the clock", idle.wall),
        row("the window's own processor time", idle.own),
        row("Word chronology being written: by the clock", busy.wall),
        row("the window's own processor time", busy.own),
        row("chronology cancelled: by the clock", given_up.wall),
        row("the window's own processor time", given_up.own),
    ]


def _begin(window: MainWindow, path: Path, loop: QEventLoop) -> None:
    job = window.exports.begin(ExportOrder("docx", path, None, ExportOptions(), "large"), len(window.order))
    assert job is not None
    job.finished.connect(loop.quit)
    job.failed.connect(loop.quit)
    QTimer.singleShot(_PATIENCE, loop.quit)


def _begin_and_cancel(window: MainWindow, path: Path, loop: QEventLoop) -> None:
    job = window.exports.begin(ExportOrder("docx", path, None, ExportOptions(), "large"), 0)
    assert job is not None
    QTimer.singleShot(3_000, job.cancel)
    QTimer.singleShot(6_000, loop.quit)


def _moved(window: MainWindow, begin: Callable[[], object], loop: QEventLoop) -> tuple[Heartbeat, float]:
    """Moves the timeline until the loop ends; the heartbeat, and the seconds that it took."""
    mover = QTimer(interval=33)
    view = window.timeline.view
    assert view is not None
    steps = iter(range(1, 10**9))
    mover.timeout.connect(lambda: view.canvas.camera.pan(6.0 if next(steps) // 40 % 2 else -6.0))
    started = time.perf_counter()
    with counted() as heart:
        mover.start()
        begin()
        loop.exec()
        mover.stop()
    for turn in sorted(heart.long, key=lambda turn: -turn.own)[:3]:
        print(turn.told())
    return heart, time.perf_counter() - started


def _live(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main(arguments: list[str]) -> None:
    """Measures, prints, and writes the page when everything was measured."""
    events = int(arguments[0]) if arguments else 100_000
    kinds = [kind.id for kind in FORMATS if kind.id in arguments[1:] or not arguments[1:]]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = folder / "large.tline"
        save_project(large_project(max(events // 100, 1), events), project)
        lines = ["| format | processor s | memory MB | file MB |", "|---|---|---|---|"]
        for kind in kinds:
            lines.append(cost(project, kind, folder))
            print(lines[-1], flush=True)
        told = in_window(project, folder)
        print("\n".join(told))
    if not arguments[1:]:
        PAGE.write_text(
            _PAGE.format(
                number=events,
                events=f"{events:,}",
                sources=f"{events // 100:,}",
                table="\n".join(lines),
                window="\n".join(told),
            ),
            "utf-8",
        )


_PAGE = """# Exporting a large project

`python -m benchmarks.exports {number}` measures and writes this page: {events} made-up events of {sources} reports,
written by the process that does it for the window (its start and reading the project included).

{table}

{window}

What takes the window's own time there is painting the timeline; the export runs in a process of its own.
"""

if __name__ == "__main__":
    main(sys.argv[1:])
