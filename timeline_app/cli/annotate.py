"""`timeline-app annotate [FILE|-]`: JSON lines in, JSON lines out, in order, in bounded memory."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from timeline_app.cli.annotation import MAX_LINE_BYTES, AnnotateOptions, Answer, InputLine, annotate_line, failed
from timeline_app.cli.messages import FAILED, OK, say, writing_stdout
from timeline_app.formats.errors import os_failure

_MAX_JOBS = 64


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("file", metavar="FILE", nargs="?", default="-", help="JSON lines; - or nothing is stdin")
    parser.add_argument("--times-only", action="store_true", help="time expressions, no events: faster")
    parser.add_argument("--mentions", action="store_true", help="add every event mention by its head word")
    parser.add_argument("--jobs", metavar="N", type=_jobs, default=1, help="analyse in N processes (default 1)")


def run(options: argparse.Namespace) -> int:
    """Answers every line; 1 when some line or the file failed."""
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):  # small matrices: threads only get in the way
        os.environ.setdefault(variable, "1")
    if options.times_only and options.mentions:
        say("--mentions needs events; with --times-only there are none.")
    wanted = AnnotateOptions(options.times_only, options.mentions)
    try:
        with _opened(options.file) as stream:
            return _answer_all(read_lines(stream), wanted, options.jobs)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        name = "standard input" if options.file == "-" else options.file
        raise os_failure("read", Path(name), error) from error


def read_lines(stream: BinaryIO) -> Iterator[InputLine]:
    """The lines that hold anything, by number; one that is too long is skipped to its end and named."""
    number = 0
    while data := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        if len(data) > MAX_LINE_BYTES:
            while data and not data.endswith(b"\n"):
                data = stream.readline(1_000_000)
            yield InputLine(number, b"", f"the line is longer than {MAX_LINE_BYTES // 1_000_000} MB")
            continue
        if number == 1:
            data = data.removeprefix(b"\xef\xbb\xbf")
        if data.strip():
            yield InputLine(number, data)


def _answer_all(lines: Iterable[InputLine], options: AnnotateOptions, jobs: int) -> int:
    work: Callable[[InputLine], Answer] = partial(annotate_line, options=options)
    answers = _in_processes(work, lines, jobs) if jobs > 1 else ((line, work(line)) for line in lines)
    code = OK
    notes: set[str] = set()
    for line, answer in answers:
        with writing_stdout():
            sys.stdout.buffer.write(answer.data + b"\n")
        if answer.error:
            say(f"line {line.number}: {answer.error}")
            code = FAILED
        if answer.note and answer.note not in notes:
            notes.add(answer.note)
            say(answer.note)
    return code


def _in_processes(
    work: Callable[[InputLine], Answer], lines: Iterable[InputLine], jobs: int
) -> Iterator[tuple[InputLine, Answer]]:
    from timeline_app.cli.process_pool import OrderedMap

    return OrderedMap(work, jobs, partial(failed, reason="the process that analysed this text died")).run(lines)


def _opened(name: str) -> BinaryIO:
    return sys.stdin.buffer if name == "-" else Path(name).open("rb")


def _jobs(text: str) -> int:
    try:
        jobs = int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes") from error
    if not 1 <= jobs <= _MAX_JOBS:
        raise argparse.ArgumentTypeError(f"the number of processes is 1 to {_MAX_JOBS}")
    return jobs
