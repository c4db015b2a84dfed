"""Records as JSON and back: what the project file and the worker's lines hold.

Every dataclass becomes an object of its non-default fields with its class name under ``$``; enums become their
value.  Decoding checks every field against its annotation and builds nothing but the model's own classes, so a hostile
file can at worst be refused.
"""

import types
from collections.abc import Callable
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
    kind: Any = type(value)
    return _encoder(kind)(value)


def decode(kind: Any, data: Any) -> Any:
    """Builds a value of annotation `kind` from JSON data; raises CodecError when it does not fit."""
    try:
        return _decoder(kind)(data, 0)
    except CodecError:
        raise
    except (TypeError, ValueError, KeyError, OverflowError) as error:
        raise CodecError(f"not a valid {getattr(kind, '__name__', kind)}: {error}") from error


_MAX_DEPTH = 40  # deeper than any phrase nests; bounds recursion on hostile data

# What has to be found out about a type is found out once: a project holds a hundred thousand records of six types.
_Encoder = Callable[[Any], Any]
_Decoder = Callable[[Any, int], Any]


@cache
def _encoder(kind: Any) -> _Encoder:
    if issubclass(kind, Enum):
        return lambda value: value.value
    if is_dataclass(kind):
        return _record_encoder(kind)
    if issubclass(kind, tuple | list):
        return lambda value: [encode(item) for item in value]
    if issubclass(kind, frozenset):
        return lambda value: sorted(encode(item) for item in value)
    return lambda value: value


def _record_encoder(kind: Any) -> _Encoder:
    name, defaults = kind.__name__, _defaults(kind)

    def encode_record(value: Any) -> Any:
        out: dict[str, Any] = {"$": name}
        for field, default in defaults:
            item = getattr(value, field)
            if item is not default and item != default:
                out[field] = encode(item)
        return out

    return encode_record


@cache
def _decoder(kind: Any) -> _Decoder:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _union_decoder(get_args(kind))
    if origin is tuple:
        return _tuple_decoder(get_args(kind))
    if origin is frozenset:
        return _set_decoder(get_args(kind)[0])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda data, depth: kind(data)
    if isinstance(kind, type) and is_dataclass(kind):
        return _record_decoder(kind)
    if kind is float:
        return _number
    return _plain_decoder(kind)


def _plain_decoder(kind: Any) -> _Decoder:
    wanted = type(None) if kind is None else kind
    name = "null" if wanted is type(None) else getattr(kind, "__name__", str(kind))

    def decode_plain(data: Any, depth: int) -> Any:
        if type(data) is not wanted:
            _expect(False, name, data)
        return data

    return decode_plain


def _number(data: Any, depth: int) -> Any:
    _expect(isinstance(data, int | float) and not isinstance(data, bool), "a number", data)
    return data


def _union_decoder(options: tuple[Any, ...]) -> _Decoder:
    nullable = type(None) in options
    named = {option.__name__: option for option in options if isinstance(option, type) and is_dataclass(option)}
    plain = [option for option in options if option is not type(None) and not is_dataclass(option)]
    names = ", ".join(getattr(option, "__name__", "?") for option in options)

    def decode_union(data: Any, depth: int) -> Any:
        if data is None and nullable:
            return None
        if isinstance(data, dict) and "$" in data:
            option = named.get(data["$"]) if isinstance(data["$"], str) else None
            _expect(option is not None, f"one of {names}", data["$"])
            return _decoder(option)(data, depth)
        for option in plain:
            try:
                return _decoder(option)(data, depth + 1)
            except (CodecError, ValueError):
                continue
        raise CodecError(f"{data!r:.80} has none of the expected types")

    return decode_union


def _tuple_decoder(args: tuple[Any, ...]) -> _Decoder:
    repeated = len(args) == 2 and args[1] is Ellipsis

    def decode_tuple(data: Any, depth: int) -> Any:
        _expect(isinstance(data, list), "a list", data)
        if repeated:
            item_decoder = _decoder(args[0])
            return tuple(item_decoder(item, depth + 1) for item in data)
        _expect(len(args) == len(data), f"{len(args)} items", data)
        return tuple(_decoder(arg)(item, depth + 1) for arg, item in zip(args, data, strict=True))

    return decode_tuple


def _set_decoder(kind: Any) -> _Decoder:
    def decode_set(data: Any, depth: int) -> Any:
        _expect(isinstance(data, list), "a list", data)
        return frozenset(_decoder(kind)(item, depth + 1) for item in data)

    return decode_set


def _record_decoder(kind: Any) -> _Decoder:
    name = kind.__name__

    def decode_record(data: Any, depth: int) -> Any:
        if depth > _MAX_DEPTH:
            raise CodecError("nested too deeply")
        _expect(isinstance(data, dict), f"a {name}", data)
        _expect(data.get("$", name) == name, name, data.get("$"))
        decoders = _field_decoders(kind)
        known = {field: decoders[field](item, depth + 1) for field, item in data.items() if field in decoders}
        return kind(**known)

    return decode_record


@cache
def _field_decoders(kind: Any) -> dict[str, _Decoder]:
    """The decoders of a record's fields, made at first use: expression nodes hold expressions."""
    namespace = {name: getattr(module, name) for module in _MODULES for name in vars(module) if name[0].isupper()}
    return {name: _decoder(hint) for name, hint in get_type_hints(kind, localns=namespace).items()}


def _expect(condition: bool, wanted: str, got: Any) -> None:
    if not condition:
        raise CodecError(f"expected {wanted}, found {got!r:.80}")


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((f.name, f.default_factory() if f.default_factory is not MISSING else f.default) for f in fields(kind))
