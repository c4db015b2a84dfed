"""Whether confidence and alternatives mean something: how often what they promise is the gold's value.

`python -m benchmarks.calibration` writes two tables.  The first holds for each level of evidence what it promises and
how often it was right on each corpus; the second how often the gold's value is the reading's or an alternative's.  The
levels are set from two of the corpora; the third tests them.
"""

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.accuracy import annotate
from benchmarks.corpora import TIMEX_CORPORA, Corpus, documents
from timeline_app.temporal.resolution import core

LEVELS = ("EXPLICIT", "DEICTIC", "DIRECTED_BY_TENSE", "ANAPHORIC", "GUESSED", "AMBIGUOUS", "UNRESOLVED")


@dataclass(frozen=True)
class Outcome:
    """One phrase that both sides have: what we promised, and whether the gold's value was ours or an alternative's."""

    confidence: float
    is_right: bool
    is_among: bool
    has_alternatives: bool


def outcomes(gold: Iterable[dict[str, Any]], answer: Iterable[dict[str, Any]], dates_only: bool) -> Iterator[Outcome]:
    """The phrases with a gold value that overlap one of ours, of each the one that overlaps most."""
    ours = {document["id"]: document["timexes"] for document in answer}
    for document in gold:
        for timex in document["timexes"]:
            if not timex["value"] or (dates_only and timex["type"] != "DATE"):
                continue
            found = _nearest(timex, ours.get(document["id"], ()))
            if found is None:
                continue
            others = {alternative["value"] for alternative in found["alternatives"]}
            is_right = _says(found["value"], timex["value"])
            is_among = is_right or any(_says(other, timex["value"]) for other in others)
            yield Outcome(found["confidence"], is_right, is_among, bool(others))


def _nearest(timex: dict[str, Any], ours: Iterable[dict[str, Any]]) -> dict[str, Any] | None:
    """Of our phrases the one that overlaps a gold phrase most; None when none does."""
    return max((found for found in ours if _overlap(timex, found) > 0), key=lambda f: _overlap(timex, f), default=None)


def _says(ours: str, gold: str) -> bool:
    """The gold's value, or a part or hour of the gold's day: GUM marks but the day of "Thursday night"."""
    return ours == gold or (len(gold) == len("2015-09-17") and ours.startswith(f"{gold}T"))


def _overlap(left: dict[str, Any], right: dict[str, Any]) -> int:
    return int(min(left["end"], right["end"]) - max(left["start"], right["start"]))


def measure(corpus: Corpus, work: Path) -> list[Outcome]:
    """Every outcome of one corpus."""
    answer = annotate(corpus, work, "--times-only")
    with answer.open(encoding="utf-8") as lines:
        return list(outcomes(documents(corpus), map(json.loads, lines), "DATE" in corpus.scorer_options))


def expected_error(found: Iterable[Outcome]) -> float:
    """Expected calibration error: |promised - right| over the levels, weighted by their share of the phrases."""
    found = list(found)
    levels = {outcome.confidence for outcome in found}
    return sum(
        abs(sum(level - outcome.is_right for outcome in found if outcome.confidence == level)) for level in levels
    ) / max(1, len(found))


def _cell(found: list[Outcome]) -> str:
    return f"{sum(o.is_right for o in found) / len(found):.2f} of {len(found)}" if found else "–"


def report() -> str:
    """Both tables as Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        found = {corpus: measure(corpus, Path(folder)) for corpus in TIMEX_CORPORA}
    titles = " | ".join(corpus.title for corpus in found)
    lines = [f"| level | promised | {titles} |", "|---|---|" + "---|" * len(found)]
    for promised in sorted({getattr(core, name) for name in LEVELS}, reverse=True):
        names = ", ".join(name.lower().replace("_", " ") for name in LEVELS if getattr(core, name) == promised)
        cells = [_cell([o for o in outcome if o.confidence == promised]) for outcome in found.values()]
        lines.append(f"| {names} | {promised:.2f} | " + " | ".join(cells) + " |")
    errors = " | ".join(f"{expected_error(outcome):.3f}" for outcome in found.values())
    lines.append(f"| *expected calibration error* | | {errors} |")
    lines += ["", "| corpus | reading right | right or among the alternatives | phrases with alternatives |"]
    lines.append("|---|---|---|---|")
    for corpus, outcome in found.items():
        right, among, more = (
            100 * sum(getattr(o, name) for o in outcome) / len(outcome)
            for name in ("is_right", "is_among", "has_alternatives")
        )
        lines.append(f"| {corpus.title} | {right:.1f}% | {among:.1f}% | {more:.1f}% |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(report())
