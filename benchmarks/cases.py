"""The other taggers' own test phrases: which share is read, and with which of them we differ.

Their lines are a source of phrasings, not of truth: each suite has conventions of its own (`benchmarks/cases.md`).  A
phrase counts as found when a time expression has its span, small words at either end aside (`from`, `on`, `the`); a
pair of linked expressions counts for a range.  It is read whole when besides our expressions nothing but joining words
is left of it.  The value counts where both sides give one, down to notation.
"""

import json
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.corpora import folder
from timeline_app.extraction.publication import read_published
from timeline_app.model.annotation import TimeExpression
from timeline_app.model.source import DateOrder, DocumentKind, PublicationContext
from timeline_app.temporal.resolution import resolve_all
from timeline_app.temporal.tagger import find_expressions
from timeline_app.temporal.tokenizer import split_sentences

LEFT_OUT = Path(__file__).with_name("cases_left_out.toml")
_EXAMPLES = 4
SUITES = ("recognizers", "duckling", "ctparse", "chrono")
_LEAD = re.compile(
    r"(?:[\s,.(@~-]|\b(?:in|on|at|by|from|between|for|since|until|till|during|within|over|the|of|to|and)\b)+", re.I
)
_JOINS = re.compile(
    r"(?:[\s,.()@~–—;:!?-]|\b(?:in|on|at|by|from|between|for|since|until|till|during|within|over|the|of|to|and|or|through|"
    r"thru|before|after|as|soon|early|late|than|around|about|starting|beginning|ending|any|no|time|sometime|upto|up)\b)*",
    re.I,
)
_TAIL = re.compile(r"[\s,.)!?;:]+$")


@dataclass
class Tally:
    """Counts of one suite."""

    phrases: int = 0
    found: int = 0
    whole: int = 0
    overlapped: int = 0
    comparable: int = 0
    equal: int = 0
    negatives: int = 0
    untouched: int = 0
    differences: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def read(case: dict[str, Any]) -> list[TimeExpression]:
    """Our expressions for a line of a suite, read at its own time of reference."""
    published = read_published((case.get("published") or "")[:19] or None, None)
    order = DateOrder.DMY if case["id"].startswith("ctparse") else DateOrder.MDY
    context = PublicationContext(published=published, date_order=order, document_kind=DocumentKind.NEWS)
    sentences = split_sentences(case["text"], ())
    return resolve_all(find_expressions("case", case["text"], sentences), context)


