"""An idle process beside a measured one: what the machine itself did to whoever wanted to run.

It sleeps two milliseconds at a time and notes how much longer each sleep took, and the processor time that the host of
a virtual machine kept for others (`steal` in /proc/stat, proc(5), in ticks of ten milliseconds; nothing elsewhere).
Both clocks are the system's monotonic one, which every process reads alike.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

_SLEEP = 0.002  # seconds
_WORTH_NOTING = 0.005  # seconds that a sleep was too long
_STAT = Path("/proc/stat")
_TICK_MS = 10.0  # of /proc/stat


@dataclass(slots=True)
class Bystander:
    """What an idle process noted, as (begin, end) of the monotonic clock in seconds, and milliseconds."""

    waits: list[tuple[float, float, float]] = field(default_factory=list)
    stolen: list[tuple[float, float, float]] = field(default_factory=list)
    slept: int = 0

    def told(self, begin: float, end: float) -> str:
        """What it met with between two moments; empty where it was left in peace."""
        waited = max((ms for a, b, ms in self.waits if a < end and b > begin), default=0.0)
        stolen = sum(ms for a, b, ms in self.stolen if a < end and b > begin)
        parts = [f"an idle process waited {waited:.0f} ms"] if waited else []
        return ", ".join([*parts, f"the host took {stolen:.0f} ms"] if stolen else parts)

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
            found.waits, found.stolen = ([tuple(row) for row in noted[key]] for key in ("waits", "stolen"))
            found.slept = noted["slept"]


def _stolen_ticks() -> int:
    """Ticks of all processors that went to other machines on the same host."""
    try:
        with _STAT.open("rb") as file:
            return int(file.readline().split()[8])
    except (OSError, IndexError, ValueError):
        return 0


def _stand_by() -> None:
    """Notes until standard input ends."""
    ended: list[bool] = []
    Thread(target=lambda: ended.append(bool(sys.stdin.read()) or True), daemon=True).start()
    waits, stolen, slept = [], [], 0
    last, ticks, asked = time.perf_counter(), _stolen_ticks(), time.perf_counter()
    while not ended:
        time.sleep(_SLEEP)
        now = time.perf_counter()
        late = now - last - _SLEEP
        slept += 1
        if late > _WORTH_NOTING:
            waits.append((last, now, 1_000 * late))
        if now - asked > _SLEEP * 4:
            found = _stolen_ticks()
            if found > ticks:
                stolen.append((asked, now, (found - ticks) * _TICK_MS))
            ticks, asked = found, now
        last = now
    print(json.dumps({"waits": waits, "stolen": stolen, "slept": slept}))


if __name__ == "__main__":
    _stand_by()
