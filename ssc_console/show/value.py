"""Values: classes whose objects are frozen and slotted, and compare, hash and print by their fields.

What `dataclass(frozen=True, slots=True)` makes, at a tenth of the time of importing: that loads the readers
of Python's own code, and compiles six functions for each class, of which a console has a hundred. Here only
`__init__` is compiled, when the first value of its class is made; all else is the same for all values.
"""

from collections.abc import Callable, Sequence
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform, overload

__all__ = ["MISSING", "Field", "field", "fields", "is_value", "replace", "value"]

T = TypeVar("T")

MISSING = object()
"""Stands for a default that there is not."""
_NEEDED = object()


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
        kind = type(of)
        places, values, initialise = kind._again
        given = list(values(of))
        try:
            for name, each in changes.items():
                given[places[name]] = each
        except KeyError as name:
            raise TypeError(f"{kind.__qualname__} has no field {name} that is given") from None
        made = kind.__new__(kind)
        initialise(made, *given)  # with so many names, a call by name takes twice as long
        return made


def fields(of: Any) -> tuple[Field, ...]:
    """The fields of a value or of a class of values, in order."""
    found: tuple[Field, ...] = of._fields
    return found


def is_value(thing: object) -> bool:
    """Whether a thing is a value or a class of values."""
    return issubclass(thing if isinstance(thing, type) else type(thing), _Value)


def _made(cls: type[T], kw_only: bool) -> type[T]:
    """The class once more: slots must be known when a class is made. All else waits until it is asked for."""
    body = dict(cls.__dict__)
    for name in ("__dict__", "__weakref__"):
        body.pop(name, None)
    names = tuple(body.get("__annotations__", ()))
    body["_declared"] = tuple([(name, body.pop(name, MISSING)) for name in names])
    body["_kw_only"] = kw_only
    body["__slots__"] = names
    body["__qualname__"] = cls.__qualname__
    made: type[T] = type(cls.__name__, (_Value,), body)
    return made


class _Once:
    """What is known of a class of values by its fields, worked out when it is first asked for.

    Of the few hundred classes of a console most are never compared, matched or printed before it stands.
    """

    __slots__ = ("_make", "_name")

    def __init__(self, make: Callable[[Any], Any]) -> None:
        self._make = make

    def __set_name__(self, _: type, name: str) -> None:
        self._name = name

    def __get__(self, _: object, kind: type) -> Any:
        found = self._make(kind)
        setattr(kind, self._name, found)
        return found


def _fields_of(kind: Any) -> tuple[Field, ...]:
    return tuple(_field(name, given) for name, given in kind._declared)


def _field(name: str, given: Any) -> Field:
    if isinstance(given, Field):
        made = given
    else:
        made = Field(default=given, default_factory=MISSING, init=True, repr=True, compare=True)
    made.name = name
    return made


def _names_given(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in kind._fields if each.init)


