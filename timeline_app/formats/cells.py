"""What a cell of a table may hold: several values in one, and nothing that a spreadsheet would run."""

from collections.abc import Iterable

# A spreadsheet takes a cell that starts with one of these for a formula (OWASP, CSV injection); the apostrophe is
# here too, so that taking one away on import gives back exactly what was written.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")


def guarded(cell: str) -> str:
    """A cell with an apostrophe before what a spreadsheet would take for a formula."""
    return "'" + cell if cell.startswith(_FORMULA_STARTS) else cell


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA_STARTS) else cell


def joined(values: Iterable[str]) -> str:
    r"""Several values in one cell: joined by ``; ``, with ``;`` and ``\`` inside a value escaped by ``\``."""
    return "; ".join(value.replace("\\", "\\\\").replace(";", "\\;") for value in values)


def split(cell: str) -> list[str]:
    """The values that `joined` put into a cell; an empty cell holds none."""
    if not cell:
        return []
    values, value, escaped = [], "", False
    rest = iter(cell)
    for character in rest:
        if escaped or character not in "\\;":
            value += character
            escaped = False
        elif character == "\\":
            escaped = True
        else:
            values.append(value)
            value = ""
    values.append(value)
    return values[:1] + [value[1:] if value.startswith(" ") else value for value in values[1:]]
