"""The programme in its own process, with real files: what it plays is what the show counts by."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ssc_console.clock import RealClock
from ssc_console.console import programme
from ssc_console.console.programme import BREAKS_AGAIN, CANT_BE_STARTED, STANDS_STILL, ProgrammeLink
from ssc_console.console.pulse import Silence
from ssc_console.console.ticker import Ticker
from ssc_console.programme import messages as m
from ssc_console.programme.sheet import Sheet, VideoSheet
from ssc_console.session import Session
from ssc_console.show import commands as c
from ssc_console.show.events import MediaObserved, SegmentTaken
from ssc_console.show.figures import CountsTo, Status
from ssc_console.show.instants import ZERO
from ssc_console.show.media import MediaState, Observation
from ssc_console.show.programme import Motion, Scene
from ssc_console.show.rundown import Rundown
from tests.show.playbook import rundown, segment, span

ROOT = Path(__file__).resolve().parents[2]
MEDIA = str(ROOT / "tests" / "media")
SOON = 30_000
"""Milliseconds within which anything has happened, however busy the machine."""


class OnStage(QObject):
    """A show with a programme, driven by hand."""

    def __init__(self, of: Rundown) -> None:
        super().__init__()
        clock = RealClock()
        self.session = Session(of, clock, by="test")
        self.ticker = Ticker(self.session, clock, self)
        self.link = ProgrammeLink(self._report, MEDIA, "", lambda: 1.0, self)
        self.played: list[m.Playing] = []
        self.peeks: list[m.Peek] = []
        self.link.playing.connect(self.played.append)
        self.link.peeked.connect(self.peeks.append)
        self.session.surfaces_are(self.link.present)
        self.ticker.look()

    def _report(self, report: c.Report) -> None:
        self.session.report(report, by="player")
        self.ticker.wait()

    def do(self, command: c.Command) -> None:
        assert self.session.ask(command) is None
        self.ticker.wait()

    @property
    def states(self) -> list[MediaState]:
        """What the player reported."""
        facts = (event.fact for event in self.session.events)
        return [fact.observation.state for fact in facts if isinstance(fact, MediaObserved)]

    @property
    def latest(self) -> Observation:
        """What the player reported last."""
        facts = (event.fact for event in reversed(self.session.events))
        return next(fact.observation for fact in facts if isinstance(fact, MediaObserved))

    @property
    def pid(self) -> int:
        """Of the process of the programme; 0: there is none."""
        process = self.link._process
        return 0 if process is None else process.processId()


def video_then_talk(**given: object) -> Rundown:
    given = {"kind": "video", "media": "whole.mp4", **given}
    return rundown(segment("v", "0:02", **given), segment("b", "5:00"))


@pytest.fixture
def stage(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[OnStage]:
    made = OnStage(getattr(request, "param", None) or video_then_talk())
    made.link.open()
    yield made
    made.link.close(wait=True)


LONG = "../../resources/media/sg-message.mp4"
"""Three minutes."""


def plays(qtbot: QtBot, stage: OnStage, since: int = 0) -> None:
    """Wait until the player has reported, after so many reports, that it plays."""
    qtbot.waitUntil(lambda: stage.states[since:][-1:] == [MediaState.PLAYING], timeout=SOON)


def ready(qtbot: QtBot, stage: OnStage) -> None:
    qtbot.waitUntil(lambda: bool(stage.link.ready), timeout=SOON)


def roll(qtbot: QtBot, stage: OnStage) -> None:
    """Start the show with its video, and wait until that plays."""
    ready(qtbot, stage)
    stage.do(c.Start())
    plays(qtbot, stage)


def stand_still(stage: OnStage) -> int:
    """Let the programme's process do nothing any more; its number."""
    os.kill(stage.pid, signal.SIGSTOP)
    return stage.pid


with_a_long_video = pytest.mark.parametrize("stage", [video_then_talk(media=LONG)], indirect=True)
where_a_process_can_be_stopped = pytest.mark.skipif(
    not hasattr(signal, "SIGSTOP"), reason="nothing stops a process from outside there"
)


