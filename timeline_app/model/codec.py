"""Records as JSON and back: what the project file and the worker's lines hold.

Every dataclass becomes an object of its non-default fields with its class name under ``$``; enums become their
value.  Decoding checks every field against its annotation and builds nothing but the model's own classes, so a hostile
file can at worst be refused.
"""

import types
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from timeline_app.model import annotation, change, event, expression, source, time_value, token

_MODULES = (annotation, change, event, expression, source, time_value, token)
_CLASSES: dict[str, type[Any]] = {
    name: cls
    for module in _MODULES
    for name, cls in vars(module).items()
    if isinstance(cls, type) and is_dataclass(cls) and cls.__module__ == module.__name__
}


class CodecError(ValueError):
    """Data that is not a record of this program, with where and why."""


def encode(value: Any) -> Any:
    """A record, or a tuple or set of records and plain values, as plain JSON data."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        out: dict[str, Any] = {"$": type(value).__name__}
        for name, default in _defaults(type(value)):
            item = getattr(value, name)
            if default is MISSING or item != default:
                out[name] = encode(item)
        return out
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(encode(item) for item in value)
    return value


def decode(kind: Any, data: Any) -> Any:
    """Builds a value of annotation `kind` from JSON data; raises CodecError when it does not fit."""
    try:
        return _decode(kind, data, 0)
    except CodecError:
        raise
    except (TypeError, ValueError, KeyError, OverflowError) as error:
        raise CodecError(f"not a valid {getattr(kind, '__name__', kind)}: {error}") from error


_MAX_DEPTH = 40  # deeper than any phrase nests; bounds recursion on hostile data


def _decode(kind: Any, data: Any, depth: int) -> Any:
    if depth > _MAX_DEPTH:
        raise CodecError("nested too deeply")
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _decode_union(get_args(kind), data, depth)
    if origin is tuple:
        return _decode_tuple(get_args(kind), data, depth)
    if origin is frozenset:
        _expect(isinstance(data, list), "a list", data)
        return frozenset(_decode(get_args(kind)[0], item, depth + 1) for item in data)
    if kind is type(None):
        _expect(data is None, "null", data)
        return None
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    if isinstance(kind, type) and is_dataclass(kind):
        return _decode_record(kind, data, depth)
    if kind is float:
        _expect(isinstance(data, int | float) and not isinstance(data, bool), "a number", data)
        return data
    _expect(type(data) is kind, getattr(kind, "__name__", str(kind)), data)
    return data


def _decode_union(options: tuple[Any, ...], data: Any, depth: int) -> Any:
    if data is None and type(None) in options:
        return None
    if isinstance(data, dict) and "$" in data:
        named = _CLASSES.get(data["$"]) if isinstance(data["$"], str) else None
        _expect(named in options, "one of " + ", ".join(getattr(o, "__name__", "?") for o in options), data.get("$"))
        return _decode(named, data, depth)
    for option in options:
        if option is type(None) or is_dataclass(option):
            continue
        try:
            return _decode(option, data, depth + 1)
        except (CodecError, ValueError):
            continue
    raise CodecError(f"{data!r:.80} has none of the expected types")


def _decode_tuple(args: tuple[Any, ...], data: Any, depth: int) -> tuple[Any, ...]:
    _expect(isinstance(data, list), "a list", data)
    if len(args) == 2 and args[1] is Ellipsis:
        return tuple(_decode(args[0], item, depth + 1) for item in data)
    _expect(len(args) == len(data), f"{len(args)} items", data)
    return tuple(_decode(arg, item, depth + 1) for arg, item in zip(args, data, strict=True))


def _decode_record(kind: Any, data: Any, depth: int) -> Any:
    _expect(isinstance(data, dict), f"a {kind.__name__}", data)
    _expect(data.get("$", kind.__name__) == kind.__name__, kind.__name__, data.get("$"))
    hints = _hints(kind)
    known = {name: _decode(hints[name], item, depth + 1) for name, item in data.items() if name in hints}
    return kind(**known)


def _expect(condition: bool, wanted: str, got: Any) -> None:
    if not condition:
        raise CodecError(f"expected {wanted}, found {got!r:.80}")


@cache
def _hints(kind: Any) -> dict[str, Any]:
    namespace = {name: getattr(module, name) for module in _MODULES for name in vars(module) if name[0].isupper()}
    return get_type_hints(kind, localns=namespace)


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((f.name, f.default_factory() if f.default_factory is not MISSING else f.default) for f in fields(kind))
