"""The table of keys: unambiguous, on every layout, and complete."""

import pytest
from PySide6.QtGui import QKeySequence

from ssc_console.desk.keys import BY_WISH, KEYS, Key, Wish, key_of, printed
from ssc_console.desk.menu import fits
from ssc_console.show.figures import Status
from ssc_console.show.table import RULE_OF


def test_no_key_means_two_things() -> None:
    keys = [QKeySequence(one).toString() for key in KEYS for one in key.keys]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.wish.value)
def test_every_wish_has_a_key_that_qt_knows(key: Key) -> None:
    assert key.keys
    assert all(QKeySequence(one).toString() for one in key.keys)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.wish.value)
def test_a_letter_alone_has_a_key_beside_it_that_is_on_every_layout(key: Key) -> None:
    letters = [one for one in key.keys if len(one) == 1]
    assert len(key.keys) > len(letters)


def test_every_wish_is_in_the_table() -> None:
    assert set(BY_WISH) == set(Wish)


def test_every_command_of_the_table_can_be_given_by_key() -> None:
    given = {name for key in KEYS for name in key.commands}
    by_the_large_button = {"start", "begin", "advance"}
    assert given | by_the_large_button == set(RULE_OF)


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("Up", "↑"),
        ("Ctrl+Shift+Z", "Ctrl Shift Z"),
        ("PgDown", "Page Down"),
        ("Ctrl++", "Ctrl +"),
        ("F8", "F8"),
    ],
)
def test_a_key_is_printed_as_it_is_called(key: str, shown: str) -> None:
    assert printed(key) == shown


def test_what_does_not_fit_the_state_is_grey_in_the_menu() -> None:
    assert fits(BY_WISH[Wish.HOLD], Status.ON_AIR)
    assert not fits(BY_WISH[Wish.HOLD], Status.BEFORE)
    assert fits(BY_WISH[Wish.ALL_KEYS], Status.ENDED)


def test_the_advance_key_is_space() -> None:
    assert key_of(Wish.PRESS) == "Space"
