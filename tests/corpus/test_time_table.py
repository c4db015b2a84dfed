"""The rows of the reading table: at least ten phrases each with tense, bounds and value, and five that tell no time.

`time_table.txt` holds, under "# row | published | document kind", one sentence a line with its phrase in ⟨ ⟩, the tense
of the governing verb, begin, until and TIMEX3 value (with its mod after a slash); "!" begins what tells no time.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

from timeline_app.model.annotation import TimeExpression
from timeline_app.model.bounds import begin_until
from timeline_app.model.source import DocumentKind, PublicationContext
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Tense
from timeline_app.temporal.resolution import resolve_all
from timeline_app.temporal.tagger import find_expressions
from timeline_app.temporal.tokenizer import split_sentences

TABLE = Path(__file__).with_name("time_table.txt")


@dataclass
class Row:
    """One row of the table."""

    name: str
    published: str
    kind: str
    phrases: list[str] = field(default_factory=list)
    negatives: list[str] = field(default_factory=list)


def rows() -> list[Row]:
    found: list[Row] = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            found.append(Row(*line[2:].split(" | ")))
        elif line.startswith("! "):
            found[-1].negatives.append(line[2:])
        else:
            found[-1].phrases.append(line)
    return found


ROWS = rows()


def read(text: str, row: Row, tense: Tense | None) -> list[TimeExpression]:
    day = date.fromisoformat(row.published)
    context = PublicationContext(
        published=TimeValue.day(day.year, day.month, day.day), document_kind=DocumentKind(row.kind)
    )
    found = find_expressions("s", text, split_sentences(text, ()))
    if tense is not None:
        found = [replace(e, tense=tense) for e in found]
    return resolve_all(found, context)


def test_every_row_has_its_share_of_phrases() -> None:
    assert len(ROWS) >= 22
    assert [row.name for row in ROWS if len(row.phrases) < 10 or len(row.negatives) < 5] == []


@pytest.mark.parametrize(
    ("row", "line"),
    [pytest.param(row, line, id=f"{row.name}: {line.split(' | ')[0]}") for row in ROWS for line in row.phrases],
)
def test_phrase_is_read_as_the_table_says(row: Row, line: str) -> None:
    marked, tense, begin, until, value = line.split(" | ")
    text = marked.replace("⟨", "").replace("⟩", "")
    start, end = marked.index("⟨"), marked.index("⟩") - 1
    found = {(e.span.start, e.span.end): e for e in read(text, row, Tense(tense))}
    assert (start, end) in found, f"found {[e.phrase for e in found.values()]}"
    expression = found[start, end]
    assert expression.reading is not None
    mod = f"/{expression.reading.mod}" if expression.reading.mod else ""
    bounds = begin_until(expression.time)
    assert (*(edge or "-" for edge in bounds), expression.reading.value + mod) == (begin, until, value)


@pytest.mark.parametrize(
    ("row", "text"), [pytest.param(row, text, id=f"{row.name}: {text}") for row in ROWS for text in row.negatives]
)
def test_what_tells_no_time_is_left_alone(row: Row, text: str) -> None:
    assert [e.phrase for e in read(text, row, None)] == []
