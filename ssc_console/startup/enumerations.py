"""Makes Qt's enumerations in a quarter of the time; to be imported before anything of Qt.

PySide makes an enumeration of Python for each of Qt's, all of a class at once when that class is first named:
a desk that opens has two hundred of them, with three thousand members, and to make them took a sixth of its
start. Python's own way is made for a class that somebody writes: it looks at every name for what may be wrong
with it. Python has a second way, for enumerations that are known to be right, and makes its own by it
(`enum._simple_enum`, since 3.11). What comes of both is the same.

A Python that has no such way, or a newer one whose enumerations nobody has compared, makes them as usual.
"""

import enum
import sys
from collections.abc import Iterable, Sequence
from functools import cache, reduce
from itertools import pairwise
from operator import or_
from typing import Any

_COMPARED = ((3, 11), (3, 12), (3, 13))
"""The Pythons with which what is made here was found to be the same."""
_KINDS = frozenset((enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag))
_AS_PYSIDE_ASKS = {"module": None, "qualname": None, "type": None, "start": 1, "boundary": enum.KEEP}
"""It names the module itself, afterwards."""
_TO_WHO_ASKED = 2
"""Frames: what a call of `Enum` runs."""

_usual = enum.EnumType._create_  # type: ignore[attr-defined]


def _create(kind: Any, class_name: str, names: Any, **more: Any) -> Any:
    """As Python's `_create_`; what PySide asks for is told by the boundary that it gives, and by all else."""
    as_pyside_asks = more == _AS_PYSIDE_ASKS
    if more.get("module") is None:
        more["module"] = sys._getframe(_TO_WHO_ASKED).f_globals.get("__name__")
    if as_pyside_asks and kind in _KINDS and isinstance(names, list):
        try:
            made = quick(kind, class_name, names)
        except (AttributeError, KeyError, TypeError, ValueError):
            pass  # a later Python of that number makes them otherwise; PySide would not survive an exception
        else:
            made.__module__ = more["module"]
            return made
    return _usual(kind, class_name, names, **more)


def quick(kind: Any, name: str, members: Sequence[tuple[str, int]]) -> Any:
    """An enumeration of numbers that keeps any others, as `kind(name, members, boundary=KEEP)` makes it.

    Args:
        kind: `Enum`, `IntEnum`, `Flag` or `IntFlag`.
        members: Names with their values; a value's first name is its name, the others are aliases.
    """
    if not _taken(kind).isdisjoint(
        [each for each, _ in members]
    ):  # such a member must be told from what it hides
        return _usual(kind, name, members, boundary=enum.KEEP)
    return _filled(kind, name, members)


@cache
def _taken(kind: Any) -> frozenset[str]:
    return frozenset(name for each in kind.__mro__ for name in vars(each))


def _filled(kind: Any, name: str, members: Sequence[tuple[str, int]]) -> Any:
    """A copy of an empty enumeration, filled. Several flags, or none, are a member that is not counted."""
    body = {key: each.copy() if type(each) in (list, dict) else each for key, each in _empty(kind).items()}
    made: Any = type.__new__(enum.EnumType, name, (kind,), body)
    names, by_name, by_value = made._member_names_, made._member_map_, made._value2member_map_
    new, is_number, is_flag = made._new_member_, made._member_type_ is int, issubclass(kind, enum.Flag)
    for each, value in members:
        member = by_value.get(value)
        if member is None:
            member = new(made, value) if is_number else new(made)
            member._value_ = value
            member._name_ = each
            member.__objclass__ = made
            member._sort_order_ = len(names)
            by_value[value] = member
            if not is_flag or (value and not value & (value - 1)):
                names.append(each)
        by_name[each] = member
        type.__setattr__(made, each, member)  # the enumeration's own first asks whether it has that name
    if is_flag:
        _set_masks(made, [by_name[each]._value_ for each in names], by_value)
    return made


def _set_masks(made: Any, flags: Sequence[int], all_values: Iterable[int]) -> None:
    """What the flags have in common; those that aren't in order are counted up as they stand."""
    known, single = reduce(or_, all_values, 0), reduce(or_, flags, 0)
    if "_singles_mask_" in vars(made):
        made._flag_mask_, made._singles_mask_ = known, single
    else:  # before 3.11.4
        made._flag_mask_ = single
    made._all_bits_ = (1 << known.bit_length()) - 1
    if any(one > other for one, other in pairwise(flags)):
        made._iter_member_ = made._iter_member_by_def_


@cache
def _empty(kind: Any) -> dict[str, Any]:
    return dict(vars(_known_to_be_right(kind, "", {})))


def _known_to_be_right(kind: Any, name: str, members: dict[str, int]) -> Any:
    make = enum._simple_enum(kind, boundary=enum.KEEP)  # type: ignore[attr-defined]
    made = make(type(name, (), members))
    made.__doc__ = None  # as the usual way leaves it
    return made


if sys.version_info[:2] in _COMPARED and hasattr(enum, "_simple_enum"):
    enum.EnumType._create_ = _create  # type: ignore[attr-defined]
