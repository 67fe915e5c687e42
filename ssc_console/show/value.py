"""Values: classes whose objects are frozen and slotted, and compare, hash and print by their fields.

What `dataclass(frozen=True, slots=True)` makes, at a tenth of the time of importing: that loads the readers
of Python's own code, and compiles six functions for each class, of which a console has a hundred. Here only
`__init__` is compiled, when the first value of its class is made; all else is the same for all values.
"""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform, overload

__all__ = ["MISSING", "Field", "field", "fields", "is_value", "replace", "value"]

T = TypeVar("T")

MISSING = object()
"""Stands for a default that there is not."""


class Field:
    """One field of a class of values.

    Attributes:
        name: Set when its class is made.
        default: What it is where nothing is given; MISSING: something must be given.
        default_factory: Makes that anew each time; MISSING: nothing does.
        init: It is given when a value is made. Otherwise it is made by its factory or in `__post_init__`.
        repr: It is shown when the value is printed.
        compare: It counts when values are compared and hashed.
    """

    __slots__ = ("compare", "default", "default_factory", "init", "name", "repr")

    def __init__(self, *, default: Any, default_factory: Any, init: bool, repr: bool, compare: bool) -> None:  # noqa: A002 - the words of dataclasses
        self.name = ""
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.compare = compare


def field(
    *,
    default: Any = MISSING,
    default_factory: Callable[[], Any] | object = MISSING,
    init: bool = True,
    repr: bool = True,  # noqa: A002
    compare: bool = True,
) -> Any:
    """What a field needs that a plain default does not say; see `Field`."""
    return Field(default=default, default_factory=default_factory, init=init, repr=repr, compare=compare)


@overload
def value(cls: type[T], /) -> type[T]: ...
@overload
def value(*, kw_only: bool = False) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[T] | None = None, /, *, kw_only: bool = False) -> Any:
    """Make a class a value: each annotation in its body is a field. `__post_init__` may check it.

    Args:
        kw_only: Fields are given by name only.
    """
    if cls is None:
        return lambda cls: _made(cls, kw_only)
    return _made(cls, kw_only)


if TYPE_CHECKING:
    from dataclasses import replace  # type checkers hold the changes against the fields
else:

    def replace(of, /, **changes):
        """The value with some fields changed, made and checked anew.

        Raises:
            TypeError: It has no such field.
        """
        names, values = of._given
        return type(of)(**{**dict(zip(names, values(of), strict=True)), **changes})


def fields(of: Any) -> tuple[Field, ...]:
    """The fields of a value or of a class of values, in order."""
    found: tuple[Field, ...] = of._fields
    return found


def is_value(thing: object) -> bool:
    """Whether a thing is a value or a class of values."""
    return hasattr(thing, "_compared")


def _made(cls: type[T], kw_only: bool) -> type[T]:
    """The class once more: slots must be known when a class is made."""
    body = dict(cls.__dict__)
    for name in ("__dict__", "__weakref__"):
        body.pop(name, None)
    found = tuple(_field(name, body.pop(name, MISSING)) for name in body.get("__annotations__", ()))
    given = tuple(each.name for each in found if each.init)
    named = {
        "__slots__": tuple(each.name for each in found),
        "__match_args__": () if kw_only else given,
        "__qualname__": cls.__qualname__,
        "_fields": found,
        "_given": (given, _getter(given)),
        "_compared": staticmethod(_getter([each.name for each in found if each.compare])),
    }
    made: type[T] = type(cls.__name__, cls.__bases__, {**_METHODS, **body, **named})
    return made


def _field(name: str, given: Any) -> Field:
    if isinstance(given, Field):
        made = given
    else:
        made = Field(default=given, default_factory=MISSING, init=True, repr=True, compare=True)
    made.name = name
    return made


def _getter(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What reads these attributes off a value, as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda of: tuple(getattr(of, name) for name in names)


def _first_init(self: Any, /, *given: Any, **named: Any) -> None:
    """The `__init__` of a class until its first value is made."""
    kind: Any = type(self)
    kind.__init__ = _initialiser(kind)
    kind.__init__(self, *given, **named)


def _initialiser(kind: Any) -> Callable[..., None]:
    known: dict[str, Any] = {"MISSING": MISSING}
    arguments = ["self"] if kind.__match_args__ else ["self", "*"]
    lines = []
    for each in kind._fields:
        name = each.name
        known[f"set_{name}"] = getattr(kind, name).__set__  # the slot's own: the class refuses
        given = name
        if each.default_factory is not MISSING:
            known[f"make_{name}"] = each.default_factory
            given = f"make_{name}() if {name} is MISSING else {name}" if each.init else f"make_{name}()"
        if each.init:
            known[f"default_{name}"] = each.default
            optional = each.default is not MISSING or each.default_factory is not MISSING
            arguments.append(f"{name}=default_{name}" if optional else name)
        if each.init or each.default_factory is not MISSING:
            lines.append(f" set_{name}(self, {given})")
    if hasattr(kind, "__post_init__"):
        lines.append(" self.__post_init__()")
    head = ", ".join(arguments).removesuffix(", *")
    exec(f"def __init__({head}):\n" + "\n".join(lines or [" pass"]), known)
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    return made


def _eq(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self._compared(self) == self._compared(other)


def _hash(self: Any) -> int:
    return hash(self._compared(self))


def _repr(self: Any) -> str:
    shown = (f"{each.name}={getattr(self, each.name)!r}" for each in self._fields if each.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: Any, name: str, *_: object) -> None:
    raise AttributeError(f"a {type(self).__name__} is a value: {name} can't change")


def _state(self: Any) -> list[Any]:
    return [getattr(self, each.name) for each in self._fields]


def _set_state(self: Any, state: list[Any]) -> None:
    for each, kept in zip(self._fields, state, strict=True):
        object.__setattr__(self, each.name, kept)


_METHODS: dict[str, Callable[..., Any]] = {
    "__init__": _first_init,
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _state,
    "__setstate__": _set_state,
}
