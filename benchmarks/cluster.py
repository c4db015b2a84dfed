"""What annotating a large corpus costs, as it grows: `python -m benchmarks.cluster [DOCUMENTS…]`.

Makes corpora of made-up reports, annotates each in one process, and the smallest also on a local Dask cluster of two
workers, and writes benchmarks/cluster.md.  Cost is processor time, which does not depend on what else the machine does;
memory is the largest resident set.
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
SIZES = (100, 300, 1_000, 3_000)
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


def page(costs: list[Cost], cluster: Cost) -> str:
    """The measured table and what follows from it."""
    first, last = costs[0], costs[-1]
    each = (last.processor - first.processor) / (last.documents - first.documents)
    start = max(first.processor - each * first.documents, 0.0)
    alone = next(cost for cost in costs if cost.documents == cluster.documents)
    rows = [
        f"| {c.documents:,} | {c.words:,} | {c.processor:.1f} | {1000 * c.processor / c.documents:.1f} | "
        f"{c.memory / 1e6:.0f} |"
        for c in costs
    ]
    guesses = [
        f"| {n:,} | {(start + each * n) / 3600:.2f} | {(start + each * n) / 3600 / 16:.2f} | "
        f"{(start + each * n) / 3600 / 128:.2f} |"
        for n in (100_000, 1_000_000)
    ]
    measured = "\n".join(rows)
    guessed = "\n".join(guesses)
    return _PAGE.format(
        measured=measured,
        guessed=guessed,
        start=start,
        each=1000 * each,
        count=cluster.documents,
        spread=cluster.processor,
        alone=alone.processor,
    )


_PAGE = """# A corpus bigger than one machine

`python -m benchmarks.cluster` measures and writes this page: made-up reports of 150 to 350 words, whole annotation
(times and events), one process. Processor seconds, which other programs on the machine hardly change.

| documents | words | processor s | ms a document | memory MB |
|---|---|---|---|---|
{measured}

The start (model and grammar) takes about {start:.1f} s, each document {each:.1f} ms, and memory does not grow with the
corpus: a line is answered and forgotten. Cost is a straight line through these points; nothing in `annotate` looks at
more than one group of lines. The corpora are as large as the machine at hand had time for; name larger ones on the
command line.

On a local cluster of two workers, {count:,} documents took {spread:.1f} s of processor time beside {alone:.1f} s in one
process: scheduler, client and each worker start once.

Not measured but drawn on from that line, in hours; real corpora differ in length and in how much of it tells times, so
measure a thousand of your own documents first:

| documents | 1 core | 16 cores | 128 cores |
|---|---|---|---|
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
    costs = []
    with tempfile.TemporaryDirectory() as folder:
        for documents in sizes:
            path, words = corpus(Path(folder), documents)
            costs.append(measure(path, documents, words))
            print(costs[-1], flush=True)
        path, words = corpus(Path(folder), sizes[1])
        cluster = on_cluster(path, sizes[1], words)
        print(cluster)
    PAGE.write_text(page(costs, cluster), encoding="utf-8")


if __name__ == "__main__":
    main()
