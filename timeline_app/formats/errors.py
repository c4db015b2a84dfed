"""The one exception of this room."""

from pathlib import Path


class FormatError(Exception):
    """A file that cannot be read or written; its text tells the user what happened, to which file, and what to do."""


def os_failure(verb: str, path: Path, error: OSError) -> FormatError:
    """The sentence for an operating system's refusal to `verb` ("read", "write") a file."""
    reason = error.strerror or str(error) or type(error).__name__
    return FormatError(f"Could not {verb} {path}: {reason}.")
