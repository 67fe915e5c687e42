"""Values: frozen, compared by their fields, checked when made."""

import copy
import pickle
from typing import Any

import pytest

from ssc_console.show.value import field, fields, is_value, replace, value


@value
class Chair:
    """Where somebody sits."""

    row: int
    seat: int = 1
    note: str = field(default="", compare=False)
    label: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.row < 1:
            raise ValueError("rows count from 1")
        object.__setattr__(self, "label", f"{self.row}-{self.seat}")

    @property
    def is_first(self) -> bool:
        return self.seat == 1


@value(kw_only=True)
class Hall:
    """Chairs in a room."""

    name: str = "main"
    chairs: dict[int, Chair] = field(default_factory=dict)
    size: int
    kept: list[int] = field(default_factory=list, init=False, compare=False, repr=False)


@value
class Nothing:
    """No fields at all."""


@value
class Other:
    """The same fields as another."""

    row: int
    seat: int = 1


def test_a_value_cannot_be_changed():
    chair: Any = Chair(2)
    with pytest.raises(AttributeError, match="a Chair is a value: seat can't change"):
        chair.seat = 3
    with pytest.raises(AttributeError, match="row can't change"):
        del chair.row
    with pytest.raises(AttributeError):
        chair.colour = "red"
    assert not hasattr(chair, "__dict__")


def test_values_are_equal_and_hash_alike_by_what_counts():
    assert Chair(2, 3, "wobbles") == Chair(2, 3)
    assert hash(Chair(2, 3, "wobbles")) == hash(Chair(2, 3))
    assert Chair(2, 3) != Chair(3, 3)
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())


def test_values_of_different_classes_are_never_equal():
    assert Chair(2, 3).__eq__(Other(2, 3)) is NotImplemented
    assert len({Chair(2, 3), Other(2, 3)}) == 2


def test_a_value_prints_the_fields_that_are_shown():
    assert repr(Chair(2)) == "Chair(row=2, seat=1, note='')"
    assert repr(Hall(size=3)) == "Hall(name='main', chairs={}, size=3)"
    assert repr(Nothing()) == "Nothing()"


def test_fields_are_given_in_order_or_by_name():
    assert Chair(2, 3) == Chair(seat=3, row=2)
    assert Chair.__match_args__ == ("row", "seat", "note")


def test_where_names_are_wanted_a_field_without_a_default_may_follow_one_with():
    assert Hall(size=3).size == 3
    assert Hall.__match_args__ == ()
    with pytest.raises(TypeError, match="positional"):
        Hall("main", {}, 3)  # type: ignore[call-arg]


@pytest.mark.parametrize("given", [{}, {"row": 1, "colour": "red"}, {"row": 1, "label": "1-1"}])
def test_a_field_too_few_or_too_many_is_refused_by_name(given: dict[str, Any]):
    with pytest.raises(TypeError, match=r"Chair.__init__\(\).*(row|colour|label)"):
        Chair(**given)


def test_a_default_is_made_anew_for_each_value():
    one, other = Hall(size=1), Hall(size=1)
    assert one.chairs is not other.chairs
    assert one.kept is not other.kept
    given = {1: Chair(1)}
    assert Hall(size=1, chairs=given).chairs is given


def test_a_value_checks_itself_and_makes_the_rest_of_itself():
    assert Chair(2, 3).label == "2-3"
    with pytest.raises(ValueError, match="rows count from 1"):
        Chair(0)


def test_what_is_replaced_is_checked_and_the_rest_is_kept():
    chair = replace(Chair(2, 3, "wobbles"), seat=4)
    assert (chair.row, chair.seat, chair.note, chair.label) == (2, 4, "wobbles", "2-4")
    with pytest.raises(ValueError, match="rows count from 1"):
        replace(chair, row=-1)
    hall = Hall(size=3)
    assert replace(hall, size=4).chairs is hall.chairs
    assert replace(hall, size=4).kept is not hall.kept


@pytest.mark.parametrize("name", ["colour", "label"])
def test_only_what_is_given_can_be_replaced(name: str):
    with pytest.raises(TypeError, match=name):
        replace(Chair(2), **{name: "x"})  # type: ignore[arg-type]


@pytest.mark.parametrize("made", [Chair(2, 3, "wobbles"), Hall(size=3, chairs={1: Chair(1)}), Nothing()])
def test_a_value_can_be_copied_and_kept(made: Any):
    for again in (copy.copy(made), copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert again == made
        assert repr(again) == repr(made)
    assert copy.copy(Chair(2, 3)).label == "2-3"


def test_a_class_of_values_keeps_its_name_its_words_and_its_own_methods():
    assert (Chair.__name__, Chair.__module__, Chair.__doc__) == ("Chair", __name__, "Where somebody sits.")
    assert Chair(2).is_first

    @value
    class Local:
        at: int

        def __repr__(self) -> str:
            return f"@{self.at}"

    assert repr(Local(3)) == "@3"
    assert Local.__qualname__.endswith("<locals>.Local")


def test_the_fields_of_a_value_are_known():
    assert [each.name for each in fields(Chair)] == ["row", "seat", "note", "label"]
    assert [each.name for each in fields(Chair(2)) if each.init] == ["row", "seat", "note"]
    assert is_value(Chair(2))
    assert not is_value("Chair")
