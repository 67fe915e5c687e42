"""All keys at a glance: each of them is in view, in any window and any mode."""

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from ssc_console.desk.all_keys import AllKeys
from ssc_console.desk.keys import KEYS, Group, Key
from ssc_console.look import theme

MODES = {
    "live": frozenset(Group) - {Group.CLOCK, Group.REHEARSAL, Group.REPLAY},
    "rehearsal": frozenset(Group) - {Group.REPLAY, Group.RUN},
    "replay": frozenset(Group) - {Group.REHEARSAL, Group.RUN},
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("high", [508, 545, 700, 1200])  # of the window less its edges; 545 in 1280×720
def test_every_key_is_in_view_once_below_the_heading_of_its_group(qtbot: QtBot, mode: str, high: int) -> None:
    shown = AllKeys(theme.load("dark"), lambda key: key.group in MODES[mode])
    qtbot.addWidget(shown)
    shown.resize(1280, high)
    columns = shown.columns()
    assert len(columns) == 3
    keys = [entry for column in columns for entry in column if isinstance(entry, Key)]
    assert sorted(key.wish for key in keys) == sorted(key.wish for key in KEYS if key.group in MODES[mode])
    assert all(70 + len(column) * shown.line_high() <= high - 8 for column in columns)
    for column in columns:
        assert isinstance(column[0], Group)
        for heading, key in pairwise(column):
            if isinstance(heading, Group):
                assert isinstance(key, Key)
                assert key.group is heading
    assert not any(isinstance(column[-1], Group) for column in columns)
