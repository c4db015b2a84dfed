"""The query line: `dam place:Kellin -status:rejected when:"May 2018"` as a filter, and a filter as a query."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from timeline_app.model.document import TimelineDocument
from timeline_app.workspace.event_facets import Field
from timeline_app.workspace.event_filter import Condition, EventFilter
from timeline_app.workspace.filter_values import NONE, nowhere, test_of
from timeline_app.workspace.retelling import retold

NAMES: dict[str, Field] = {field.value: field for field in Field} | {
    "src": Field.SOURCE,
    "document": Field.SOURCE,
    "where": Field.PLACE,
    "who": Field.PERSON,
    "participant": Field.PERSON,
    "tags": Field.TAG,
    "period": Field.PERIOD,
    "date": Field.PERIOD,
    "conf": Field.CONFIDENCE,
    "quelle": Field.SOURCE,
    "ort": Field.PLACE,
    "wer": Field.PERSON,
    "art": Field.KIND,
    "modalität": Field.MODALITY,
    "stand": Field.STATUS,
    "stufe": Field.GRADE,
    "schlagwort": Field.TAG,
    "wann": Field.PERIOD,
    "zeitraum": Field.PERIOD,
    "konfidenz": Field.CONFIDENCE,
}
"""Every name that a field is typed by, English and German."""

_EDGES = {
    "after": ">",
    "nach": ">",
    "since": ">=",
    "from": ">=",
    "seit": ">=",
    "ab": ">=",
    "before": "<",
    "vor": "<",
    "until": "<=",
    "bis": "<=",
}
"""Names that ask for a period by one of its ends."""

_WHOLE_TEXTS = re.compile(r"in:(?:whole|texts?|texten?)")
"""What has words looked for in whole texts."""

_TOKEN = re.compile(r'(-?)(?:([^\W\d_]+):)?("[^"]*"?|[^\s"]\S*|(?<=:))')


@dataclass(frozen=True, slots=True)
class Query:
    """A query line as it was read: the filter, and in `problem` why some of it could not be used."""

    filter: EventFilter
    problem: str = ""


def read_query(text: str, document: TimelineDocument, base: EventFilter | None = None) -> Query:
    """Reads a query line; what it says is added to `base`, a condition that makes no sense is left out and told."""
    base = base or EventFilter()
    words: list[str] = []
    conditions: list[Condition] = list(base.conditions)
    problem, whole_texts = "", base.whole_texts
    for found in _TOKEN.finditer(text):
        if _WHOLE_TEXTS.fullmatch(found.group().casefold()):
            whole_texts = True
            continue
        name, value = (found[2] or "").casefold(), found[3].strip('"')
        field = Field.PERIOD if name in _EDGES else NAMES.get(name)
        if not found.group():
            continue  # after a value that ends in a colon
        if field is None:
            words.append(found.group())
            if name and not value.startswith("//"):
                problem = _unknown(name)
            continue
        if not found[3]:
            continue
        value = _EDGES.get(name, "") + value
        condition = Condition(field, value, bool(found[1]))
        try:
            if value.casefold() not in NONE:
                test_of(field, value, document, nowhere)
        except ValueError as error:
            problem = retold(str(error))
        else:
            if condition not in conditions:
                conditions.append(condition)
    found_filter = replace(base, text=" ".join(words), conditions=tuple(conditions), whole_texts=whole_texts)
    return Query(found_filter, problem)


def _unknown(name: str) -> str:
    known = ", ".join(field.value for field in Field)
    words = QCoreApplication.translate("Query", "There is no field “{name}”; the fields are {known}.")
    return words.format(name=name, known=known)


def write_query(event_filter: EventFilter) -> str:
    """The query line of a filter; `read_query` reads the same filter from it."""
    parts = [write_condition(condition) for condition in event_filter.conditions]
    parts += ["in:texts"] if event_filter.whole_texts else []
    return " ".join([*parts, event_filter.text]).strip()


def write_condition(condition: Condition, name: str = "") -> str:
    """One condition as it is typed, its field by another name where one is given."""
    value = condition.value.replace('"', "")
    quoted = f'"{value}"' if not value or re.search(r"\s", value) else value
    return f"{'-' if condition.negated else ''}{name or condition.field.value}:{quoted}"


def completions(text: str, values: Collection[str], limit: int = 12) -> list[str]:
    """Values of a field that go on from what was typed: those that begin with it, then those that hold it."""
    wanted = text.casefold().strip('"')
    begins = [value for value in values if value.casefold().startswith(wanted)]
    holds = [value for value in values if wanted in value.casefold() and not value.casefold().startswith(wanted)]
    return [*sorted(begins, key=str.casefold), *sorted(holds, key=str.casefold)][:limit]
