"""Where the bundled data lies: the lexicon, icons, fonts, sample project and translations; and the program itself.

In a checkout the data is the top-level ``resources/`` folder; in a wheel that same folder lies inside the package.
"""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Path of a bundled file or folder, for example ``resource("lexicon", "en")``.

    Raises FileNotFoundError when the installation lacks it.
    """
    for root in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"This installation lacks the bundled file {'/'.join(parts)}; install the program again.")


def own_command(*arguments: str) -> list[str]:
    """How another process of this program is started; ``-P``, lest a file in the current folder pass for a module."""
    if getattr(sys, "frozen", False):  # a built program is its own interpreter
        return [sys.executable, *arguments]
    return [sys.executable, "-P", "-m", "timeline_app", *arguments]
