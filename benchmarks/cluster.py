"""What annotating a large corpus costs, as it grows: `python -m benchmarks.cluster [DOCUMENTS…]`.

Makes corpora of made-up reports, annotates each in one process, for times and events and for times alone, the smallest
also on a local Dask cluster of two workers, and writes benchmarks/cluster.md.  Cost is processor time, which does not
depend on what else the machine does; memory is the largest resident set.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).with_name("cluster.md")
SIZES = (1_000, 3_000, 10_000)
_PLACES = ("Lund", "Brenn", "Kellin", "Port Ellery", "Tarrow", "Oslo", "Marek", "Sula")
_SUBJECTS = ("The ferry Maren", "A goods train", "The ministry", "The dam's operator", "Two divers", "The council")
_DEEDS = (
    "ran aground off {place}",
    "closed the bridge at {place}",
    "ordered an inquiry in {place}",
    "met residents in {place}",
    "denied that the gates at {place} had failed",
    "will repair the quay at {place}",
    "left {place} for good",
    "signed an agreement with the port of {place}",
)
_TIMES = ("on Friday", "last weekend", "on 4 October", "three days later", "in early June", "at 1330 GMT on Tuesday")
_WHEN = (*_TIMES, "overnight", "next month", "", "", "", "")
_REST = (
    "Nobody was hurt, a spokeswoman said.",
    "The mayor called it a warning.",
    "Rain had fallen for two weeks.",
    "It was the third such case since 2019.",
    "The company did not answer questions.",
    "Schools stay closed until Monday.",
)


@dataclass(frozen=True)
class Cost:
    """What one run took."""

    documents: int
    words: int
    processor: float  # seconds, user and system
    wall: float  # seconds
    memory: int  # bytes, the largest resident set


def report(number: int) -> str:
    """One made-up report of 150 to 350 words as a line of input; the same for a number each time."""
    chance = random.Random(number)
    sentences = []
    for _ in range(chance.randint(10, 22)):
        deed = chance.choice(_DEEDS).format(place=chance.choice(_PLACES))
        sentences.append(f"{chance.choice(_SUBJECTS)} {deed} {chance.choice(_WHEN)}".strip() + ".")
        sentences.append(chance.choice(_REST))
    day = f"20{chance.randint(10, 24)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    return json.dumps({"id": number, "text": " ".join(sentences), "published": day})


def corpus(folder: Path, documents: int) -> tuple[Path, int]:
    """A file of so many reports, and its words."""
    path, words = folder / f"{documents}.jsonl", 0
    with path.open("w", encoding="utf-8") as file:
        for number in range(documents):
            line = report(number)
            words += line.count(" ")
            file.write(line + "\n")
    return path, words


def measure(path: Path, documents: int, words: int, *options: str) -> Cost:
    """Annotates a corpus in processes of its own."""
    command = [sys.executable, "-m", "timeline_app", "annotate", str(path), *options]
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(documents, words, spent, time.perf_counter() - started, after.ru_maxrss * 1024)


def on_cluster(path: Path, documents: int, words: int) -> Cost:
    """The same on two local workers; the processor time is that of everybody, the scheduler too."""
    from distributed import LocalCluster

    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    made = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50)  # type: ignore[no-untyped-call]
    with made as cluster:
        command = [sys.executable, "-m", "timeline_app", "annotate", str(path), "--dask", cluster.scheduler_address]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        spent = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(documents, words, processor, spent, after.ru_maxrss * 1024)


def page(whole: list[Cost], times: list[Cost], cluster: Cost) -> str:
    """The measured tables and what follows from them."""
    largest = f"{whole[-1].documents:,}"
    alone = next(cost for cost in whole if cost.documents == cluster.documents)
    measured = [
        f"| {c.documents:,} | {c.words:,} | {c.processor:.0f} | {1_000 * c.processor / c.documents:.1f} | "
        f"{c.memory / 1e6:.0f} | {t.processor:.0f} | {1_000 * t.processor / t.documents:.1f} |"
        for c, t in zip(whole, times, strict=True)
    ]
    (start, each), (times_start, times_each) = line(whole), line(times)
    guesses = [
        f"| {n:,} | {_hours(start + each * n, 1)} | {_hours(start + each * n, 16)} | {_hours(start + each * n, 128)} | "
        f"{_hours(times_start + times_each * n, 1)} | {_hours(times_start + times_each * n, 16)} |"
        for n in (100_000, 1_000_000)
    ]
    return _PAGE.format(
        measured="\n".join(measured),
        guessed="\n".join(guesses),
        start=start,
        each=1_000 * each,
        times_each=1_000 * times_each,
        largest=largest,
        sizes=" ".join(str(cost.documents) for cost in whole),
        between=off_the_line(whole),
        count=cluster.documents,
        spread=cluster.processor,
        alone=alone.processor,
    )


def line(costs: list[Cost]) -> tuple[float, float]:
    """Seconds at the start and for each document, by the line through the smallest and the largest corpus."""
    first, last = costs[0], costs[-1]
    each = (last.processor - first.processor) / (last.documents - first.documents)
    return max(first.processor - each * first.documents, 0.0), each


def off_the_line(costs: list[Cost]) -> str:
    """How far the corpora between lie from that line, at worst; nothing where there are none."""
    start, each = line(costs)
    off = [abs(c.processor - start - each * c.documents) / c.processor for c in costs[1:-1]]
    return f" What lies between is at most {100 * max(off):.0f} % off that line." if off else ""


def _hours(seconds: float, cores: int) -> str:
    return f"{seconds / 3_600 / cores:.2f}"


_PAGE = """# A corpus bigger than one machine

