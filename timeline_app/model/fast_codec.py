"""A second, compiled way from JSON text to records, four times as fast as `model.codec` and never more lenient.

It is built by pydantic-core from the same dataclasses.  What it does not accept goes through `model.codec`, which
alone decides what is wrong with it, so the two can only differ in speed.
"""

import types
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

if TYPE_CHECKING:
    from pydantic_core import SchemaValidator
    from pydantic_core.core_schema import CoreSchema, DataclassField

_MAX_BRACES = 40  # objects in a record that may nest: beyond, depth is counted by the other codec


class UndecidedError(Exception):
    """The compiled way does not accept this text; `model.codec` says whether and why it is wrong."""


def build(kind: Any, text: str) -> Any:
    """The record of type `kind` that a JSON text of our own writing holds; raises UndecidedError for any other."""
    if not text.startswith(_opening(kind)) or (_nests(kind) and text.count("{") > _MAX_BRACES):
        raise UndecidedError
    try:
        return _validator(kind).validate_json(text)
    except (ValueError, RecursionError) as error:  # pydantic's ValidationError is a ValueError
        raise UndecidedError from error


@cache
def _opening(kind: Any) -> str:
    return f'{{"$":"{kind.__name__}"'


@cache
def _nests(kind: Any) -> bool:
    """Whether records of a type can hold each other without end, as expression trees do."""
    from timeline_app.model.annotation import TimeExpression

    return kind is TimeExpression


@cache
def _validator(kind: Any) -> "SchemaValidator":
    from pydantic_core import SchemaValidator, core_schema

    builder = _Builder()
    root = builder.schema_of(kind)
    schema = core_schema.definitions_schema(root, list(builder.definitions.values()))
    return SchemaValidator(schema)


class _Builder:
    """Schemas of annotations; each dataclass is defined once and referred to, since expressions hold expressions."""

    def __init__(self) -> None:
        self.definitions: dict[type[Any], CoreSchema] = {}

    def schema_of(self, hint: Any) -> "CoreSchema":
        from pydantic_core import core_schema

        from timeline_app.model.codec import MAX_INTEGER

        origin, args = get_origin(hint), get_args(hint)
        if origin in (Union, types.UnionType):
            return self._union(args)
        if origin is tuple:
            return core_schema.tuple_schema([self.schema_of(args[0])], variadic_item_index=0)
        if origin is frozenset:
            return core_schema.frozenset_schema(self.schema_of(args[0]))
        if is_dataclass(hint) and isinstance(hint, type):
            return self._tagged([hint])
        if isinstance(hint, type) and issubclass(hint, Enum):
            return core_schema.enum_schema(hint, list(hint), sub_type="str", strict=True)
        plain: dict[Any, CoreSchema] = {
            str: core_schema.str_schema(strict=True),
            bool: core_schema.bool_schema(strict=True),
            int: core_schema.int_schema(strict=True, gt=-MAX_INTEGER, lt=MAX_INTEGER),
            float: core_schema.float_schema(strict=True, allow_inf_nan=False),
        }
        return plain[hint]

    def _union(self, options: tuple[Any, ...]) -> "CoreSchema":
        from pydantic_core import core_schema

        told = [option for option in options if option is not type(None)]
        inner = self.schema_of(told[0]) if len(told) == 1 else self._tagged(told)
        return core_schema.nullable_schema(inner) if len(told) < len(options) else inner

    def _tagged(self, kinds: list[Any]) -> "CoreSchema":
        """One of several record types, told apart by their names; a single one must be called by its name too."""
        from pydantic_core import core_schema

        return core_schema.tagged_union_schema({kind.__name__: self._reference(kind) for kind in kinds}, "$")

    def _reference(self, kind: type[Any]) -> "CoreSchema":
        from pydantic_core import core_schema

        from timeline_app.model.codec import field_types

        if kind not in self.definitions:
            self.definitions[kind] = core_schema.any_schema(ref=kind.__name__)  # a place for its own fields to refer to
            hints = field_types(kind)
            declared = [_field(f.name, self.schema_of(hints[f.name]), f) for f in fields(kind)]
            self.definitions[kind] = core_schema.dataclass_schema(
                kind,
                core_schema.dataclass_args_schema(kind.__name__, declared, extra_behavior="ignore"),
                [f.name for f in fields(kind)],
                post_init=hasattr(kind, "__post_init__"),
                slots=True,
                frozen=True,
                ref=kind.__name__,
            )
        return core_schema.definition_reference_schema(kind.__name__)


def _field(name: str, schema: "CoreSchema", declared: Any) -> "DataclassField":
    from pydantic_core import core_schema

    if declared.default is not MISSING:
        schema = core_schema.with_default_schema(schema, default=declared.default)
    elif declared.default_factory is not MISSING:
        schema = core_schema.with_default_schema(schema, default_factory=declared.default_factory)
    return core_schema.dataclass_field(name=name, schema=schema, kw_only=False)
