"""The frozen dataclasses of corpus/ as JSON and back: decimals stay exact, tuples come back as tuples."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")

_ADAPTERS: dict[type, TypeAdapter[Any]] = {}  # costly to make, and a dozen kinds at most


def encode(value: Any) -> Any:
    """Given a value, return it as what JSON has: decimals as strings, tuples as lists."""
    return _adapter(type(value)).dump_python(value, mode="json")


def decode(kind: type[T], data: Any) -> T:
    """Given what `encode` made of a `kind`, return the value. Raises pydantic's ValidationError otherwise."""
    value: T = _adapter(kind).validate_python(data)
    return value


def dump(value: Any) -> str:
    """Given a value, return its JSON text."""
    return _adapter(type(value)).dump_json(value).decode()


def load(kind: type[T], text: str) -> T:
    """Given the JSON text of a `kind`, return the value."""
    value: T = _adapter(kind).validate_json(text)
    return value


def _adapter(kind: type) -> TypeAdapter[Any]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]
