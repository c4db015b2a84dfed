"""How the cost of annotating grows with a corpus: `python -m benchmarks.cluster [TIMES [EVENTS [CLUSTER]]]`.

Made-up agency reports go through `annotate`: so many for times alone (100,000 without a number), so many for times and
events (100,000), so many on a local Dask cluster of two workers (3,000).  They are made while they are
read and forgotten when they are answered, so no size needs memory or disk.  Cost is processor time, which depends least
on what else the machine does; it and the resident memory are noted on the way, and benchmarks/cluster.md is written at
each of these points: a run that is ended early leaves what it measured.
"""

import json
import random
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

import psutil  # type: ignore[import-untyped]  # comes with distributed
from distributed import Client

PAGE = Path(__file__).with_name("cluster.md")
NOTED = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)  # documents
_DEFAULT = (100_000, 100_000, 3_000)
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
class Point:
    """What a run had taken when it had answered so many documents."""

    documents: int
    words: int
    processor: float  # seconds, user and system
    memory: int  # bytes, resident; of the largest process


Run = list[Point]


def report(number: int) -> tuple[str, int]:
    """One made-up report of about a hundred words as a line of input, and its words; a number tells which."""
    chance = random.Random(number)
    sentences = []
    for _ in range(chance.randint(4, 9)):
        deed = chance.choice(_DEEDS).format(place=chance.choice(_PLACES))
        sentences.append(f"{chance.choice(_SUBJECTS)} {deed} {chance.choice(_WHEN)}".strip() + ".")
        sentences.append(chance.choice(_REST))
    day = f"20{chance.randint(10, 24)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    text = " ".join(sentences)
    return json.dumps({"id": number, "text": text, "published": day}) + "\n", text.count(" ") + 1


def annotated(documents: int, *options: str, on_cluster: bool = False) -> Iterator[Point]:
    """Annotates so many reports and tells at 0 (the first answer) and at each of `NOTED` what that took."""
    with ExitStack() as stack:
        counted: list[psutil.Process] = []
        if on_cluster:
            counted, address = stack.enter_context(_cluster())
            options = (*options, "--dask", address)
        command = [sys.executable, "-P", "-m", "timeline_app", "annotate", *options]
        process = stack.enter_context(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE))
        assert process.stdin is not None
        assert process.stdout is not None
        counted.append(psutil.Process(process.pid))
        threading.Thread(target=_feed, args=(process.stdin, documents), daemon=True).start()
        words = 0
        for number, _ in enumerate(process.stdout):
            if number == 0:
                yield _point(counted, 0, 0)
            words += report(number)[1]
            if number + 1 in NOTED or number + 1 == documents:
                yield _point(counted, number + 1, words)
    if process.returncode:
        raise SystemExit("annotate failed")


@contextmanager
def _cluster() -> Iterator[tuple[list[psutil.Process], str]]:
    """A scheduler with two workers on this machine, started as the page says: its processes and its address."""
    dask = [sys.executable, "-m", "dask"]
    address = f"tcp://127.0.0.1:{_free_port()}"
    scheduler = [*dask, "scheduler", "--no-dashboard", "--host", address]
    workers = [*dask, "worker", address, "--nworkers", "2", "--nthreads", "1", "--no-dashboard"]
    started = [subprocess.Popen(command, stderr=subprocess.DEVNULL) for command in (scheduler, workers)]
    try:
        with Client(address, timeout=120) as client:  # type: ignore[no-untyped-call]
            client.wait_for_workers(2, timeout=120)
        yield [psutil.Process(process.pid) for process in started], address
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port


def _feed(stdin: BinaryIO, documents: int) -> None:
    with stdin:
        for number in range(documents):
            stdin.write(report(number)[0].encode())


def _point(processes: list[psutil.Process], documents: int, words: int) -> Point:
    """What processes and those below them have taken until now."""
    everybody = [one for process in processes for one in (process, *process.children(recursive=True))]
    times = [one.cpu_times() for one in everybody]
    spent = sum(time.user + time.system for time in times)
    return Point(documents, words, spent, max(one.memory_info().rss for one in everybody))


