"""Processes: how soon `annotate` answers one line, and what a second job gains: `python -m benchmarks.processes`.

The first answer is told beside a process that only imports spaCy and loads the model, in turns.  `--jobs 2` is told
beside one job on the same input, start-up included; it needs two processors that nothing else keeps busy, so the share
of them that the runs got is told as well.
"""

import json
import os
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.corpora import TIMEX_CORPORA, write_input
from benchmarks.speed import ANNOTATE, LOAD, Run, run

LINES = {
    "one line, events": ([], "The army attacked the town on Monday."),
    "one line, --times-only": (["--times-only"], "The army attacked the town on Monday."),
    "one line, --times-only, parsed": (["--times-only"], "The army attacks the town on Monday."),
}


def first_answers(work: Path, turns: int = 5) -> list[str]:
    """A table row for each kind of line: seconds from start to end, and beside the bare model."""
    taken: dict[str, list[float]] = {name: [] for name in ("import spaCy, load the model", *LINES)}
    for _ in range(turns):
        taken["import spaCy, load the model"].append(run([sys.executable, "-c", LOAD]).cpu)
        for name, (options, text) in LINES.items():
            source = work / "line.jsonl"
            source.write_text(json.dumps({"id": 1, "text": text, "published": "2018-05-28"}) + "\n", encoding="utf-8")
            taken[name].append(run([*ANNOTATE, *options, str(source)]).cpu)
    bare = statistics.median(taken["import spaCy, load the model"])
    return [f"| {name} | {(m := statistics.median(spent)):.2f} | {m / bare:.2f} × |" for name, spent in taken.items()]


def second_job(work: Path, turns: int = 3) -> list[str]:
    """A table row for each mode: seconds with one job and with two, and the gain."""
    rows = []
    source = work / "many.jsonl"
    for options, repeat in (([], 8), (["--times-only"], 40)):
        write_input(TIMEX_CORPORA[2], source, repeat)
        pairs = [
            (run([*ANNOTATE, *options, str(source)]), run([*ANNOTATE, *options, "--jobs", "2", str(source)]))
            for _ in range(turns)
        ]
        one, two = min(pairs, key=lambda pair: pair[1].wall / pair[0].wall)
        name = " ".join(["annotate", *options])
        gain = f"{one.wall:.1f} | {two.wall:.1f} | {one.wall / two.wall:.2f} ×"
        rows.append(f"| {name} | {gain} | {_got(one, 1)} | {_got(two, 2)} |")
    return rows


def _got(spent: Run, processors: int) -> str:
    return f"{spent.cpu / spent.wall / processors:.0%}"


def report() -> str:
    """Two Markdown tables."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        lines = ["| until the first answer | processor seconds | beside the bare model |", "|---|---|---|"]
        lines += first_answers(work)
        lines += ["", "| command | 1 job, s | 2 jobs, s | gain | of 1 processor | of 2 processors |"]
        lines += ["|---|---|---|---|---|---|", *second_job(work)]
    lines += ["", f"({os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end)"]
    return "\n".join(lines)


if __name__ == "__main__":
    print(report())
