"""Qt's enumerations as a console makes them are those that Python would have made."""

import enum
import json
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssc_console.startup.enumerations import _usual, quick

KINDS = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
NAMES = st.from_regex(r"[A-Z][a-z]{0,3}[0-9]?", fullmatch=True) | st.sampled_from(["Name", "Value", "names"])
SINGLE = st.dictionaries(NAMES, st.integers(-(2**31), 2**32), max_size=12)
FLAGS = st.dictionaries(
    NAMES, st.integers(0, 2**31 - 1) | st.integers(0, 31).map(lambda bit: 1 << bit), max_size=12
)


def usual(kind: Any, name: str, members: list[tuple[str, int]]) -> Any:
    """By Python's own way, which stands aside once ours is there."""
    return _usual(kind, name, members, module=__name__, boundary=enum.KEEP)


def facts(made: Any) -> dict[str, Any]:
    """All that the class has, members told by their names."""
    own = {"__dict__", "__weakref__", "__module__"}  # PySide says afterwards where it belongs
    return {key: _told(each) for key, each in vars(made).items() if key not in own}


def _told(each: Any) -> Any:
    if isinstance(each, enum.Enum):
        return each.name
    if isinstance(each, dict):
        return [(name, getattr(member, "name", member)) for name, member in each.items()]
    if isinstance(each, enum.property):
        return type(each), each.name, getattr(getattr(each, "member", None), "name", None)
    return getattr(each, "__func__", each)


def of_members(made: Any) -> list[dict[str, Any]]:
    each = [dict(vars(member)) for member in made.__members__.values()]
    for member in each:
        assert member.pop("__objclass__") is made
    return each


def assert_the_same(kind: Any, members: list[tuple[str, int]]) -> None:
    first, second = usual(kind, "Kind", members), quick(kind, "Kind", members)
    assert facts(first) == facts(second)
    assert of_members(first) == of_members(second)
    assert [repr(member) for member in first] == [repr(member) for member in second]
    assert [str(member) for member in first] == [str(member) for member in second]
    assert [hash(member) for member in first] == [hash(member) for member in second]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "members",
    [
        [],
        [("One", 1)],
        [("One", 1), ("Two", 2), ("AlsoTwo", 2), ("Both", 3), ("None_", 0)],
        [("Two", 2), ("One", 1), ("Eight", 8)],
        [("Mask", 0xFFFFFFFF), ("One", 1)],
        [("name", 1), ("value", 2)],
    ],
)
def test_an_enumeration_made_quickly_is_the_one_that_python_makes(
    kind: Any, members: list[tuple[str, int]]
) -> None:
    assert_the_same(kind, members)


@given(st.sampled_from((enum.Enum, enum.IntEnum)), SINGLE)
def test_whatever_the_values_are(kind: Any, members: dict[str, int]) -> None:
    assert_the_same(kind, list(members.items()))


@given(st.sampled_from((enum.Flag, enum.IntFlag)), FLAGS)
def test_whatever_the_flags_are(kind: Any, members: dict[str, int]) -> None:
    assert_the_same(kind, list(members.items()))


TELL = """
import enum, json, sys
{first}
from PySide6 import QtCore, QtGui, QtWidgets, QtNetwork, QtMultimedia, QtWebSockets

def kinds(of):
    for name in sorted(dir(of)):
        each = getattr(of, name, None)
        if isinstance(each, enum.EnumType):
            yield each
        elif isinstance(each, type) and not isinstance(of, type):
            yield from kinds(each)

found = {{
    f"{{kind.__module__}}.{{kind.__qualname__}}": [
        repr(kind), kind.__doc__, str(kind.__mro__),
        {{name: repr(member) for name, member in kind.__members__.items()}},
        [name for name in kind._member_names_],
        sorted(str(key) for key in vars(kind)),
    ]
    for module in (QtCore, QtGui, QtWidgets, QtNetwork, QtMultimedia, QtWebSockets) for kind in kinds(module)
}}
print(json.dumps(found))
"""


def run(script: str) -> str:
    """What a Python of its own prints; whatever it asserts holds."""
    return subprocess.run(
        [sys.executable, "-c", script], check=True, stdout=subprocess.PIPE, text=True
    ).stdout


def test_qts_are_made_quickly() -> None:
    script = (
        "import ssc_console.startup.enumerations as ours\n"
        "made, quick = [], ours.quick\n"
        "ours.quick = lambda kind, name, members: made.append(name) or quick(kind, name, members)\n"
        "from PySide6.QtCore import Qt\n"
        "Qt.Key.Key_A\n"
        "assert 'Key' in made"
    )
    assert run(script) == ""


def test_all_of_qts_are_the_same() -> None:
    scripts = [TELL.format(first=first) for first in ("", "import ssc_console.startup.enumerations")]
    told = [json.loads(run(script)) for script in scripts]
    assert len(told[0]) > 500
    assert told[0] == told[1]


def test_another_programs_enumeration_is_made_as_usual() -> None:
    script = (
        "import enum, ssc_console.startup.enumerations\n"
        "assert [each.value for each in enum.Enum('Kind', 'ONE TWO', start=5)] == [5, 6]\n"
        "assert enum.Flag('Kind', {'ONE': 1}, boundary=enum.STRICT)._boundary_ is enum.STRICT\n"
        "assert enum.Enum('Kind', [('ONE', 1)], module='elsewhere').__module__ == 'elsewhere'\n"
        "import pickle\n"
        "A = enum.Enum('A', 'ONE TWO')\n"
        "B = enum.Flag('B', [('ONE', 1)], boundary=enum.KEEP)\n"
        "assert [pickle.loads(pickle.dumps(each)) for each in (A.TWO, B.ONE)] == [A.TWO, B.ONE]"
    )
    assert run(script) == ""


def test_where_python_makes_them_otherwise_they_are_made_as_usual() -> None:
    script = (
        "import ssc_console.startup.enumerations as ours\n"
        "ours._known_to_be_right = None\n"
        "from PySide6.QtCore import Qt\n"
        "assert Qt.Key(65) is Qt.Key.Key_A"
    )
    assert run(script) == ""
