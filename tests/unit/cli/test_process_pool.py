"""Work over processes: in order, a few items ahead, and past a process that dies."""

import os
import signal
from collections.abc import Iterator

from timeline_app.cli.process_pool import OrderedMap


def double(number: int) -> int:
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 2


def lost(number: int) -> int:
    return -number


def test_answers_keep_the_order_and_little_is_read_ahead() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for number in range(100, 160):
            taken += 1
            yield number

    for done, (number, result) in enumerate(OrderedMap(double, 2, lost).run(items()), 1):
        assert result == number * 2
        assert number == 99 + done
        assert taken - done <= 8


def test_a_dying_process_costs_its_own_item_only() -> None:
    results = dict(OrderedMap(double, 2, lost).run(range(10, 20)))
    assert results == {n: n * 2 for n in range(10, 20) if n != 13} | {13: -13}


def test_what_is_in_flight_is_finished_before_the_next_item_is_waited_for() -> None:
    waited_for: list[int] = []

    def items() -> Iterator[int | None]:
        yield from (1, 2, None)
        waited_for.append(3)
        yield 3

    results = OrderedMap(double, 2, lost).run(items())
    assert [next(results), next(results)] == [(1, 2), (2, 4)]
    assert waited_for == []
    assert list(results) == [(3, 6)]
