"""The fuzzed functions keep their promises on their corpus, and for some seconds on what a fuzzer makes of it.

`make soak` and `make fuzz` fuzz each of them for long; tests/fuzz/fuzz.py says how.
"""

import importlib.util
import os
import random
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).parents[1] / "fuzz"
SECONDS = int(os.environ.get("FUZZ_SECONDS", "4"))
SEEDS = sorted((FOLDER / "corpus").glob("*/*"))
NAMES = ["project", "readers", "records", "tagger"]


@pytest.fixture(scope="module")
def targets() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fuzz_targets", FOLDER / "targets.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_target_has_a_corpus(targets: ModuleType) -> None:
    assert sorted(targets.TARGETS) == sorted({seed.parent.name for seed in SEEDS}) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_seeds_and_broken_seeds_are_read_or_refused(targets: ModuleType, name: str) -> None:
    draw = random.Random(name)
    for seed in (path.read_bytes() for path in SEEDS if path.parent.name == name):
        targets.TARGETS[name](seed)
        for _ in range(6):
            broken = bytearray(seed)
            for _ in range(draw.randrange(1, 6)):
                broken[draw.randrange(len(broken))] = draw.randrange(256)
            targets.TARGETS[name](bytes(broken[: draw.randrange(1, len(broken) + 1)]))


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris has no wheel for this Python")
@pytest.mark.timeout(180 + 5 * SECONDS)
@pytest.mark.parametrize("name", ["all"] if SECONDS < 30 else NAMES)
def test_nothing_that_a_fuzzer_finds_breaks_them(name: str) -> None:
    done = subprocess.run(
        [sys.executable, str(FOLDER / "fuzz.py"), name, f"-max_total_time={SECONDS}"],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3_000:]
    assert "Done" in done.stderr
