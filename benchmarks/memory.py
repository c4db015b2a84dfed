"""Memory while many articles are analysed in one go: `python -m benchmarks.memory [ARTICLES]` (1,000 without).

Articles of 600 words are put together from the sentences of the news corpora and given to `annotate`, and one after the
other to the worker of the window.  The process's resident memory is sampled twice a second; told are its means over the
tenths of the run, after the first of which it should stand still.  The worker remembers what the project holds, so that
each document is answered with the events it shares; that much it may grow.
"""

import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from benchmarks.corpora import ROOT, TIMEX_CORPORA, documents

_WORDS = 600


def articles(number: int) -> list[str]:
    """Texts of news sentences in an order of their own, the same at each run."""
    news = [document["text"] for corpus in (TIMEX_CORPORA[0], TIMEX_CORPORA[2]) for document in documents(corpus)]
    sentences = [line for text in news for line in text.split("\n") if len(line.split()) > 5]
    order = random.Random(7)
    made = []
    for _ in range(number):
        lines: list[str] = []
        while sum(len(line.split()) for line in lines) < _WORDS:
            lines.append(order.choice(sentences))
        made.append("\n\n".join(lines))
    return made


def resident(pid: int) -> int:
    """Resident memory of a process in MB."""
    pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * 4096 // 1_000_000


def sampled(command: list[str], feed: Callable[[BinaryIO, BinaryIO], None]) -> tuple[float, list[int]]:
    """Seconds that a process took and its memory, sampled, while `feed` writes to it and reads its answers."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdin
        assert process.stdout
        feeder = threading.Thread(target=feed, args=(process.stdin, process.stdout))
        feeder.start()
        samples = []
        while feeder.is_alive():
            samples.append(resident(process.pid))
            feeder.join(0.5)
    return time.perf_counter() - start, samples


def row(name: str, number: int, seconds: float, samples: list[int]) -> str:
    """One table row."""
    step = max(1, len(samples) // 10)
    tenths = [sum(part) // len(part) for part in (samples[i : i + step] for i in range(0, step * 10, step)) if part]
    return f"| {name} | {number} | {seconds:.0f} | {' · '.join(map(str, tenths))} |"


def _annotate(texts: list[str], work: Path) -> tuple[float, list[int]]:
    source = work / "articles.jsonl"
    lines = (json.dumps({"id": n, "text": text, "published": "2018-05-28"}) for n, text in enumerate(texts))
    source.write_text("\n".join(lines), encoding="utf-8")

    def feed(stdin: BinaryIO, stdout: BinaryIO) -> None:
        stdin.close()
        while stdout.read(1 << 16):
            pass

    return sampled([sys.executable, "-m", "timeline_app", "annotate", str(source)], feed)


def _worker(texts: list[str]) -> tuple[float, list[int]]:
    def feed(stdin: BinaryIO, stdout: BinaryIO) -> None:
        stdout.readline()  # ready
        for number, text in enumerate(texts):
            request = {"v": 1, "id": str(number), "op": "analyse", "text": text, "published": "2018-05-28"}
            stdin.write(json.dumps(request).encode() + b"\n")
            stdin.flush()
            while b'"event":"done"' not in (line := stdout.readline()):
                if not line or b'"event":"failed"' in line:
                    break
        stdin.close()

    return sampled([sys.executable, "-P", "-m", "timeline_app", "worker"], feed)


def report(number: int) -> str:
    """A Markdown table."""
    texts = articles(number)
    lines = ["| command | articles | seconds | MB in each tenth of the run |", "|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        lines.append(row("annotate", number, *_annotate(texts, Path(folder))))
    lines.append(row("worker", number, *_worker(texts)))
    return "\n".join(lines)


if __name__ == "__main__":
    print(report(int((sys.argv[1:2] or ["1000"])[0])))
