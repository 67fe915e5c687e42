"""Values: frozen, slotted dataclasses. `dataclass` alone makes them too, at four times the time of importing.

It compiles six functions for each class, and a console has a hundred classes. Here only `__init__` is
compiled; the other five are the same for all values. `fields`, `replace` and `match` work as usual.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def value(cls: type[T], /) -> type[T]: ...
@overload
def value(*, kw_only: bool = False) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[T] | None = None, /, *, kw_only: bool = False) -> Any:
    """Make a class a value, as ``dataclass(frozen=True, slots=True, kw_only=…)`` does."""
    if cls is None:
        return lambda cls: _made(cls, kw_only)
    return _made(cls, kw_only)


def _made(cls: type[T], kw_only: bool) -> type[T]:
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
    fields: list[Field[Any]] = list(made.__dataclass_fields__.values())
    made.__init__ = _initialiser(made, fields)
    made._compared = staticmethod(_getter([each.name for each in fields if each.compare]))
    made._shown = tuple(each.name for each in fields if each.repr)
    for name, method in _METHODS.items():
        if name not in cls.__dict__:
            setattr(made, name, method)
    return made  # type: ignore[no-any-return]


def _initialiser(made: Any, fields: list[Field[Any]]) -> Callable[..., None]:
    known: dict[str, Any] = {}
    arguments: dict[bool, list[str]] = {False: [], True: []}
    lines = []
    for each in fields:
        name = each.name
        known[f"set_{name}"] = getattr(made, name).__set__  # the slot's own: the class refuses
        given = name
        if each.default_factory is not MISSING:
            known[f"make_{name}"] = each.default_factory
            given = f"make_{name}() if {name} is missing else {name}"
            known["missing"] = known[f"default_{name}"] = MISSING
        elif each.default is not MISSING:
            known[f"default_{name}"] = each.default
        if each.init:
            default = f"=default_{name}" if f"default_{name}" in known else ""
            arguments[bool(each.kw_only)].append(name + default)
            lines.append(f" set_{name}(self, {given})")
    if hasattr(made, "__post_init__"):
        lines.append(" self.__post_init__()")
    named = ["*", *arguments[True]] if arguments[True] else []
    exec(
        f"def __init__({', '.join(['self', *arguments[False], *named])}):\n" + "\n".join(lines or [" pass"]),
        known,
    )
    made_init: Callable[..., None] = known["__init__"]
    made_init.__qualname__ = f"{made.__qualname__}.__init__"
    return made_init


def _getter(names: list[str]) -> Callable[[Any], Any]:
    return attrgetter(*names) if names else lambda _: ()


def _eq(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self._compared(self) == self._compared(other)


def _hash(self: Any) -> int:
    return hash(self._compared(self))


def _repr(self: Any) -> str:
    return (
        f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self._shown)})"
    )


def _refuse(self: Any, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"a {type(self).__name__} is a value: {name} can't change")


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__dataclass_fields__]


def _set_state(self: Any, state: list[Any]) -> None:
    for name, each in zip(self.__dataclass_fields__, state, strict=True):
        object.__setattr__(self, name, each)


_METHODS: dict[str, Callable[..., Any]] = {
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _state,
    "__setstate__": _set_state,
}
