"""Records as JSON and back: what the project file and the worker's lines hold.

Every dataclass becomes an object of its non-default fields with its class name under ``$``; enums become their
value.  Decoding checks every field against its annotation and builds nothing but the model's own classes, so a hostile
file can at worst be refused.  Encoding refuses what decoding would: a wrong value is found where it is made, not when
the file is next opened.

What has to be found out about a type is found out once, and plain fields cost no call: a project holds a hundred
thousand records of six types, half a million objects in all.
"""

import json
import math
import types
from collections.abc import Callable
from contextlib import suppress
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from timeline_app.model import annotation, change, document_text, event, expression, pair, source, time_value, token
from timeline_app.model.fast_codec import UndecidedError, build

_MODULES = (annotation, change, document_text, event, expression, pair, source, time_value, token)
_MAX_DEPTH = 40  # deeper than any phrase nests; bounds recursion on hostile data
MAX_INTEGER = 10**18  # fits 64 bits, so no view has to fear a year with a thousand digits

_Decoder = Callable[[Any, int], Any]
_Encoder = Callable[[Any, int], Any]


class CodecError(ValueError):
    """Data that is not a record of this program; `path` leads to it from the record: names of fields, numbers of items.

    An empty path means the record itself.
    """

    def __init__(self, reason: str, path: tuple[str | int, ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.path = path

    def within(self, step: str | int) -> "CodecError":
        """The same, as seen from the record or list that holds it."""
        return CodecError(self.reason, (step, *self.path))

    def __str__(self) -> str:
        return f"{'.'.join(map(str, self.path))}: {self.reason}" if self.path else self.reason


def encode(value: Any) -> Any:
    """A record, or a tuple or set of records and plain values, as plain JSON data; raises CodecError as `decode`."""
    kind: Any = type(value)
    return _encoder(kind)(value, 0)


def to_json(record: Any) -> str:
    """A record as JSON text: ASCII where it holds what UTF-8 cannot (lone surrogates).

    Raises CodecError for a record that could not be read back.
    """
    data = encode(record)
    text = _WRITER.encode(data)
    return text if fits_utf8(text) else _ASCII_WRITER.encode(data)


def decode(kind: Any, data: Any) -> Any:
    """Builds a value of annotation `kind` from JSON data; raises CodecError when it does not fit."""
    try:
        return _decoder(kind)(data, 0)
    except CodecError:
        raise
    except (TypeError, ValueError, KeyError, OverflowError) as error:
        raise CodecError(f"not a valid {getattr(kind, '__name__', kind)}: {error}") from error


def from_json(kind: Any, text: str) -> Any:
    """Builds a value of annotation `kind` from JSON text; raises CodecError when it is not JSON or does not fit."""
    if _is_record(kind):
        try:
            return build(kind, text)
        except UndecidedError:
            pass  # said below
    return decode(kind, parse(text))


def parse(text: str) -> Any:
    """The data of a JSON text; raises CodecError when it is none."""
    try:
        return _READER.decode(text)
    except ValueError as error:
        raise CodecError(f"not JSON: {error}") from error
    except RecursionError as error:
        raise CodecError("nested too deeply") from error


def prepare() -> None:
    """Builds the decoders of every type of record, so that the first project opened does not wait for them."""
    for kind in (
        source.Source,
        annotation.TimeExpression,
        annotation.Mention,
        event.Event,
        event.SourceLink,
        pair.Pair,
    ):
        with suppress(CodecError):
            from_json(kind, f'{{"$":"{kind.__name__}"}}')


def fits_utf8(text: str) -> bool:
    """Whether a text has no lone surrogate."""
    if text.isascii():
        return True
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _encoder(kind: Any) -> _Encoder:
    """What makes JSON data of values whose type alone is known."""
    if kind is tuple or kind is list:
        return lambda value, depth: [encode(item) for item in value]
    if kind is frozenset:
        return lambda value, depth: sorted(value)
    if _is_record(kind) or issubclass(kind, Enum):
        return _writer(kind)
    if kind in _PLAIN:
        return lambda value, depth: value
    raise TypeError(f"{kind.__name__} is no type of record")


@cache
def _writer(hint: Any) -> _Encoder:
    """What makes JSON data of values of an annotation, the counterpart of `_decoder`; found out once for each."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _union_writer(get_args(hint))
    if origin in (tuple, frozenset):
        return _list_writer(get_args(hint)[0], sort=origin is frozenset)
    if _is_record(hint):
        return _record_writer(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _enum_writer(hint)
    if hint is str:
        return lambda value, depth: str(value) if isinstance(value, str) else _refuse("str", value)
    return _decoder(hint)  # a number or a truth value is its own JSON data


def _record_writer(kind: Any) -> _Encoder:
    """As `_writer`, for a record type: an object of its fields that differ from their defaults."""
    name = kind.__name__

    def write_record(value: Any, depth: int) -> Any:
        if depth > _MAX_DEPTH:
            raise CodecError("nested too deeply")
        if type(value) is not kind:
            _refuse(f"a {name}", value)
        data = {"$": name}
        depth += 1
        for field, default, plain, write in _field_writers(kind):
            item = getattr(value, field)
            if item is default:
                continue
            if type(item) in plain:
                if item != default:
                    data[field] = item
            elif default is None or default is MISSING or item != default:
                try:
                    data[field] = write(item, depth)
                except CodecError as error:
                    raise error.within(field) from None
        return data

    return write_record


def _union_writer(options: tuple[Any, ...]) -> _Encoder:
    nullable = type(None) in options
    told = [option for option in options if option is not type(None)]
    if len(told) == 1:
        write_one = _writer(told[0])
        return lambda value, depth: None if value is None and nullable else write_one(value, depth)
    records = {option: _writer(option) for option in told if _is_record(option)}
    others = [_writer(option) for option in told if option not in records]
    names = ", ".join(getattr(option, "__name__", "?") for option in options)

    def write_union(value: Any, depth: int) -> Any:
        if value is None and nullable:
            return None
        if (write := records.get(type(value))) is not None:
            return write(value, depth)
        for write in others:
            with suppress(CodecError):
                return write(value, depth)
        return _refuse(f"one of {names}", value)

    return write_union


def _list_writer(kind: Any, sort: bool) -> _Encoder:
    def write_list(value: Any, depth: int) -> Any:
        if not isinstance(value, tuple | list | frozenset):
            _refuse("a list", value)
        write, data = _writer(kind), []
        try:
            for item in value:
                data.append(write(item, depth + 1))  # noqa: PERF401 - tells how far it came
        except CodecError as error:
            raise error.within(len(data)) from None
        return sorted(data) if sort else data

    return write_list


def _enum_writer(kind: type[Enum]) -> _Encoder:
    decoder = _enum_decoder(kind)
    return lambda value, depth: value.value if type(value) is kind else decoder(value, depth).value


@cache
def _field_writers(kind: Any) -> tuple[tuple[str, Any, frozenset[type], _Encoder], ...]:
    """For each field its default, the types of which any value will do, and what writes the others.

    Made at first use, because expression nodes hold expressions.
    """
    hints = field_types(kind)
    return tuple((f.name, _default(f), _plain_types(hints[f.name]), _writer(hints[f.name])) for f in fields(kind))


def _default(declared: Any) -> Any:
    return declared.default_factory() if declared.default_factory is not MISSING else declared.default


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number")


_PLAIN = frozenset({str, int, float, bool, type(None)})
_WRITER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
_ASCII_WRITER = json.JSONEncoder(check_circular=False, separators=(",", ":"))
_READER = json.JSONDecoder(parse_constant=_refuse_constant)


@cache
def _decoder(kind: Any) -> _Decoder:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _union_decoder(get_args(kind))
    if origin is tuple:
        return _tuple_decoder(get_args(kind))
    if origin is frozenset:
        return _set_decoder(get_args(kind)[0])
    if kind is int:
        return _integer
    if kind is float:
        return _number
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _enum_decoder(kind)
    if _is_record(kind):
        return _record_decoder(kind)
    return _plain_decoder(kind)


def _plain_decoder(kind: Any) -> _Decoder:
    def decode_plain(data: Any, depth: int) -> Any:
        return data if type(data) is kind else _refuse(kind.__name__, data)

    return decode_plain


def _enum_decoder(kind: type[Enum]) -> _Decoder:
    members = {member.value: member for member in kind}

    def decode_enum(data: Any, depth: int) -> Any:
        member = members.get(data) if isinstance(data, str) else None
        return member if member is not None else _refuse(f"a {kind.__name__}", data)

    return decode_enum


def _integer(data: Any, depth: int) -> Any:
    return data if type(data) is int and -MAX_INTEGER < data < MAX_INTEGER else _refuse("a whole number", data)


def _number(data: Any, depth: int) -> Any:
    try:
        number = float(data) if type(data) in (int, float) else math.nan
    except OverflowError:  # an integer of hundreds of digits
        number = math.nan
    return number if math.isfinite(number) else _refuse("a number", data)


def _union_decoder(options: tuple[Any, ...]) -> _Decoder:
    nullable = type(None) in options
    records: dict[Any, Any] = {option.__name__: option for option in options if _is_record(option)}
    plain = [option for option in options if option is not type(None) and not _is_record(option)]
    names = ", ".join(getattr(option, "__name__", "?") for option in options)

    def decode_union(data: Any, depth: int) -> Any:
        if data is None and nullable:
            return None
        if type(data) is dict:
            option = records.get(data.get("$"))
            return _decoder(option)(data, depth) if option else _refuse(f"one of {names}", data.get("$"))
        for option in plain:
            try:
                return _decoder(option)(data, depth)
            except CodecError:
                continue
        return _refuse(f"one of {names}", data)

    return decode_union


def _tuple_decoder(args: tuple[Any, ...]) -> _Decoder:
    if len(args) != 2 or args[1] is not Ellipsis:
        raise TypeError("records hold tuples of one type and any length")
    return _list_decoder(args[0], tuple)


def _set_decoder(kind: Any) -> _Decoder:
    return _list_decoder(kind, frozenset)


def _list_decoder(kind: Any, build: Callable[[Any], Any]) -> _Decoder:
    def decode_list(data: Any, depth: int) -> Any:
        if type(data) is not list:
            _refuse("a list", data)
        item_decoder, items = _decoder(kind), []
        try:
            for item in data:
                items.append(item_decoder(item, depth + 1))  # noqa: PERF401 - tells how far it came
        except CodecError as error:
            raise error.within(len(items)) from None
        return build(items)

    return decode_list


def _record_decoder(kind: Any) -> _Decoder:
    name = kind.__name__

    def decode_record(data: Any, depth: int) -> Any:
        if depth > _MAX_DEPTH:
            raise CodecError("nested too deeply")
        if type(data) is not dict or data.get("$", name) != name:
            _refuse(f"a {name}", data)
        depth += 1
        checks = _field_checks(kind)
        accepted = {}
        for field, item in data.items():
            if field in checks:  # others are of a later version, or "$"
                plain, decoder = checks[field]
                try:
                    accepted[field] = item if type(item) in plain else decoder(item, depth)
                except CodecError as error:
                    raise error.within(field) from None
        try:
            return kind(**accepted)
        except (TypeError, ValueError, KeyError, OverflowError) as error:
            raise CodecError(f"not a valid {name}: {error}") from error

    return decode_record


def field_types(kind: Any) -> dict[str, Any]:
    """A record type's fields with their annotations resolved."""
    namespace = {name: getattr(module, name) for module in _MODULES for name in vars(module) if name[0].isupper()}
    return get_type_hints(kind, localns=namespace)


@cache
def _field_checks(kind: Any) -> dict[str, tuple[frozenset[type], _Decoder]]:
    """For each field, the types of which any value will do, and the decoder for the others.

    Made at first use, because expression nodes hold expressions.
    """
    return {name: (_plain_types(hint), _decoder(hint)) for name, hint in field_types(kind).items()}


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and is_dataclass(kind)


def _plain_types(hint: Any) -> frozenset[type]:
    options = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    return frozenset({str, bool, type(None)}.intersection(options))


def _refuse(wanted: str, got: Any) -> Any:
    raise CodecError(f"expected {wanted}, found {got!r:.80}")