def page(times: Run, whole: Run, cluster: Run, asked: tuple[int, int, int]) -> str:
    """The measured tables and what follows from them."""
    rows = []
    for n in sorted({point.documents for run in (times, whole, cluster) for point in run[1:]}):
        cells = [f"{n:,}", f"{next(p.words for run in (times, whole, cluster) for p in run if p.documents == n):,}"]
        for run in (times, whole, cluster):
            cells += _cells(run, n)
        rows.append(f"| {' | '.join(cells)} |")
    return _PAGE.format(
        asked=" ".join(map(str, asked)),
        measured="\n".join(rows),
        times_start=times[0].processor,
        whole_start=whole[0].processor,
        cluster_start=cluster[0].processor,
        guessed="\n".join(_guess(n, times, whole) for n in (100_000, 1_000_000)),
        times_end=f"{times[-1].documents:,}",
        whole_end=f"{whole[-1].documents:,}",
    )


def _cells(run: Run, documents: int) -> tuple[str, str, str]:
    """Seconds, milliseconds for each document since the point before, memory; empty where there is no such point."""
    for before, point in pairwise(run):
        if point.documents == documents:
            each = (point.processor - before.processor) / (documents - before.documents)
            return f"{point.processor:,.0f}", f"{1_000 * each:.1f}", f"{point.memory / 1e6:.0f}"
    return "", "", ""


def _guess(documents: int, times: Run, whole: Run) -> str:
    """A row: the hours that so many documents take, by the cost of a document over the whole run."""
    hours = [
        (run[0].processor + documents * (run[-1].processor - run[0].processor) / run[-1].documents) / 3_600
        for run in (whole, times)
    ]
    cells = [f"{hours[0] / cores:.2f}" for cores in (1, 16, 128)] + [f"{hours[1] / cores:.2f}" for cores in (1, 16)]
    return f"| {documents:,} | {' | '.join(cells)} |"


_PAGE = """# A corpus bigger than one machine

`python -m benchmarks.cluster {asked}` measures and writes this page: made-up agency reports of about a hundred words
each, one after the other through one `annotate`. Processor seconds, which other programs on the machine change less
than the clock. "Each" is the cost of a document since the row above; where it stays, the cost grows as the corpus does,
and no faster. The rows end where the run was ended.

## Measured

| documents | words | times: s | each, ms | MB | times and events: s | each, ms | MB | cluster: s | each, ms | MB |
|---|---|---|---|---|---|---|---|---|---|---|
{measured}

The first answer comes after {times_start:.1f} s for times alone, {whole_start:.1f} s with events (model and grammar are
loaded). MB is the resident memory at that moment: a line is answered and forgotten; nothing in `annotate` looks at more
than one group of lines.

"Cluster" is a local Dask cluster of two workers reading times and events: the processor time of scheduler, client and
workers, the memory of the largest of them. The first answer comes after {cluster_start:.1f} s, for each of them starts.

## What a million would take: drawn on from {times_end} documents (times) and {whole_end} (events)

Hours, by the mean cost of a document, all cores busy. Real reports are longer, and cost goes by words: measure a
thousand of your own first.

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
    """Measures and writes the page, as soon as there is something to say and at each point after."""
    told = [int(word) for word in sys.argv[1:]]
    times_only, events, spread = (*told, *_DEFAULT[len(told) :])
    asked = (times_only, events, spread)
    runs: tuple[Run, Run, Run] = ([], [], [])
    for point in annotated(spread, on_cluster=True):  # alone: while it waits, its scheduler goes on asking who is there
        runs[2].append(point)
        print(point, flush=True)
    running = [(runs[0], annotated(times_only, "--times-only")), (runs[1], annotated(events))]
    while running:  # by turns from point to point: what is not asked for an answer waits
        for run, points in tuple(running):
            if (reached := next(points, None)) is None:
                running.remove((run, points))
                continue
            run.append(reached)
            print(reached, flush=True)
            if runs[0][1:] and runs[1][1:]:
                PAGE.write_text(page(*runs, asked), encoding="utf-8")


if __name__ == "__main__":
    main()
