"""Measures everything and writes `benchmarks/RESULTS.md`:  python -m benchmarks.run"""

import platform
from datetime import UTC, datetime
from importlib.metadata import version

from benchmarks import accuracy, memory, processes, scaling, shortcuts, speed
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

## What the shortcuts lose

`python -m benchmarks.shortcuts`

{shortcuts}

## Start and processes

`python -m benchmarks.processes`

{processes}

## Growth with length

`python -m benchmarks.scaling`

{scaling}

## Memory over a long run

`python -m benchmarks.memory`

{memory}
"""


def main() -> None:
    """Measures and writes the page."""
    page = PAGE.format(
        date=f"{datetime.now(UTC):%Y-%m-%d}",
        python=platform.python_version(),
        spacy=version("spacy"),
        accuracy=accuracy.report(),
        speed=speed.report(),
        shortcuts=shortcuts.report(),
        processes=processes.report(),
        scaling=scaling.report(1_000_000, list(scaling.KINDS)),
        memory=memory.report(1_000),
    )
    (ROOT / "benchmarks" / "RESULTS.md").write_text(page, encoding="utf-8")
    print(page)


if __name__ == "__main__":
    main()
