"""The context options of a request line, checked for type; what they mean is `extraction`'s business."""

from collections.abc import Mapping
from typing import Any

_TEXT_OPTIONS = ("published", "time_zone", "date_order", "language", "document_kind", "hemisphere")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def read_options(line: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The options that a line gives, as arguments of AnalysisRequest, and a warning for each that cannot be used."""
    options: dict[str, Any] = {}
    warnings: list[str] = []
    for name in _TEXT_OPTIONS:
        value = line.get(name)
        if value is None or value == "":
            continue
        if isinstance(value, str):
            options[name] = value
        else:
            warnings.append(_ignored(name, value, "text"))
    _read_number(line, "fiscal_year_start", 1, 12, options, warnings)
    if isinstance(day := line.get("week_start"), str) and day.lower() in _WEEKDAYS:
        options["week_start"] = _WEEKDAYS.index(day.lower())
    else:
        _read_number(line, "week_start", 0, 6, options, warnings)
    return options, warnings


def _read_number(
    line: Mapping[str, Any], name: str, low: int, high: int, options: dict[str, Any], warnings: list[str]
) -> None:
    value = line.get(name)
    if value is None:
        return
    if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
        options[name] = value
    else:
        warnings.append(_ignored(name, value, f"a number from {low} to {high}"))


def _ignored(name: str, value: object, wanted: str) -> str:
    return f"{name} was ignored: it must be {wanted}, not {value!r:.60}"
