"""Measures everything and writes `benchmarks/RESULTS.md`:  python -m benchmarks.run"""

import platform
from datetime import UTC, datetime
from importlib.metadata import version

from benchmarks import accuracy, speed
from benchmarks.corpora import ROOT

PAGE = """# Measured

Written by `make bench` ({date}; Python {python}, spaCy {spacy}); what each figure means is in README.md here.
The machines are shared and noisy: read speeds as ratios within one run of the command.

## Accuracy on the development corpora

`python -m benchmarks.accuracy` (scorers and gold stand outside the project)

{accuracy}

## Speed, one process

`python -m benchmarks.speed`

{speed}
"""


def main() -> None:
    """Measures and writes the page."""
    page = PAGE.format(
        date=f"{datetime.now(UTC):%Y-%m-%d}",
        python=platform.python_version(),
        spacy=version("spacy"),
        accuracy=accuracy.report(),
        speed=speed.report(),
    )
    (ROOT / "benchmarks" / "RESULTS.md").write_text(page, encoding="utf-8")
    print(page)


if __name__ == "__main__":
    main()
