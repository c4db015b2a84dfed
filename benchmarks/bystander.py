"""An idle process beside a measured one: what the machine itself did to whoever wanted to run.

It sleeps two milliseconds at a time and notes how much longer each sleep took, and who had the processors meanwhile:
/proc/stat (proc(5); nothing elsewhere) tells in ticks of ten milliseconds what programs took, what those of a lower
priority, such as the worker, what the system itself, and what the host of a virtual machine kept for others.
Where Linux lets it, it also looks at what the thread that it was started by waits for inside the system: a lock is told
from a disk and from the next event, which no look from inside that thread could.
Both clocks are the system's monotonic one, which every process reads alike.
"""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

_SLEEP = 0.002  # seconds
_WORTH_NOTING = 0.005  # seconds that a sleep was too long
_STAT = Path("/proc/stat")
_TICK_MS = 10.0  # of /proc/stat
_WHO = {"programs": (1,), "of lower priority": (2,), "the system": (3, 6, 7), "the host": (8,)}  # columns of it
_CALLS = {"running": "on or for a processor", "202": "for a lock", "-1": "for a page of memory"}  # of x86-64
_IDLE = frozenset({"7", "232", "270", "271", "281"})  # poll, select and epoll: it waits for the next event


@dataclass(slots=True)
class Bystander:
    """What an idle process noted, as (begin, end) of the monotonic clock in seconds, and milliseconds."""

    waits: list[tuple[float, float, float]] = field(default_factory=list)
    spent: list[tuple[float, float, list[float]]] = field(default_factory=list)  # as in `_WHO`
    slept: int = 0
    blocked: list[tuple[float, float, str]] = field(default_factory=list)  # what the watched thread waited for

    def told(self, begin: float, end: float) -> str:
        """What it met with between two moments; empty where it was left in peace."""
        waited = max((ms for a, b, ms in self.waits if a < end and b > begin), default=0.0)
        parts = [f"an idle process waited {waited:.0f} ms"] if waited else []
        had = [sum(taken) for taken in zip(*(ms for a, b, ms in self.spent if a < end and b > begin), strict=True)]
        parts += [f"{who} had {ms:.0f} ms" for who, ms in zip(_WHO, had, strict=False) if ms]
        blocked: Counter[str] = Counter()
        for a, b, what in self.blocked:
            if a < end and b > begin:
                blocked[what] += 1_000 * (min(b, end) - max(a, begin))  # type: ignore[assignment]  # no whole number
        return ", ".join([*parts, *(f"seen {ms:.0f} ms {what}" for what, ms in blocked.items() if ms >= 1)])

    @property
    def gaps(self) -> list[float]:
        """How much too long each sleep was, ms; those below what is noted count as none."""
        noted = [ms for _, _, ms in self.waits]
        return noted + [0.0] * max(1, self.slept - len(noted))


@contextmanager
def standing_by() -> Iterator[Bystander]:
    """Lets an idle process note what it meets with; what it noted is there at the end."""
    found = Bystander()
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.bystander"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield found
        finally:
            noted = json.loads(process.communicate(timeout=30)[0])
            for key in ("waits", "spent", "blocked", "slept"):
                setattr(found, key, noted[key])


def _ticks() -> list[int]:
    """Ticks of all processors by who had them."""
    try:
        with _STAT.open("rb") as file:
            columns = file.readline().split()
            return [sum(int(columns[column]) for column in who) for who in _WHO.values()]
    except (OSError, IndexError, ValueError):
        return [0] * len(_WHO)


def _stand_by() -> None:
    """Notes until standard input ends."""
    ended: list[bool] = []
    Thread(target=lambda: ended.append(bool(sys.stdin.read()) or True), daemon=True).start()
    waits, spent, slept = [], [], 0
    blocked: list[tuple[float, float, str]] = []
    looked_at = Path(f"/proc/{os.getppid()}/syscall")
    last, ticks, asked = time.perf_counter(), _ticks(), time.perf_counter()
    while not ended:
        time.sleep(_SLEEP)
        now = time.perf_counter()
        late = now - last - _SLEEP
        slept += 1
        if late > _WORTH_NOTING:
            waits.append((last, now, 1_000 * late))
        if now - asked > _SLEEP * 4:
            found = _ticks()
            if found != ticks:
                spent.append((asked, now, [_TICK_MS * (new - old) for new, old in zip(found, ticks, strict=True)]))
            ticks, asked = found, now
        what = _waiting_for(looked_at)
        if blocked and blocked[-1][1] == last and blocked[-1][2] == what:
            blocked[-1] = (blocked[-1][0], now, what)
        elif what:
            blocked.append((last, now, what))
        last = now
    long = [row for row in blocked if row[1] - row[0] > _WORTH_NOTING]
    print(json.dumps({"waits": waits, "spent": spent, "slept": slept, "blocked": long}))


def _waiting_for(looked_at: Path) -> str:
    """What a thread waits for; empty where it is the next event, or the system does not tell."""
    try:
        call = looked_at.read_text("ascii").split(maxsplit=1)[0]
    except (OSError, IndexError):
        return ""
    return "" if call in _IDLE else _CALLS.get(call, f"in system call {call}")


if __name__ == "__main__":
    _stand_by()