`python -m benchmarks.cluster {sizes}` measures and writes this page: made-up reports of 150 to 350 words, in one
process. Processor seconds, which other programs on the machine change less than the clock.

## Measured

| documents | words | times and events: s | ms a document | memory MB | times alone: s | ms a document |
|---|---|---|---|---|---|---|
{measured}

The start (model and grammar) takes about {start:.1f} s, each document {each:.1f} ms, {times_each:.1f} ms for times
alone.{between} Memory does not grow with the corpus: a line is answered and forgotten; nothing in `annotate` looks at
more than one group of lines.

On a local cluster of two workers, {count:,} documents took {spread:.0f} s of processor time beside {alone:.0f} s in one
process: scheduler, client and each worker start once, and texts travel.

## Not measured: drawn on from {largest} documents

Hours, by that line, all cores busy; real corpora differ in length and in how much of them tells times, so measure a
thousand of your own documents first:

| documents | times and events: 1 core | 16 cores | 128 cores | times alone: 1 core | 16 cores |
|---|---|---|---|---|---|
{guessed}

```sh
dask scheduler &                                         # on one machine; tcp://HOST:8786
dask worker tcp://HOST:8786 --nworkers 16 --nthreads 1   # on each; this program must be installed there
timeline-app annotate corpus.jsonl --dask tcp://HOST:8786 > annotated.jsonl
```

One scheduler hands out groups of up to 16 lines, four in flight for each thread, and the answers come back in order
through one process. For millions of documents in many files let the workers read and write themselves: `annotate_bag`
in `timeline_app/cli/annotate_dask.py` maps a Dask bag of lines, partition by partition.
"""


def main() -> None:
    """Measures and writes the page."""
    sizes = [int(word) for word in sys.argv[1:]] or list(SIZES)
    whole, times = [], []
    with tempfile.TemporaryDirectory() as folder:
        for documents in sizes:
            path, words = corpus(Path(folder), documents)
            times.append(measure(path, documents, words, "--times-only"))
            whole.append(measure(path, documents, words))
            print(times[-1], whole[-1], flush=True)
        spread = sizes[0]
        path, words = corpus(Path(folder), spread)
        cluster = on_cluster(path, spread, words)
        print(cluster)
    PAGE.write_text(page(whole, times, cluster), encoding="utf-8")


if __name__ == "__main__":
    main()
