"""A record of which something cannot be read, with the rest of it."""

from typing import Any

from timeline_app.model.codec import CodecError, decode, parse

_MOST = 20  # values left out one by one, after which whole fields of the record are


def mend(kind: Any, text: str) -> tuple[Any, tuple[str, ...]]:
    """The record that a JSON text holds, without what cannot be read in it, and the names of what was left out.

    A field that was left out has its default, a list lacks the item; where there is no default, what holds the field
    is left out too.  Raises CodecError where nothing is left.
    """
    data, left_out, turns = parse(text), list[tuple[str | int, ...]](), 0
    while True:
        try:
            return decode(kind, data), tuple(dict.fromkeys(map(_name, left_out)))
        except CodecError as error:
            path = error.path if turns < _MOST else error.path[:1]
            if not path:
                raise
        turns += 1
        holder = data
        for step in path[:-1]:
            holder = holder[step]
        del holder[path[-1]]
        left_out = [known for known in left_out if known[: len(path)] != path] + [path]


def _name(path: tuple[str | int, ...]) -> str:
    return ".".join(step for step in path if isinstance(step, str))
