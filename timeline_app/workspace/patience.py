"""Patience: how long a worker may take to get ready, and to say anything about what it was asked."""

from PySide6.QtCore import QObject, QTimer, Signal

_START_MS = 120_000  # to get ready; a busy machine with cold disks takes half a minute
_SILENCE_MS = 300_000  # over a document; of a long one it tells every few seconds how far it is


class Patience(QObject):
    """`lost` says, as the end of a sentence about the worker, that nothing was heard for too long."""

    lost = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.start = self._timer(_START_MS, "it did not answer for two minutes")
        self.silence = self._timer(_SILENCE_MS, "it did not answer for five minutes")

    def _timer(self, milliseconds: int, reason: str) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(lambda: self.lost.emit(reason))
        return timer

    def asked(self, *, is_ready: bool) -> None:
        """The worker was asked something, which it may have to get ready for."""
        self.rest()
        (self.silence if is_ready else self.start).start()

    def heard(self) -> None:
        """It said something."""
        self.start.stop()
        self.silence.start()

    def rest(self) -> None:
        """Nothing is expected of it."""
        self.start.stop()
        self.silence.stop()
