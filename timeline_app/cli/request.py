"""The context options of a request line: checked, and turned into arguments of an AnalysisRequest."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from timeline_app.model.source import DateOrder, DocumentKind, Hemisphere

_CHOICES: dict[str, type[StrEnum]] = {
    "date_order": DateOrder,
    "document_kind": DocumentKind,
    "hemisphere": Hemisphere,
}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def read_options(line: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The options that a line gives, and a warning for each that cannot be used and is left out."""
    given = {name: value for name, value in line.items() if value is not None and value != ""}
    options: dict[str, Any] = {}
    warnings: list[str] = []
    if "published" in given:  # of any type: the analysis says what it cannot read
        options["published"] = str(given["published"])
    for name in ("time_zone", "assumed_zone", "language"):
        if isinstance(value := given.get(name), str):
            options[name] = value
        elif name in given:
            warnings.append(_ignored(name, value, "text"))
    for name, kind in _CHOICES.items():
        if name in given:
            _read_choice(name, given[name], kind, options, warnings)
    if isinstance(day := given.get("week_start"), str) and day.lower() in _WEEKDAYS:
        given["week_start"] = _WEEKDAYS.index(day.lower())
    for name, low, high in (("fiscal_year_start", 1, 12), ("week_start", 0, 6)):
        if name in given:
            _read_number(name, given[name], range(low, high + 1), options, warnings)
    return options, warnings


def _read_choice(name: str, value: object, kind: type[StrEnum], options: dict[str, Any], warnings: list[str]) -> None:
    by_text = {member.value.lower(): member for member in kind}
    member = by_text.get(value.lower()) if isinstance(value, str) else None
    if member is None:
        warnings.append(_ignored(name, value, "one of " + ", ".join(member.value for member in kind)))
    else:
        options[name] = member


def _read_number(name: str, value: object, allowed: range, options: dict[str, Any], warnings: list[str]) -> None:
    if isinstance(value, int) and not isinstance(value, bool) and value in allowed:
        options[name] = value
    else:
        warnings.append(_ignored(name, value, f"a number from {allowed[0]} to {allowed[-1]}"))


def _ignored(name: str, value: object, wanted: str) -> str:
    return f"{name} was ignored: it must be {wanted}, not {value!r:.60}."
