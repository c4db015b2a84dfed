"""Growth with the length of a text, ordinary and hostile: `python -m benchmarks.scaling [KILOBYTES [KIND...]]`.

Each kind of text is read at a quarter, a half and the whole of that length (1,000 without), in a process of its own,
for times alone and with events.  Told are processor seconds, growth at each doubling (2 is linear) and peak memory.
`python -m benchmarks.scaling 10000 news` reads a 10 MB document put together from the paragraphs of the news corpora.
"""

import json
import random
import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from multiprocessing import get_context

_REPORT = (
    "The army said on Monday that two soldiers had been killed near the river crossing at Tarn. “We held the bridge "
    "until dawn,” Colonel Mira Hale told reporters. Talks between Norland and Sarkia, which began on 4 May 2020, "
    "are due to resume next week. Prices rose by three per cent last year, the statistics office reported.\n\n"
)


def _news(length: int) -> str:
    """Paragraphs of real reports in an order of their own, the same at each run."""
    from benchmarks.corpora import TIMEX_CORPORA, documents

    texts = [document["text"] for corpus in (TIMEX_CORPORA[0], TIMEX_CORPORA[2]) for document in documents(corpus)]
    paragraphs = [line for text in texts for line in text.split("\n") if len(line) > 40]
    draw, told, size = random.Random(3), [], 0
    while size < length:
        told.append(draw.choice(paragraphs))
        size += len(told[-1]) + 2
    return "\n\n".join(told)[:length]


KINDS: dict[str, Callable[[int], str]] = {
    "news": _news,
    "report": lambda n: (_REPORT * (n // len(_REPORT) + 1))[:n],
    "report on one line": lambda n: (_REPORT.replace("\n", " ") * (n // len(_REPORT) + 1))[:n],
    "digits": lambda n: "1234567890" * (n // 10),
    "last last last": lambda n: "last " * (n // 5),
    "punctuation": lambda n: ".,;!?()-" * (n // 8),
    "letters without a space": lambda n: "a" * n,
    "opening quotation marks": lambda n: "“" * n,
    "short lines": lambda n: "a\n" * (n // 2),
    "figures": lambda n: "1234 " * (n // 5),
    "months": lambda n: "May to " * (n // 7),
    "words": lambda n: "word " * (n // 5),
    "opening brackets": lambda n: "(" * n,
    "dots": lambda n: "." * n,
    "line breaks": lambda n: "\n" * n,
    "May May May": lambda n: "May " * (n // 4),
    "one endless sentence": lambda n: "the army attacked Tarn on Monday and " * (n // 37),
    "live blog": lambda n: "UPDATE 1330 GMT: the army attacked.\n\n" * (n // 37),
}


def measure(kind: str, length: int, *, times_only: bool) -> tuple[float, int]:
    """Processor seconds of reading a text, and the peak of this process's memory in MB: start a new one for each."""
    from timeline_app.cli.annotation import AnnotateOptions, InputLine, annotate_line

    options = AnnotateOptions(times_only)
    annotate_line(InputLine(1, b'{"id": 1, "text": "It opens on Monday."}'), options)  # start-up aside
    line = InputLine(1, json.dumps({"id": 1, "text": KINDS[kind](length), "published": "2020-05-11"}).encode())
    start = time.process_time()
    answer = annotate_line(line, options)
    if answer.error:
        raise RuntimeError(answer.error)
    return time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def row(kind: str, length: int, *, times_only: bool) -> str:
    """One table row: seconds at each length, growth, memory."""
    spent = []
    peak = 0
    for size in (length // 4, length // 2, length):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
            seconds, peak = fresh.submit(measure, kind, size, times_only=times_only).result()
        spent.append(seconds)
    growth = " ".join(f"{after / before:.1f}" for before, after in pairwise(spent))
    name = "times" if times_only else "times and events"
    return f"| {kind} | {name} | {' · '.join(f'{s:.1f}' for s in spent)} | {growth} | {peak:,} |"


def report(length: int, kinds: list[str]) -> str:
    """A Markdown table."""
    lines = [
        f"| text of {length:,} code points | read for | seconds at ¼ · ½ · whole | growth | MB |",
        "|---|---|---|---|---|",
    ]
    for kind in kinds:
        lines += [row(kind, length, times_only=times_only) for times_only in (True, False)]
    return "\n".join(lines)


if __name__ == "__main__":
    print(report(int((sys.argv[1:2] or ["1000"])[0]) * 1000, sys.argv[2:] or list(KINDS)))
