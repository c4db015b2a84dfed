"""`timeline-app annotate [FILE|-]`: JSON lines in, JSON lines out, in order, in bounded memory."""

import argparse
import os
import select
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import BinaryIO

from timeline_app.cli.annotation import (
    MAX_LINE_BYTES,
    AnnotateOptions,
    Answer,
    InputLine,
    annotate_lines,
    failed,
    warm_up,
)
from timeline_app.cli.messages import FAILED, OK, say, writing_stdout
from timeline_app.cli.sign_of_life import SignOfLife
from timeline_app.formats.errors import os_failure

_MAX_JOBS = 64
_READ = 1 << 18  # bytes asked for at once
_GROUP_LINES, _GROUP_BYTES = 16, 1 << 15  # analysed together, so that the model works on many sentences at once

Work = Callable[[list[InputLine]], list[Answer]]


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("file", metavar="FILE", nargs="?", default="-", help="JSON lines; - or nothing is stdin")
    parser.add_argument("--times-only", action="store_true", help="time expressions, no events: faster")
    parser.add_argument("--mentions", action="store_true", help="add every event mention by its head word")
    parser.add_argument("--jobs", metavar="N", type=_jobs, default=1, help="analyse in N processes (default 1)")
    parser.add_argument("--dask", metavar="ADDRESS", help="analyse on a Dask cluster: tcp://scheduler:8786")


def run(options: argparse.Namespace) -> int:
    """Answers every line; 1 when some line or the file failed."""
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):  # small matrices: threads only get in the way
        os.environ.setdefault(variable, "1")
    if options.times_only and options.mentions:
        say("--mentions needs events; with --times-only there are none.")
    wanted = AnnotateOptions(options.times_only, options.mentions)
    try:
        with _opened(options.file) as stream:
            if options.jobs == 1 and not options.dask:
                warm_up()
            return _answer_all(read_groups(stream), wanted, options.jobs, options.dask)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        name = "standard input" if options.file == "-" else options.file
        raise os_failure("read", Path(name), error) from error


def read_lines(stream: BinaryIO) -> Iterator[InputLine]:
    """The lines that hold anything, by number; one that is too long is skipped to its end and named."""
    for group in read_groups(stream):
        yield from group or ()


def read_groups(stream: BinaryIO) -> Iterator[list[InputLine] | None]:
    """The lines in small groups to be analysed together.

    What has arrived is given before more is waited for; None says that the next one will have to be waited for.
    """
    numbers = count(1)
    begun = bytearray()
    while chunk := stream.read1(_READ):  # type: ignore[attr-defined]
        *ended, rest = chunk.split(b"\n")
        lines = []
        for piece in ended:
            lines.append(_line(next(numbers), bytes(begun) + piece))
            begun = bytearray()
        if len(begun) <= MAX_LINE_BYTES:
            begun += rest
        yield from _grouped(line for line in lines if line is not None)
        if not _has_more(stream):
            yield None
    if last := _line(next(numbers), bytes(begun)):
        yield [last]


def _has_more(stream: BinaryIO) -> bool:
    """Whether the next read returns at once, as far as the system can tell."""
    try:
        return bool(select.select([stream], [], [], 0)[0])
    except (OSError, ValueError):  # no pipe, or a system that cannot tell
        return True


def _line(number: int, data: bytes) -> InputLine | None:
    """A line without its end, None where it is blank."""
    if len(data) > MAX_LINE_BYTES:
        return InputLine(number, b"", f"the line is longer than {MAX_LINE_BYTES // 1_000_000} MB")
    if number == 1:
        data = data.removeprefix(b"\xef\xbb\xbf")
    return InputLine(number, data) if data.strip() else None


def _grouped(lines: Iterable[InputLine]) -> Iterator[list[InputLine]]:
    """The lines in groups of bounded number and size."""
    group: list[InputLine] = []
    size = 0
    for line in lines:
        if group and (len(group) == _GROUP_LINES or size + len(line.data) > _GROUP_BYTES):
            yield group
            group, size = [], 0
        group.append(line)
        size += len(line.data)
    if group:
        yield group


def _answer_all(
    groups: Iterable[list[InputLine] | None], options: AnnotateOptions, jobs: int, cluster: str | None
) -> int:
    work: Work = partial(annotate_lines, options=options)
    life = SignOfLife()
    answered: Iterable[tuple[list[InputLine], list[Answer]]]
    if cluster is not None:
        from timeline_app.cli.annotate_dask import answer_on_cluster

        answered = answer_on_cluster(groups, options, cluster)
    elif jobs > 1:
        answered = _in_processes(work, groups, jobs)
    else:
        answered = ((group, annotate_lines(group, options, life.reading)) for group in groups if group)
    code = OK
    notes: set[str] = set()
    for group, answers in answered:
        life.end()
        for line, answer in zip(group, answers, strict=True):
            with writing_stdout():
                sys.stdout.buffer.write(answer.data + b"\n")
            if answer.error:
                say(f"line {line.number}: {answer.error}")
                code = FAILED
            if answer.note and answer.note not in notes:
                notes.add(answer.note)
                say(answer.note)
        life.answered(len(group))
    life.end()
    return code


def _in_processes(
    work: Work, groups: Iterable[list[InputLine] | None], jobs: int
) -> Iterator[tuple[list[InputLine], list[Answer]]]:
    from timeline_app.cli.process_pool import OrderedMap

    def singly(group: list[InputLine]) -> list[Answer]:
        """Each line of a group that killed its process in a process of its own: one of them is the cause."""
        if len(group) == 1:
            return [failed(group[0], "the process that analysed this text died")]
        return [answers[0] for _, answers in OrderedMap(work, 1, singly).run([line] for line in group)]

    return OrderedMap(work, jobs, singly).run(groups)


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
