"""Without a display the program does its job all the same."""

import csv
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize("arguments", [["demo"], []])
def test_the_sample_is_printed_and_written(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "There is no display" in done.stderr
    assert "Wrote timeline.csv and timeline.png" in done.stderr
    assert "Chronology" in done.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["timeline.csv", "timeline.png"]
    assert (tmp_path / "timeline.png").read_bytes().startswith(b"\x89PNG")
    with (tmp_path / "timeline.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert sum(bool(row["start"] or row["end"]) for row in rows) >= 5
    assert any(row["sources"].count(";") for row in rows), "no event is told by both sample reports"


def test_a_project_is_shown_headless_too(run: Run, folder: Path, tmp_path: Path) -> None:
    made = run("extract", folder / "news.txt", "--published", "2024-03-18", "--project", "case.tline", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    shown = run("case.tline", cwd=tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert "15 March 2024" in shown.stdout
    assert {path.name for path in tmp_path.iterdir()} == {"case.tline", "timeline.csv", "timeline.png"}