@pytest.mark.parametrize("stage", [video_then_talk(auto_advance=True)], indirect=True)
def test_a_video_rolls_at_its_take_is_counted_by_and_takes_the_next_at_its_end(
    qtbot: QtBot, stage: OnStage
) -> None:
    ready(qtbot, stage)
    qtbot.waitUntil(lambda: bool(stage.peeks), timeout=SOON)
    assert [(peek.on_air, Path(peek.file).name) for peek in stage.peeks] == [(False, "whole.mp4")]
    stage.do(c.Start())
    qtbot.waitUntil(lambda: bool(stage.played), timeout=SOON)
    on_air = stage.session.snapshot().on_air
    assert on_air is not None
    assert on_air.counts_to is CountsTo.MEDIA
    qtbot.waitUntil(lambda: stage.session.snapshot().state.airing.segment == "b", timeout=SOON)  # type: ignore[union-attr]
    assert stage.states[-1] is MediaState.ENDED
    taken = [event.by for event in stage.session.events if isinstance(event.fact, SegmentTaken)]
    assert taken == ["test", "clock"]


@pytest.mark.parametrize("stage", [video_then_talk(roll_by_hand=True)], indirect=True)
def test_a_video_that_rolls_by_hand_waits_at_its_first_frame(qtbot: QtBot, stage: OnStage) -> None:
    ready(qtbot, stage)
    stage.do(c.Start())
    qtbot.waitUntil(lambda: stage.states == [MediaState.PAUSED], timeout=SOON)
    stage.do(c.Do("roll video"))
    qtbot.waitUntil(lambda: MediaState.PLAYING in stage.states, timeout=SOON)


def test_a_window_that_is_opened_late_shows_the_right_thing_at_once(qtbot: QtBot) -> None:
    late = OnStage(video_then_talk())
    late.do(c.Start())
    late.do(c.Hold())
    assert late.states == []
    late.link.open()
    qtbot.waitUntil(lambda: late.states == [MediaState.PAUSED], timeout=SOON)
    assert late.link.sheet is not None
    assert late.link.sheet.scene is Scene.VIDEO
    late.link.close(wait=True)


@with_a_long_video
def test_an_undo_of_a_wrong_advance_lets_the_video_go_on_where_it_would_be(
    qtbot: QtBot, stage: OnStage
) -> None:
    roll(qtbot, stage)
    qtbot.wait(1_500)
    stage.do(c.Advance())
    seen = len(stage.states)
    stage.do(c.Undo())
    plays(qtbot, stage, seen)
    assert stage.latest.position is not None
    assert stage.latest.position > span("0:01")
    stage.do(c.Undo())  # the start, too: nothing is on air
    stage.do(c.Start())
    assert stage.session.snapshot().programme.video.at == ZERO  # type: ignore[union-attr]


@with_a_long_video
def test_a_video_that_is_taken_again_or_restarted_begins_at_its_beginning(
    qtbot: QtBot, stage: OnStage
) -> None:
    roll(qtbot, stage)
    for again in (c.Take("v"), c.Do("restart video")):
        qtbot.wait(1_200)
        seen = len(stage.states)
        stage.do(again)
        plays(qtbot, stage, seen)
        assert stage.latest.position is not None
        assert stage.latest.position < span("0:01")


def test_a_process_that_breaks_is_started_again_and_the_show_has_not_noticed(
    qtbot: QtBot, stage: OnStage
) -> None:
    ready(qtbot, stage)
    before = stage.pid
    os.kill(before, signal.SIGKILL)
    qtbot.waitUntil(lambda: stage.pid not in (0, before) and bool(stage.link.ready), timeout=SOON)
    assert (stage.link.is_open, stage.link.trouble) == (True, "")
    assert stage.session.snapshot().status is Status.BEFORE


