"""A long session costs no more at its end than at its beginning.  A thousand deeds here; `make soak` does 100,000."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_app.formats.project_file import save_project
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.time_value import TimeValue

DEEDS = int(os.environ.get("SOAK_EDITS", "1000"))
A_SHORT_RUN = 10_000  # deeds, of which nothing need be told before the end
MEGABYTE = 1_000_000


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
@pytest.mark.timeout(120 + DEEDS // 20)
def test_memory_and_handles_stay_flat(tmp_path: Path, tell: Callable[[str], None]) -> None:
    days = (TimeValue.day(2024, 1 + n % 12, 1 + n % 28) for n in range(60))
    project = TimelineDocument.of(Event(f"e{n:03}", f"Event {n}", resolved=day) for n, day in enumerate(days))
    save_project(project, tmp_path / "case.tline")
    driver = str(Path(__file__).with_name("endurance_driver.py"))
    samples = []
    with (tmp_path / "errors.txt").open("w+", encoding="utf-8") as errors:
        command = [sys.executable, driver, str(tmp_path), str(tmp_path / "case.tline"), str(DEEDS)]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment) as process:
            assert process.stdout is not None
            for line in process.stdout:
                samples.append(json.loads(line))
                if DEEDS > A_SHORT_RUN:
                    tell(f"{samples[-1]['deeds']:,} of {DEEDS:,} deeds, {samples[-1]['memory'] / MEGABYTE:.0f} MB")
        errors.seek(0)
        assert process.returncode == 0, errors.read()[-2_000:]
    assert samples[-1]["deeds"] == DEEDS
    settled, last = samples[len(samples) // 3], samples[-1]
    assert last["handles"] <= settled["handles"] + 2, samples
    assert last["threads"] <= settled["threads"], samples
    assert last["objects"] <= settled["objects"] * 1.1 + 20, samples
    assert last["python"] <= settled["python"] * 1.1 + 20_000, samples
    assert last["memory"] <= settled["memory"] * 1.1 + 15 * MEGABYTE, samples
