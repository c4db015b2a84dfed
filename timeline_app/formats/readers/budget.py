"""A limit of processor time for work that can be left out: what a library takes too long for is done without it."""

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType

_AGAIN = 0.5  # seconds until the limit is told again, lest a library swallowed it


class OutOfTimeError(BaseException):
    """The limit is reached; no Exception, because libraries catch every one of those."""


@contextlib.contextmanager
def processor_limit(seconds: float) -> Iterator[None]:
    """Raises OutOfTimeError inside the block once it has used that much processor time; only in the main thread."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise OutOfTimeError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