def test_a_video_that_breaks_its_player_twice_is_lost_and_the_programme_goes_on_without_it(
    qtbot: QtBot, stage: OnStage
) -> None:
    ready(qtbot, stage)
    stage.do(c.Start())
    stage.do(c.Hold())
    qtbot.waitUntil(lambda: MediaState.PAUSED in stage.states, timeout=SOON)
    for _ in range(2):
        first = stage.pid
        os.kill(first, signal.SIGKILL)
        qtbot.waitUntil(lambda first=first: stage.pid not in (0, first), timeout=SOON)  # type: ignore[misc]
    assert stage.states[-1] is MediaState.LOST
    qtbot.waitUntil(lambda: stage.link.standing is not None, timeout=SOON)
    assert stage.link.is_open
    assert stage.link.sheet is not None
    assert stage.link.sheet.scene is Scene.HOLDING
    assert [Path(file).name for file in stage.link.failing] == ["whole.mp4"]


@pytest.mark.parametrize("stage", [rundown(segment("a"))], indirect=True)
def test_a_programme_that_breaks_again_and_again_is_said_to_and_never_given_up(
    qtbot: QtBot, stage: OnStage
) -> None:
    for _ in range(2):
        qtbot.waitUntil(lambda: stage.link.standing is not None, timeout=SOON)
        first = stage.pid
        os.kill(first, signal.SIGKILL)
        qtbot.waitUntil(lambda first=first: stage.pid != first, timeout=SOON)  # type: ignore[misc]
    assert (stage.link.trouble, stage.link.is_open) == (BREAKS_AGAIN, True)
    qtbot.waitUntil(lambda: stage.link.standing is not None, timeout=SOON)
    qtbot.waitUntil(lambda: stage.link.trouble == "", timeout=SOON)


@where_a_process_can_be_stopped
@with_a_long_video
def test_a_programme_that_stands_still_is_noticed_said_and_started_again_where_the_video_stood(
    qtbot: QtBot, stage: OnStage
) -> None:
    roll(qtbot, stage)
    first = stand_still(stage)
    qtbot.waitUntil(lambda: stage.states[-1] is MediaState.PAUSED, timeout=SOON)
    assert stage.link.trouble == STANDS_STILL
    stood = stage.latest.position
    qtbot.waitUntil(lambda: stage.pid not in (0, first), timeout=SOON)
    plays(qtbot, stage)
    assert stage.link.trouble == ""
    assert stood is not None
    assert stage.latest.position is not None
    assert abs(stage.latest.position - stood) < span("0:01")


@where_a_process_can_be_stopped
@with_a_long_video
def test_a_programme_that_stood_still_for_a_moment_is_left_alone_and_counted_by_again(
    qtbot: QtBot, stage: OnStage
) -> None:
    roll(qtbot, stage)
    first = stand_still(stage)
    qtbot.waitUntil(lambda: stage.link.trouble == STANDS_STILL, timeout=SOON)
    os.kill(first, signal.SIGCONT)
    plays(qtbot, stage)
    assert (stage.pid, stage.link.trouble) == (first, "")


@where_a_process_can_be_stopped
def test_a_desk_that_stands_still_does_not_hold_the_picture_up(qtbot: QtBot, tmp_path: Path) -> None:
    """The process tells its desk much: nobody reads it here, and it hears and does what it is told."""
    said = tmp_path / "said"
    os.mkfifo(said)
    keeps_open = os.open(said, os.O_RDWR)
    with said.open("wb") as nobody_reads:
        process = subprocess.Popen(
            [sys.executable, "-m", "ssc_console.playback"],
            stdin=subprocess.PIPE,
            stdout=nobody_reads,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
        )
    assert process.stdin is not None
    playing = VideoSheet(
        file=str(ROOT / "tests" / "media" / LONG), airing=1, roll=0, motion=Motion.ROLLING, at=ZERO
    )
    for message in (m.Stand("", "Test"), m.Show(Sheet(scene=Scene.VIDEO, title="Test", video=playing))):
        process.stdin.write(m.to_line(message))
        process.stdin.flush()
    os.set_blocking(keeps_open, False)
    qtbot.waitUntil(lambda: _is_full(keeps_open), timeout=SOON)
    qtbot.wait(1_000)  # it has more to tell meanwhile
    process.stdin.write(m.to_line(m.Leave()))
    process.stdin.flush()
    assert process.wait(timeout=SOON / 1000) == 0
    process.stdin.close()
    os.close(keeps_open)