def core(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the small words and marks at its ends."""
    if match := _LEAD.match(text, start, end):
        start = match.end()
    inside = text[start:end]
    return start, start + len(_TAIL.sub("", inside))


def spans(text: str, expressions: list[TimeExpression]) -> dict[tuple[int, int], TimeExpression]:
    """Every span that an expression has, alone or with the end of its range."""
    by_id = {e.id: e for e in expressions}
    out = {}
    for expression in expressions:
        out[core(text, expression.span.start, expression.span.end)] = expression
        if (end := by_id.get(expression.range_end or "")) is not None:
            out[core(text, expression.span.start, end.span.end)] = expression
    return out


def same_value(ours: str | None, theirs: str) -> bool:
    """Equal down to notation: seconds and zones left out, an hour with or without its minutes."""
    return _plain(ours or "") == _plain(theirs)


def _plain(value: str) -> str:
    value = re.sub(r"(?:Z|[+-]\d\d:\d\d)$", "", value)
    value = re.sub(r"(T\d\d:\d\d):00$", r"\1", value)
    return re.sub(r"(T\d\d)(?::00)?$", r"\1", value)


def run(suite: str) -> Tally:
    """Reads one suite."""
    tally = Tally()
    with (folder() / f"cases_{suite}.jsonl").open(encoding="utf-8") as lines:
        cases = [json.loads(line) for line in lines if line.strip()]
    for case in cases:
        expressions = read(case)
        if not case["timexes"]:
            tally.negatives += 1
            tally.untouched += not expressions
            if expressions:
                tally.differences.append(f"extra\t{case['text']}\t{[e.phrase for e in expressions]}")
            continue
        found = spans(case["text"], expressions)
        for gold in case["timexes"]:
            _count(tally, case, gold, found, expressions)
    return tally


def _count(
    tally: Tally,
    case: dict[str, Any],
    gold: dict[str, Any],
    found: dict[tuple[int, int], TimeExpression],
    expressions: list[TimeExpression],
) -> None:
    tally.phrases += 1
    hit = found.get(core(case["text"], gold["start"], gold["end"]))
    overlaps = any(e.span.start < gold["end"] and gold["start"] < e.span.end for e in expressions)
    is_whole = hit is not None or (overlaps and _is_covered(case["text"], gold["start"], gold["end"], expressions))
    tally.found += hit is not None
    tally.whole += is_whole
    tally.overlapped += overlaps
    if hit is None:
        ours = [e.phrase for e in expressions]
        kind = "pieces" if is_whole else "part" if overlaps else "missed"
        if not is_whole:
            tally.unread.append(gold["text"])
        tally.differences.append(f"{kind}\t{case['text']}\t{gold['text']}\t{ours}")
        return
    value = hit.reading.value if hit.reading is not None else None
    if gold.get("value") and not gold["value"].startswith("("):
        tally.comparable += 1
        tally.equal += same_value(value, gold["value"])
        if not same_value(value, gold["value"]):
            tally.differences.append(f"value\t{case['text']}\t{gold['text']}\t{gold['value']}\t{value}")


def _is_covered(text: str, start: int, end: int, expressions: list[TimeExpression]) -> bool:
    """Whether only joining words of a phrase lie outside the expressions."""
    position = start
    for expression in expressions:
        if expression.span.end <= position or expression.span.start >= end:
            continue
        if not _JOINS.fullmatch(text[position : max(position, expression.span.start)]):
            return False
        position = expression.span.end
    return _JOINS.fullmatch(text[position : max(position, end)]) is not None


def reasons() -> list[tuple[str, str, re.Pattern[str]]]:
    """Name, reason and pattern of each class of phrases that are left out."""
    listed = tomllib.loads(LEFT_OUT.read_text(encoding="utf-8"))["reason"]
    return [(one["name"], one["why"], re.compile(one["pattern"], re.IGNORECASE)) for one in listed]


def left_out(tallies: Iterable[Tally]) -> str:
    """A Markdown table of the phrases that are not read whole, by the reason."""
    count: Counter[str] = Counter()
    examples: dict[str, list[str]] = defaultdict(list)
    known = reasons()
    for phrase in (phrase for tally in tallies for phrase in tally.unread):
        name = next(name for name, _, pattern in known if pattern.search(phrase))
        count[name] += 1
        if len(examples[name]) < _EXAMPLES and phrase not in examples[name]:
            examples[name].append(phrase)
    lines = ["| left out | phrases | examples | reason |", "|---|---|---|---|"]
    for name, why, _ in known:
        shown = ", ".join(f"“{phrase.replace('|', '/')}”" for phrase in examples[name])
        lines.append(f"| {name} | {count[name]} | {shown} | {why} |")
    return "\n".join(lines)


def report(differences: Path | None = None) -> str:
    """Markdown tables of the suites and of what is left out; every difference goes to a folder if one is named."""
    lines = [
        "| suite | phrases | read whole | span as theirs | read in part | value as theirs | left alone as theirs |",
        "|---|---|---|---|---|---|---|",
    ]
    tallies = {suite: run(suite) for suite in SUITES}
    for suite, t in tallies.items():
        shares = (t.whole / t.phrases, t.found / t.phrases, (t.overlapped - t.whole) / t.phrases)
        values = f"{t.equal / max(t.comparable, 1):.1%} of {t.comparable}"
        cells = (suite, str(t.phrases), *(f"{share:.1%}" for share in shares), values)
        lines.append(f"| {' | '.join(cells)} | {t.untouched} of {t.negatives} |")
        if differences is not None:
            (differences / f"{suite}.tsv").write_text("\n".join(t.differences) + "\n", encoding="utf-8")
    return "\n".join([*lines, "", left_out(tallies.values())])


if __name__ == "__main__":
    into = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    if into is not None:
        into.mkdir(parents=True, exist_ok=True)
    print(report(into))
