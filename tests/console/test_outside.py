"""What cues do outside: each once, by real sockets; what fails is due again; a memory fires nothing."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ssc_console.clock import SimulatedClock
from ssc_console.console.choices import Choices
from ssc_console.console.console import Console
from ssc_console.console.kept import Kept
from ssc_console.console.obs_in_show import obs_items
from ssc_console.console.outside import Outside
from ssc_console.console.ticker import Knobs
from ssc_console.desk.store import Forgetful
from ssc_console.look import mode_look, theme
from ssc_console.outputs.obs.settings import ObsSettings
from ssc_console.outputs.obs.state import Phase
from ssc_console.preflight.item import Verdict, good
from ssc_console.session import Session
from ssc_console.settings.values import Settings
from ssc_console.show import commands as c
from ssc_console.show.events import ActionFailed
from ssc_console.show.figures import CueState
from ssc_console.show.history import History
from ssc_console.show.instants import ShowInstant
from ssc_console.show.rundown import Rundown
from tests.outputs.fake_obs import FakeObs
from tests.show.playbook import cue, instant, rundown, segment

SOON = 10_000
"""Milliseconds within which anything has happened, however busy the machine."""


class Ears:
    """A program that hears OSC."""

    def __init__(self) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self._socket.setblocking(False)
        self.port: int = self._socket.getsockname()[1]
        self.heard: list[bytes] = []

    def listen(self) -> int:
        """How many messages have come so far."""
        while True:
            try:
                self.heard.append(self._socket.recv(4096))
            except BlockingIOError:
                return len(self.heard)

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def ears() -> Iterator[Ears]:
    made = Ears()
    yield made
    made.close()


def show(do: str) -> Rundown:
    return rundown(segment("a", cues=(cue("a/1", "begin", do=[do]),)), segment("b"))


def opened(
    qtbot: QtBot, session: Session, clock: SimulatedClock, obs: ObsSettings | None = None
) -> tuple[Console, Outside]:
    console = Console(session, theme.load("dark"), clock, mode_look.REHEARSAL, Knobs(clock))
    qtbot.addWidget(console.desk)
    console.open()
    return console, Outside(console, clock, obs)


def test_a_cue_that_is_fired_is_heard_once_and_undo_and_redo_send_nothing(qtbot: QtBot, ears: Ears) -> None:
    clock = SimulatedClock(ShowInstant(instant("10:29:00")), 1.0)
    session = Session(show(f"osc: 127.0.0.1:{ears.port} /go 1"), clock, by="desk")
    console, _ = opened(qtbot, session, clock)
    for command in (c.Start(), c.Go("a/1")):
        assert console.ask(command, None) is None
    qtbot.waitUntil(lambda: ears.listen() == 1, timeout=SOON)
    assert ears.heard[0].startswith(b"/go")
    for again in (c.Take("b"), c.Undo(), c.Redo(), c.Undo()):
        assert console.ask(again, None) is None
    qtbot.wait(200)
    assert ears.listen() == 1


def test_a_test_before_the_show_does_it_too_and_uses_nothing_up(qtbot: QtBot, ears: Ears) -> None:
    clock = SimulatedClock(ShowInstant(instant("10:29:00")), 1.0)
    session = Session(show(f"osc: 127.0.0.1:{ears.port} /go 1"), clock, by="desk")
    console, _ = opened(qtbot, session, clock)
    assert console.ask(c.TestCue("a/1"), None) is None
    qtbot.waitUntil(lambda: ears.listen() == 1, timeout=SOON)
    assert session.snapshot().cue("a/1").state is CueState.PENDING


def test_what_fails_is_due_again_with_its_reason_and_lights_a_lamp(qtbot: QtBot) -> None:
    clock = SimulatedClock(ShowInstant(instant("10:29:00")), 1.0)
    session = Session(show("http get: http://127.0.0.1:9/light"), clock, by="desk")
    console, _ = opened(qtbot, session, clock)
    for command in (c.Start(), c.Go("a/1")):
        assert console.ask(command, None) is None
    qtbot.waitUntil(lambda: session.snapshot().cue("a/1").state is CueState.DUE, timeout=SOON)
    failed = session.snapshot().cue("a/1").failed
    assert failed is not None
    assert failed.startswith("127.0.0.1:9 can't be reached")
    assert isinstance(session.events[-1].fact, ActionFailed)
    lamp = console.desk.contents.header.lamp.shown
    assert lamp is not None
    assert (lamp.words, failed in lamp.more) == ("1 cue failed", True)


def test_an_obs_cue_without_obs_says_how_to_set_it_up(qtbot: QtBot) -> None:
    clock = SimulatedClock(ShowInstant(instant("10:29:00")), 1.0)
    session = Session(show("obs scene: Speaker"), clock, by="desk")
    console, _ = opened(qtbot, session, clock)
    for command in (c.Start(), c.Go("a/1")):
        assert console.ask(command, None) is None
    qtbot.waitUntil(lambda: session.snapshot().cue("a/1").failed is not None, timeout=SOON)
    assert "SSC_CONSOLE_OBS_HOST" in str(session.snapshot().cue("a/1").failed)


def test_a_show_that_is_gone_on_with_fires_nothing_of_what_it_remembers(qtbot: QtBot, ears: Ears) -> None:
    clock = SimulatedClock(ShowInstant(instant("10:29:00")), 1.0)
    before = Session(show(f"osc: 127.0.0.1:{ears.port} /go 1"), clock, by="desk")
    before.ask(c.Start())
    before.ask(c.Go("a/1"))
    console, _ = opened(qtbot, Session(show("black"), clock, by="desk"), clock)
    going_on = Session(before.snapshot().rundown, clock, by="desk", history=History.of(before.events))
    console.show_instead(going_on)
    qtbot.wait(200)
    assert ears.listen() == 0
    assert console.ask(c.Rearm("a/1"), None) is None
    clock.jump_by(instant("10:30:02") - instant("10:30:00"))
    assert console.ask(c.Go("a/1"), None) is None
    qtbot.waitUntil(lambda: ears.listen() == 1, timeout=SOON)


# ---- OBS


@pytest.fixture
def fake_obs() -> Iterator[FakeObs]:
    made = FakeObs()
    yield made
    made.stop()


def with_obs(qtbot: QtBot, obs: FakeObs, of: Rundown) -> tuple[Console, Outside, SimulatedClock]:
    clock = SimulatedClock(ShowInstant(instant("10:29:00")), 1.0)
    session = Session(of, clock, by="desk")
    console, outside = opened(qtbot, session, clock, ObsSettings("127.0.0.1", obs.port))
    qtbot.waitUntil(lambda: outside.obs is not None and outside.obs.state.scene is not None, timeout=SOON)
    return console, outside, clock


def looked_at(obs: FakeObs) -> list[str]:
    """The media sources that OBS was asked about."""
    return [data["inputName"] for kind, data in obs.asked if kind == "GetMediaInputStatus"]


def test_a_video_of_obs_counts_once_it_was_restarted_and_until_the_next_take(
    qtbot: QtBot, fake_obs: FakeObs
) -> None:
    console, outside, clock = with_obs(qtbot, fake_obs, show("obs restart: Video 1"))
    assert console.ask(c.Start(), None) is None
    qtbot.wait(700)
    assert looked_at(fake_obs) == []
    assert console.ask(c.Go("a/1"), None) is None
    qtbot.waitUntil(lambda: "Video 1" in looked_at(fake_obs), timeout=SOON)
    clock.jump_by(instant("10:30:02") - instant("10:30:00"))
    assert console.ask(c.Advance(), None) is None
    qtbot.wait(200)
    fake_obs.asked.clear()
    qtbot.wait(700)
    assert looked_at(fake_obs) == []
    console.close_displays()
    outside.leave()


def test_an_obs_that_is_opened_after_the_show_is_left_alone(qtbot: QtBot, fake_obs: FakeObs) -> None:
    console, outside, _ = with_obs(qtbot, fake_obs, show("obs start recording"))
    fake_obs.recording = {"outputActive": True}
    for command in (c.Start(), c.Go("a/1"), c.End()):
        assert console.ask(command, None) is None
    qtbot.waitUntil(lambda: "StartRecord" in fake_obs.kinds(), timeout=SOON)
    fake_obs.recording = {"outputActive": False}
    fake_obs.asked.clear()
    fake_obs.hang_up()
    assert outside.obs is not None
    qtbot.waitUntil(lambda: outside.obs.state.phase is Phase.LOST, timeout=SOON)  # type: ignore[union-attr]
    console.desk.obs_wished.emit()  # somebody says that it is there again
    qtbot.waitUntil(lambda: outside.obs.state.scene is not None, timeout=SOON)  # type: ignore[union-attr]
    qtbot.wait(300)
    assert "StartRecord" not in fake_obs.kinds()
    outside.leave()


def test_obs_is_tried_at_once_when_a_person_says_so(qtbot: QtBot, fake_obs: FakeObs) -> None:
    console, outside, _ = with_obs(qtbot, fake_obs, show("obs scene: Speaker"))
    assert outside.obs is not None
    fake_obs.hang_up(4011)  # somebody there ended the connection: it is not tried again by itself
    qtbot.waitUntil(lambda: outside.obs.state.phase is Phase.BARRED, timeout=SOON)  # type: ignore[union-attr]
    assert [item.verdict for item in outside.items()] == [Verdict.BAD]
    console.desk.obs_wished.emit()
    qtbot.waitUntil(lambda: outside.obs.state.scene is not None, timeout=SOON)  # type: ignore[union-attr]
    assert outside.items() == (good("OBS", "connected, scene “Holding”"),)
    outside.leave()


def test_the_check_says_that_obs_is_wanted_and_not_set_up_and_nothing_where_nobody_wants_it() -> None:
    (item,) = obs_items(show("obs scene: Speaker"), None)
    assert (item.verdict, item.words) == (Verdict.BAD, "not set up")
    assert item.what_to_do.startswith("1 cue wants it: give its host in the settings, or set SSC_")
    assert obs_items(show("black"), None) == ()


# ---- another OBS is chosen


def lamp(console: Console) -> str:
    trouble = console.desk.contents.header.trouble
    return "" if trouble is None else f"{trouble.words}: {trouble.more}"


def is_at(outside: Outside, obs: FakeObs) -> bool:
    """Whether that one is in use, and connected."""
    used = outside.obs
    return used is not None and used.state.scene is not None and used.state.place.endswith(f":{obs.port}")


def test_an_obs_that_is_chosen_before_the_show_is_used_at_once_and_the_other_is_left(
    qtbot: QtBot, fake_obs: FakeObs
) -> None:
    other = FakeObs()
    _, outside, _ = with_obs(qtbot, fake_obs, show("obs scene: Speaker"))
    outside.choose_obs(Settings(obs_host="127.0.0.1", obs_port=other.port))
    qtbot.waitUntil(lambda: is_at(outside, other), timeout=SOON)
    fake_obs.asked.clear()
    outside.choose_obs(Settings(obs_host="127.0.0.1", obs_port=other.port))  # the same once more
    assert is_at(outside, other)
    assert other.identified == 1
    assert outside.items() == (good("OBS", "connected, scene “Holding”"),)
    outside.leave()
    other.stop()


def test_an_obs_that_is_not_wanted_any_more_is_left_and_cues_say_so(qtbot: QtBot, fake_obs: FakeObs) -> None:
    console, outside, _ = with_obs(qtbot, fake_obs, show("obs scene: Speaker"))
    outside.choose_obs(Settings())
    assert outside.obs is None
    for command in (c.Start(), c.Go("a/1")):
        assert console.ask(command, None) is None
    session = console.session
    qtbot.waitUntil(lambda: session.snapshot().cue("a/1").failed is not None, timeout=SOON)
    assert "OBS is not used" in str(session.snapshot().cue("a/1").failed)
    outside.leave()


def test_what_an_obs_that_is_left_had_not_answered_fails_and_is_told(qtbot: QtBot, fake_obs: FakeObs) -> None:
    console, outside, _ = with_obs(qtbot, fake_obs, show("obs scene: Speaker"))
    fake_obs.keeps = True
    for command in (c.Start(), c.Go("a/1")):
        assert console.ask(command, None) is None
    outside.choose_obs(Settings())
    session = console.session
    qtbot.waitUntil(lambda: session.snapshot().cue("a/1").failed is not None, timeout=SOON)
    assert "another one is used from now on" in str(session.snapshot().cue("a/1").failed)
    outside.leave()


def test_on_air_a_slip_in_the_name_takes_no_obs_away_and_the_right_one_is_used_once_it_is_there(
    qtbot: QtBot, fake_obs: FakeObs
) -> None:
    other = FakeObs()
    console, outside, _ = with_obs(qtbot, fake_obs, show("obs restart: Video 1"))
    for command in (c.Start(), c.Go("a/1")):
        assert console.ask(command, None) is None
    qtbot.waitUntil(lambda: "Video 1" in looked_at(fake_obs), timeout=SOON)
    outside.choose_obs(Settings(obs_host="127.0.0.1", obs_port=9))
    qtbot.waitUntil(lambda: "127.0.0.1:9:" in lamp(console), timeout=SOON)
    assert f"Until it is there, OBS at 127.0.0.1:{fake_obs.port} is used as before." in lamp(console)
    assert is_at(outside, fake_obs)
    outside.choose_obs(Settings(obs_host="127.0.0.1", obs_port=other.port))
    qtbot.waitUntil(lambda: is_at(outside, other), timeout=SOON)
    assert "127.0.0.1:9:" not in lamp(console)
    qtbot.waitUntil(lambda: "Video 1" in looked_at(other), timeout=SOON)  # the countdown follows that one now
    assert "TriggerMediaInputAction" not in other.kinds()  # and a video is not played again
    outside.leave()
    other.stop()


def test_on_air_the_first_name_again_is_as_if_nothing_had_been_chosen(
    qtbot: QtBot, fake_obs: FakeObs
) -> None:
    console, outside, _ = with_obs(qtbot, fake_obs, show("obs scene: Speaker"))
    assert console.ask(c.Start(), None) is None
    outside.choose_obs(Settings(obs_host="127.0.0.1", obs_port=9))
    qtbot.waitUntil(lambda: "127.0.0.1:9:" in lamp(console), timeout=SOON)
    outside.choose_obs(Settings(obs_host="127.0.0.1", obs_port=fake_obs.port))
    assert lamp(console) == ""
    assert is_at(outside, fake_obs)
    assert fake_obs.identified == 1
    outside.leave()


def test_on_air_another_password_breaks_no_connection_off_and_counts_for_the_next(qtbot: QtBot) -> None:
    obs = FakeObs(password="old")
    clock = SimulatedClock(ShowInstant(instant("10:29:00")), 1.0)
    session = Session(show("obs scene: Speaker"), clock, by="desk")
    console, outside = opened(qtbot, session, clock, ObsSettings("127.0.0.1", obs.port, "old"))
    qtbot.waitUntil(lambda: is_at(outside, obs), timeout=SOON)
    assert console.ask(c.Start(), None) is None
    outside.choose_obs(Settings(obs_host="127.0.0.1", obs_port=obs.port, obs_password="new"))
    assert is_at(outside, obs)
    obs.password = "new"
    obs.hang_up()
    qtbot.waitUntil(lambda: outside.obs is not None and outside.obs.state.phase is Phase.LOST, timeout=SOON)
    outside.try_obs_again()
    qtbot.waitUntil(lambda: is_at(outside, obs), timeout=SOON)
    assert obs.identified == 2
    outside.leave()
    obs.stop()


def test_an_obs_that_is_lost_while_another_is_waited_for_is_not_waited_for_any_more(
    qtbot: QtBot, fake_obs: FakeObs
) -> None:
    console, outside, _ = with_obs(qtbot, fake_obs, show("obs scene: Speaker"))
    assert console.ask(c.Start(), None) is None
    outside.choose_obs(Settings(obs_host="127.0.0.1", obs_port=9))
    fake_obs.hang_up()
    qtbot.waitUntil(lambda: "127.0.0.1:9:" in lamp(console), timeout=SOON)
    qtbot.waitUntil(lambda: "is used as before" not in lamp(console), timeout=SOON)
    assert outside.obs is not None
    assert outside.obs.state.place == "127.0.0.1:9"
    outside.leave()


def test_an_obs_that_is_saved_in_the_file_of_settings_is_used_at_once(
    qtbot: QtBot, fake_obs: FakeObs, tmp_path: Path
) -> None:
    kept = Kept(tmp_path / "settings.toml", Forgetful())
    clock = SimulatedClock(ShowInstant(instant("10:29:00")), 1.0)
    session = Session(show("obs scene: Speaker"), clock, by="desk")
    console, outside = opened(qtbot, session, clock)
    choices = Choices(console, kept)
    assert outside.obs is None
    kept.path.write_text(f'[obs]\nhost = "127.0.0.1"\nport = {fake_obs.port}\n')
    choices.watch.look()
    qtbot.waitUntil(lambda: is_at(outside, fake_obs), timeout=SOON)
    choices._stop()
    outside.leave()
