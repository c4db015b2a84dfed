"""`annotate` on a Dask cluster: for a corpus bigger than one machine.

Needs the optional packages (``pip install timeline-app[dask]``) here and this program on every worker.  In a script of
your own, `annotate_bag` turns a Dask bag of JSON lines into a bag of answers::

    import dask.bag
    from timeline_app.cli.annotate_dask import annotate_bag

    lines = dask.bag.read_text("corpus/*.jsonl.gz", blocksize=None)
    annotate_bag(lines).to_textfiles("annotated/*.jsonl.gz")
"""

import logging
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, TypeAlias

from timeline_app.cli.annotation import AnnotateOptions, Answer, InputLine, annotate_lines, failed, warm_up
from timeline_app.formats.errors import FormatError

_AHEAD = 4  # groups in flight for each thread of the cluster: all stay busy, memory stays bounded
_GROUP = 16  # lines analysed together
_CONNECT = 10  # seconds

Group = list[InputLine]
Bag: TypeAlias = Any  # of dask and distributed, which are optional and say no types
Client: TypeAlias = Any
Future: TypeAlias = Any


def annotate_bag(lines: Bag, options: AnnotateOptions | None = None) -> Bag:
    """A bag of JSON lines (text) as a bag of annotated JSON lines, in the same order and partitions.

    A line that cannot be read is answered as `annotate` answers it; nothing raises.
    """
    return lines.map_partitions(_annotate_partition, options or AnnotateOptions())


def _annotate_partition(lines: Iterable[str], options: AnnotateOptions) -> list[str]:
    told = [InputLine(n, line.encode()) for n, line in enumerate(lines, 1) if line.strip()]
    _warm_up_once()
    groups = [told[start : start + _GROUP] for start in range(0, len(told), _GROUP)]
    return [answer.data.decode() for group in groups for answer in annotate_lines(group, options)]


def answer_on_cluster(
    groups: Iterable[Group | None], options: AnnotateOptions, address: str
) -> Iterator[tuple[Group, list[Answer]]]:
    """Each group with its answers, in order; raises FormatError where there is no cluster at `address`.

    A group whose worker dies is given to another; where it kills several, each of its lines is tried alone, and the
    one that kills again is answered as failed.  A None among the groups waits for what is in flight.
    """
    with _connected(address) as client:
        waiting: deque[tuple[Group, Future]] = deque()
        for group in groups:
            while waiting and (group is None or len(waiting) >= _AHEAD * max(_threads(client), 1)):
                yield _answered(client, *waiting.popleft(), options)
            if group is not None:
                waiting.append((group, _submit(client, group, options)))
        while waiting:
            yield _answered(client, *waiting.popleft(), options)


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    try:
        from distributed import Client as connect  # noqa: N813 - a class, used once as what it does
    except ImportError as error:
        raise FormatError("--dask needs the packages dask and distributed: pip install timeline-app[dask].") from error
    for name in (
        "distributed",
        "distributed.client",
    ):  # lost workers are dealt with here; their log tells a user nothing
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client: Client = connect(address, timeout=_CONNECT, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError, ValueError) as error:
        raise FormatError(f"No Dask scheduler answers at {address}; start one, or check the address.") from error
    with client:
        if not client.scheduler_info(n_workers=-1)["workers"]:
            raise FormatError(f"The Dask scheduler at {address} has no workers; start some first.")
        yield client


def _submit(client: Client, group: Group, options: AnnotateOptions) -> Future:
    return client.submit(_annotate_group, group, options, pure=False)


def _annotate_group(group: Group, options: AnnotateOptions) -> list[Answer]:
    """In a worker."""
    _warm_up_once()
    return annotate_lines(group, options)


@cache
def _warm_up_once() -> None:
    """Loads what stays, and sets it aside from the garbage collector, before a worker reads its first text."""
    warm_up()


def _answered(client: Client, group: Group, future: Future, options: AnnotateOptions) -> tuple[Group, list[Answer]]:
    from distributed import KilledWorker

    try:
        answers: list[Answer] = future.result()
    except KilledWorker:
        if len(group) == 1:
            return group, [failed(group[0], "the process that analysed this text died")]
        alone = [(line, _submit(client, [line], options)) for line in group]
        answers = [_answered(client, [line], one, options)[1][0] for line, one in alone]
    return group, answers


def _threads(client: Client) -> int:
    found: dict[str, Any] = client.nthreads()
    return sum(found.values())
