"""Where the bundled data lies: the lexicon, icons, fonts, sample project and translations.

In a checkout it is the top-level ``resources/`` folder; in a wheel that same folder lies inside the package.
"""

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
