"""The wheel, installed into an empty environment, does the job on a report."""

import csv
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

REPORT = """Harbour strike ends in Port Ellery

Dockers in Port Ellery ended their strike on Friday after talks with the harbour board.

The walkout began on 3 March. The board will publish the agreement next Tuesday.
"""


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env=env, text=True, capture_output=True, timeout=540, check=False
    )


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_wheel_in_an_empty_environment_extracts_a_report(tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    built = run(*pip, "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", wheels, ROOT, cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    [wheel] = wheels.glob("*.whl")

    empty = tmp_path / "environment"
    venv.create(empty)
    into = (*pip, "--python", empty / "bin" / "python")
    install = (*into, "install", "-q", "--no-deps", "--no-compile")
    installed = run(*install, "--require-hashes", "-r", ROOT / "requirements" / "runtime.txt", cwd=tmp_path)
    assert installed.returncode == 0, installed.stderr
    assert run(*install, wheel, cwd=tmp_path).returncode == 0
    assert run(*into, "check", cwd=tmp_path).returncode == 0

    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    done = run(
        empty / "bin" / "timeline-app", "extract", "report.txt", "--published", "2024-03-18", "--csv", "out.csv",
        "--png", "out.png", cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        starts = {row["start"] for row in csv.DictReader(file)}
    assert {"2024-03-15", "2024-03-03", "2024-03-19"} <= starts
    assert (tmp_path / "out.png").read_bytes().startswith(b"\x89PNG")
