"""Size and start-up time of the built program: `python -m benchmarks.package`, after `make package`."""

import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = Path(__file__).with_name("package.md")
PROGRAM = ROOT / "dist" / "timeline-app" / "timeline-app"
_RUNS = 3
_TEXT = '{"id": 1, "text": "It burned on Monday.", "published": "2021-10-14"}\n'


def main() -> None:
    """Measures and writes the page."""
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    rows = [
        ("`--version`", timed([str(PROGRAM), "--version"], environment)),
        ("`annotate`, one text", timed([str(PROGRAM), "annotate"], environment, _TEXT)),
        ("`demo` without a display", timed([str(PROGRAM), "demo"], environment)),
    ]
    folder = sum(path.stat().st_size for path in PROGRAM.parent.rglob("*") if path.is_file() and not path.is_symlink())
    lines = [
        "# Size and start of the built program",
        "",
        "`python -m benchmarks.package` measures and writes this page, after `make package`.",
        "",
        "| | |",
        "|---|---|",
        f"| folder | {folder / 1e6:.0f} MB |",
        *package_rows(),
        "",
        f"Median of {_RUNS} run{'s' * (_RUNS > 1)}, seconds from start to exit:",
        "",
        "| | wall | processor |",
        "|---|---|---|",
        *(f"| {name} | {wall:.2f} | {processor:.2f} |" for name, (wall, processor) in rows),
        "",
        "On a busy machine only processor time says something.  `LEVEL=1 make package` packs sooner and larger.",
    ]
    PAGE.write_text("\n".join([*lines, ""]), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))


def package_rows() -> list[str]:
    """The newest Debian package with the level of compression that it was packed with (packaging/debian/build.sh)."""
    packages = sorted((ROOT / "dist").glob("*.deb"), key=lambda path: path.stat().st_mtime)
    return [f"| `.deb`{_level(path)} | {path.stat().st_size / 1e6:.0f} MB |" for path in packages[-1:]]


def _level(package: Path) -> str:
    note = package.with_suffix(".level")
    return f", packed with `LEVEL={note.read_text(encoding='ascii').strip()}`" if note.is_file() else ""


def timed(command: list[str], environment: dict[str, str], text: str = "") -> tuple[float, float]:
    """Wall and processor seconds of a command, the median of several runs."""
    walls, processors = [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(_RUNS):
            before, started = os.times(), time.perf_counter()
            subprocess.run(
                command,
                input=text,
                text=True,
                env=environment,
                cwd=folder,
                check=True,
                capture_output=True,
                timeout=300,
            )
            after = os.times()
            walls.append(time.perf_counter() - started)
            processors.append(
                after.children_user + after.children_system - before.children_user - before.children_system
            )
    return statistics.median(walls), statistics.median(processors)


if __name__ == "__main__":
    main()