def _is_full(pipe: int) -> bool:
    """Whether a pipe takes nothing any more."""
    return not select.select([], [pipe], [], 0)[1]


@pytest.mark.parametrize("stage", [video_then_talk(media="text.mp4")], indirect=True)
def test_a_file_that_does_not_play_is_named_before_it_is_on_air(qtbot: QtBot, stage: OnStage) -> None:
    qtbot.waitUntil(lambda: bool(stage.link.failing), timeout=SOON)
    assert [Path(file).name for file in stage.link.failing] == ["text.mp4"]
    stage.do(c.Start())
    qtbot.waitUntil(lambda: stage.states == [MediaState.LOST], timeout=SOON)
    assert stage.link.sheet is not None
    assert stage.link.sheet.scene is Scene.HOLDING
    assert stage.session.snapshot().on_air.remaining > span("0")  # type: ignore[union-attr]


def test_a_programme_that_cannot_be_started_is_said_to_and_tried_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    silence = Silence(starting=100, doubt=20)
    link = ProgrammeLink(lambda report: None, MEDIA, "", lambda: 1.0, silence=silence)
    monkeypatch.setattr(programme, "LATER", 500)
    with monkeypatch.context() as moved:
        moved.setattr(sys, "executable", str(tmp_path / "gone"))
        link.open()
        qtbot.waitUntil(lambda: link.trouble == CANT_BE_STARTED, timeout=SOON)
        qtbot.wait(300)  # nobody listens for signs of life that there can't be
        assert (link.trouble, link.is_open) == (CANT_BE_STARTED, True)
    link._pulse.silence = Silence()
    qtbot.waitUntil(lambda: link.trouble == "", timeout=SOON)
    assert link._process is not None
    link.close(wait=True)


def test_what_a_person_has_closed_is_in_no_trouble_any_more(qtbot: QtBot, stage: OnStage) -> None:
    ready(qtbot, stage)
    stage.link.trouble = STANDS_STILL
    stage.link.close()
    assert stage.link.trouble == ""


def test_what_is_closed_is_gone(qtbot: QtBot, stage: OnStage) -> None:
    ready(qtbot, stage)
    pid = stage.pid
    stage.link.close()
    assert (stage.link.is_open, stage.pid) == (False, 0)
    qtbot.waitUntil(lambda: not _is_there(pid), timeout=SOON)


def test_a_desk_that_ends_leaves_no_programme_behind(qtbot: QtBot, stage: OnStage) -> None:
    ready(qtbot, stage)
    pid = stage.pid
    stage.link.close(wait=True)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


A_DESK_THAT_BREAKS = """
import os, signal, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tests.console.test_programme import OnStage, video_then_talk
application = QApplication([])
stage = OnStage(video_then_talk())
def ready():
    if stage.link.ready:
        print(stage.pid, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
stage.link.changed.connect(ready)
stage.link.open()
application.exec()
"""


def _is_there(pid: int) -> bool:
    """Whether the process runs; one that has ended and was not fetched by anybody does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="asks the system for processes as Linux answers")
def test_the_picture_stays_when_the_desk_breaks_until_another_desk_relieves_it(
    qtbot: QtBot, stage: OnStage
) -> None:
    broken = subprocess.run(
        [sys.executable, "-c", A_DESK_THAT_BREAKS],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # not a pipe: the deserted process would keep it open
        text=True,
        cwd=ROOT,
        check=False,
    )
    deserted = int(broken.stdout)
    assert broken.returncode == -signal.SIGKILL
    assert _is_there(deserted)
    ready(qtbot, stage)
    stage.link.close()
    stage.link.open()
    qtbot.waitUntil(lambda: not _is_there(deserted), timeout=SOON)
    assert stage.pid
