"""Accuracy of `annotate` on the development corpora, scored by the scorers that stand beside them."""

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from benchmarks.corpora import EVENT_CORPUS, ROOT, TIMEX_CORPORA, Corpus, folder, scorer, write_input


def annotate(corpus: Corpus, work: Path, *options: str) -> Path:
    """Runs the command line on a corpus and returns the file of its answers."""
    source, answer = work / f"{corpus.name}.in.jsonl", work / f"{corpus.name}.out.jsonl"
    write_input(corpus, source)
    with answer.open("w", encoding="utf-8") as out:
        command = [sys.executable, "-m", "timeline_app", "annotate", *options, str(source)]
        subprocess.run(command, stdout=out, check=True, cwd=ROOT)
    return answer


def score_times(corpus: Corpus, answer: Path, errors: Path) -> dict[str, float]:
    """The scorer's measures in per cent; every mismatch is written to `errors`."""
    command = [sys.executable, str(scorer("score_timex.py")), str(folder() / corpus.file), str(answer), "--json"]
    command += [*corpus.scorer_options, "--errors", str(errors)]
    result = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    measures = {name: 100 * result[name]["f1"] for name in ("strict", "relaxed", "value", "type")}
    measures["relaxed recall"] = 100 * result["relaxed"]["r"]
    measures["value accuracy"] = 100 * result["value"]["acc"]
    measures["errors aside"] = 100 * _accuracy_without_gold_errors(corpus, result["value"]["acc"], errors)
    return measures


def _accuracy_without_gold_errors(corpus: Corpus, accuracy: float, errors: Path) -> float:
    """The share of right values among the pairs whose gold is not listed as wrong in gold_errors.toml."""
    with errors.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    wrong = [row for row in rows if row["system"] and row["gold"] and row["gold"]["value"] and "value" in row["error"]]
    if not wrong:
        return accuracy
    pairs = round(len(wrong) / (1 - accuracy))
    listed = [entry for entries in _gold_errors().get(corpus.name, {}).values() for entry in entries]
    aside = sum(
        any(
            name in row["id"] and [text, value] == [row["gold"]["text"], row["gold"]["value"]]
            for name, text, value in listed
        )
        for row in wrong
    )
    return (pairs - len(wrong)) / (pairs - aside)


def _gold_errors() -> dict[str, dict[str, list[list[str]]]]:
    return tomllib.loads(Path(__file__).with_name("gold_errors.toml").read_text(encoding="utf-8"))


def score_events(answer: Path, errors: Path | None = None) -> dict[str, float]:
    """Detection F1, non-factual F1 and share of right dates, in per cent."""
    command = [sys.executable, str(scorer("score_events.py")), str(folder() / EVENT_CORPUS.file), str(answer)]
    command += ["--errors", str(errors)] if errors else []
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = {
        "detection": re.search(r"detection .*F1 ([\d.]+)", printed),
        "non-factual": re.search(r"non-factual .*F1 ([\d.]+)", printed),
        "date": re.search(r"date .*= ([\d.]+)", printed),
    }
    return {name: 100 * float(match[1]) for name, match in found.items() if match}


def report(errors_folder: Path | None = None) -> str:
    """A Markdown table of every corpus."""
    lines = [
        "| corpus | strict F1 | relaxed F1 | value F1 | type F1 | relaxed recall | value accuracy | errors aside |",
        "|---|---|---|---|---|---|---|---|",
    ]
    with tempfile.TemporaryDirectory() as folder_name:
        work = Path(folder_name)
        for corpus in TIMEX_CORPORA:
            errors = (errors_folder or work) / f"{corpus.name}.errors.jsonl"
            m = score_times(corpus, annotate(corpus, work, "--times-only"), errors)
            names = ("strict", "relaxed", "value", "type", "relaxed recall", "value accuracy", "errors aside")
            lines.append(f"| {corpus.title} | " + " | ".join(f"{m[name]:.1f}" for name in names) + " |")
        event_errors = errors_folder / "events.errors.jsonl" if errors_folder else None
        events = score_events(annotate(EVENT_CORPUS, work, "--mentions"), event_errors)
    lines += ["", "| corpus | detection F1 | non-factual F1 | date right |", "|---|---|---|---|"]
    lines.append(f"| {EVENT_CORPUS.title} | " + " | ".join(f"{v:.1f}" for v in events.values()) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    into = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    if into is not None:
        into.mkdir(parents=True, exist_ok=True)
    print(report(into))
