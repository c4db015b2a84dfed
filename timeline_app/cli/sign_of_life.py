"""A sign of life: one line on a terminal that tells how far a long run is, and goes when it ends."""

import sys
from time import monotonic
from typing import TextIO

_PAUSE = 0.5  # seconds between two tellings, and before the first one
_CLEAR = "\r\x1b[K"


class SignOfLife:
    """Tells on stderr how many lines were answered and how much of a long text was read; nothing where no one looks.

    Answers that are printed on the same terminal are sign enough.
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._is_watched = self._stream.isatty() and not sys.stdout.isatty()
        self._told = monotonic()
        self._lines = 0
        self._is_shown = False

    def answered(self, lines: int) -> None:
        """Counts lines that were answered."""
        self._lines += lines
        self._tell("")

    def reading(self, share: float) -> None:
        """Tells how much of a long text has been read, 0-1."""
        self._tell(f", {share:.0%} of a long text")

    def end(self) -> None:
        """Takes the line away, before anything else is said or at the end."""
        if self._is_shown:
            self._stream.write(_CLEAR)
            self._stream.flush()
            self._is_shown = False

    def _tell(self, more: str) -> None:
        if self._is_watched and monotonic() - self._told >= _PAUSE:
            self._told, self._is_shown = monotonic(), True
            self._stream.write(f"{_CLEAR}{self._lines:,} lines answered{more} …")
            self._stream.flush()
