"""Which monitor the speaker display fills, and which the programme."""

from ssc_console.displays.claims import Claims, audiences, speakers

TWO, THREE = ("eDP-1", "HDMI-1"), ("eDP-1", "HDMI-1", "DP-1")


def test_with_three_monitors_each_has_its_own() -> None:
    assert speakers(THREE, Claims(desk="eDP-1", taken="HDMI-1")) == "DP-1"
    assert audiences(THREE, Claims(desk="eDP-1", taken="HDMI-1")) == "DP-1"
    assert audiences(THREE, Claims(desk="eDP-1", taken="HDMI-1", kept="HDMI-1")) == "DP-1"
    assert audiences(THREE, Claims(desk="eDP-1", kept="DP-1")) == "DP-1"


def test_with_two_monitors_the_programme_has_the_other_one_whichever_came_first() -> None:
    assert speakers(TWO, Claims(desk="eDP-1", taken="HDMI-1")) is None
    assert audiences(TWO, Claims(desk="eDP-1", taken="HDMI-1")) == "HDMI-1"
    assert speakers(TWO, Claims(desk="eDP-1")) == "HDMI-1"


def test_the_monitors_chosen_in_the_settings_win() -> None:
    assert speakers(THREE, Claims(desk="eDP-1", chosen="DP-1")) == "DP-1"
    assert speakers(THREE, Claims(desk="eDP-1", reserved="HDMI-1")) == "DP-1"
    assert audiences(THREE, Claims(desk="eDP-1", chosen="DP-1", kept="HDMI-1")) == "DP-1"
    assert audiences(THREE, Claims(desk="eDP-1", reserved="HDMI-1", kept="HDMI-1")) == "DP-1"
    assert audiences(TWO, Claims(desk="eDP-1", reserved="HDMI-1", taken="HDMI-1")) is None


def test_the_audience_never_sees_the_countdown_though_the_settings_have_both_on_one_monitor() -> None:
    both = {"desk": "eDP-1", "chosen": "HDMI-1", "reserved": "HDMI-1", "taken": "HDMI-1"}
    assert audiences(TWO, Claims(**both)) == "HDMI-1"
    assert speakers(TWO, Claims(**both)) is None


def test_no_display_fills_the_desk_s_monitor() -> None:
    assert speakers(TWO, Claims(desk="HDMI-1", chosen="HDMI-1")) == "eDP-1"
    assert audiences(["eDP-1"], Claims(desk="eDP-1", chosen="eDP-1", kept="eDP-1")) is None
