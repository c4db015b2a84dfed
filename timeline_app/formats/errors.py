"""The exceptions of this room."""

from pathlib import Path


class FormatError(Exception):
    """A file that cannot be read or written; its text tells the user what happened, to which file, and what to do."""


def os_failure(verb: str, path: Path, error: OSError) -> FormatError:
    """The sentence for an operating system's refusal to `verb` ("read", "write") a file."""
    reason = error.strerror or str(error) or type(error).__name__
    return FormatError(f"Could not {verb} {path}: {reason}.")


class DamagedLaterError(FormatError):
    """A record of a project that is open already turned out to be damaged; whoever looks after the window is told."""


class UnreadableError(FormatError):
    """A document that cannot be read.  `reason` is the rest of the sentence, so that a caller can name the file better.

    The reason says what is wrong and what to do, without the full stop: "it is protected by a password; save it
    without one".
    """

    def __init__(self, name: object, reason: str) -> None:
        super().__init__(f"Could not read {name}: {reason}.")
        self.reason = reason