def _getter(names: Sequence[str]) -> Callable[..., tuple[Any, ...]]:
    """What reads these attributes off a value, as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return staticmethod(lambda of: tuple(getattr(of, name) for name in names))


def _what_replaces(kind: Any) -> tuple[dict[str, int], Callable[..., tuple[Any, ...]], Callable[..., None]]:
    """Where each field stands that is given, what reads them all, and an `__init__` by order."""
    names = _names_given(kind)
    initialise = _initialiser(kind, by_name=False) if kind._kw_only else kind.__init__
    return {name: place for place, name in enumerate(names)}, _getter(names), initialise


class _Value:
    """What all values have in common."""

    __slots__ = ()
    _declared: tuple[tuple[str, Any], ...] = ()
    _kw_only = False
    _fields: Any = _Once(_fields_of)
    _again: Any = _Once(_what_replaces)
    _compared: Any = _Once(lambda kind: _getter([each.name for each in kind._fields if each.compare]))
    __match_args__: Any = _Once(lambda kind: () if kind._kw_only else _names_given(kind))

    def __init__(self, /, *given: Any, **named: Any) -> None:
        """Of a class until its first value is made."""
        kind: Any = type(self)
        kind.__init__ = _initialiser(kind, by_name=kind._kw_only)
        kind.__init__(self, *given, **named)

    def __eq__(self, other: Any) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self._compared(self) == self._compared(other)

    def __hash__(self) -> int:
        return hash(self._compared(self))

    def __repr__(self) -> str:
        shown = (f"{each.name}={getattr(self, each.name)!r}" for each in self._fields if each.repr)
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def __setattr__(self, name: str, _: object) -> None:
        raise AttributeError(f"a {type(self).__name__} is a value: {name} can't change")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a {type(self).__name__} is a value: {name} can't change")

    def __getstate__(self) -> Any:
        return [getattr(self, each.name) for each in self._fields]

    def __setstate__(self, state: list[Any]) -> None:
        for each, kept in zip(self._fields, state, strict=True):
            object.__setattr__(self, each.name, kept)


# ---- making values

_GIVEN, _GIVEN_OR_MADE, _MADE, _LATER = "given", "given or made", "made", "later"


def _compile(text: str, name: str) -> CodeType:
    return compile(text, name, "exec")


compiling: Callable[[str, str], CodeType] = _compile
"""Makes code of the text of an `__init__`, under a name of its own. Whoever remembers what was made from one
process to the next may stand in."""

_codes: dict[tuple[tuple[str, ...], bool], CodeType] = {}
"""By the shape of their fields, and whether they check themselves: compiling is most of what a class costs,
and a hundred classes have twenty shapes."""


def _initialiser(kind: Any, *, by_name: bool) -> Callable[..., None]:
    found = kind._fields
    shape = tuple(_shape(each) for each in found), hasattr(kind, "__post_init__")
    if shape not in _codes:
        _codes[shape] = _compiled(*shape)
    names, defaults = _names_given(kind), [_default(each) for each in found if each.init]
    code = _codes[shape].replace(
        co_varnames=("self", *names),
        co_argcount=1 if by_name else 1 + len(names),
        co_kwonlyargcount=len(names) if by_name else 0,
    )
    known: dict[str, Any] = {"MISSING": MISSING}
    for number, each in enumerate(found):
        known[f"set_{number}"] = getattr(kind, each.name).__set__  # the slot's own: the class refuses
        known[f"make_{number}"] = each.default_factory
    made: Any = FunctionType(code, known)
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    optional = {name: each for name, each in zip(names, defaults, strict=True) if each is not _NEEDED}
    if by_name:
        made.__kwdefaults__ = optional
    elif kind._kw_only:
        pass  # all of them are given
    elif tuple(optional) != names[len(names) - len(optional) :]:
        raise TypeError(f"{kind.__qualname__}: a field without a default follows one with")
    else:
        made.__defaults__ = tuple(optional.values())
    initialiser: Callable[..., None] = made
    return initialiser


def _shape(of: Field) -> str:
    if of.default_factory is MISSING:
        return _GIVEN if of.init else _LATER
    return _GIVEN_OR_MADE if of.init else _MADE


def _default(of: Field) -> Any:
    if of.default is MISSING and of.default_factory is MISSING:
        return _NEEDED
    return of.default


def _compiled(shape: tuple[str, ...], checks_itself: bool) -> CodeType:
    """The code of an `__init__` whose arguments are still called by number."""
    lines, names = [], []
    for number, each in enumerate(shape):
        if each in (_GIVEN, _GIVEN_OR_MADE):
            names.append(f"given_{number}")
        if each == _GIVEN:
            lines.append(f" set_{number}(self, given_{number})")
        elif each == _GIVEN_OR_MADE:
            made = f"make_{number}() if given_{number} is MISSING else given_{number}"
            lines.append(f" set_{number}(self, {made})")
        elif each == _MADE:
            lines.append(f" set_{number}(self, make_{number}())")
    if checks_itself:
        lines.append(" self.__post_init__()")
    known: dict[str, Any] = {}
    body = "\n".join(lines or [" pass"])
    text = f"def __init__({', '.join(['self', *names])}):\n{body}"
    exec(compiling(text, f"<a value: {', '.join([*shape, *['checked'] * checks_itself])}>"), known)
    code: CodeType = known["__init__"].__code__
    return code
