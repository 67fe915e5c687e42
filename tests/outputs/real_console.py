"""A console with its desk and its cues against the real OBS Studio: script/test-obs runs it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ssc_console.clock import RealClock
from ssc_console.console.console import Console
from ssc_console.console.outside import Outside
from ssc_console.look import mode_look, theme
from ssc_console.outputs.obs.settings import ObsSettings
from ssc_console.outputs.obs.state import Phase
from ssc_console.preflight.item import Verdict
from ssc_console.reports.chapter_formats import run_chapters
from ssc_console.session import Session
from ssc_console.show import commands as c
from ssc_console.show.events import RecordingStarted
from ssc_console.show.figures import CountsTo, CueState
from ssc_console.show.media import MediaState
from ssc_console.show.rundown import Rundown
from tests.outputs.obs_studio import PASSWORD, ObsStudio
from tests.show.playbook import cue, rundown, segment

SOON = 40_000
"""Milliseconds: OBS itself takes seconds to be started."""


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObsStudio]:
    obs = ObsStudio(tmp_path_factory.mktemp("obs"))
    try:
        obs.start().furnish()
        obs.quit()
        obs.start()  # what was made is kept from now on
        yield obs
    finally:
        obs.close()


def hour() -> Rundown:
    """A talk that is recorded, a video that OBS plays, and a talk."""
    return rundown(
        segment(
            "a",
            cues=(
                cue("a/scene", "start", do=["obs scene: Speaker", "obs start recording"]),
                cue("a/slip", "start", do=["obs scene: Speakr"]),
            ),
        ),
        segment(
            "v",
            "0:06",
            kind="video",
            cues=(cue("v/roll", "start", do=["obs scene: Video", "obs restart: Video 1"]),),
        ),
        segment("b", cues=(cue("b/scene", "start", do=["obs scene: Holding"]),)),
    )


class Evening:
    """The console, and the OBS beside it."""

    def __init__(self, qtbot: QtBot, studio: ObsStudio, password: str = PASSWORD) -> None:
        self.qtbot, self.studio = qtbot, studio
        clock = RealClock()
        self.session = Session(hour(), clock, by="desk")
        self.console = Console(self.session, theme.load("dark"), clock, mode_look.LIVE)
        qtbot.addWidget(self.console.desk)
        self.console.open()
        self.outside = Outside(self.console, clock, ObsSettings("127.0.0.1", studio.port, password))

    def do(self, *commands: c.Command) -> None:
        for command in commands:
            assert self.console.ask(command, None) is None
            self.qtbot.wait(1_100)  # no press comes too soon after the last

    def until(self, so: object) -> None:
        self.qtbot.waitUntil(so, timeout=SOON)  # type: ignore[arg-type]

    @property
    def phase(self) -> Phase:
        assert self.outside.obs is not None
        return self.outside.obs.state.phase

    def scene(self) -> str:
        return str(self.studio.ask("GetCurrentProgramScene")["currentProgramSceneName"])


@pytest.fixture
def evening(qtbot: QtBot, studio: ObsStudio) -> Iterator[Evening]:
    made = Evening(qtbot, studio)
    made.until(lambda: made.phase is Phase.CONNECTED)
    yield made
    made.outside.leave()


def recordings(evening: Evening) -> int:
    return sum(isinstance(event.fact, RecordingStarted) for event in evening.session.events)


def test_an_hour_with_obs_killed_in_the_middle(evening: Evening, studio: ObsStudio) -> None:
    show = evening.session
    assert evening.outside.items()[0].verdict is Verdict.GOOD
    evening.do(c.Start(), c.Go("a/scene"))
    evening.until(lambda: evening.scene() == "Speaker" and recordings(evening) > 0)
    # A slip of the pen is answered with the nearest name, on the cue itself, which is due again.
    evening.do(c.Go("a/slip"))
    evening.until(lambda: show.snapshot().cue("a/slip").state is CueState.DUE)
    assert show.snapshot().cue("a/slip").failed == "OBS has no scene “Speakr”. Did you mean “Speaker”?"
    # OBS crashes, and the show goes on; it is tried again at once when somebody says so.
    studio.kill()
    evening.until(lambda: evening.phase is Phase.LOST)
    lamp = evening.console.desk.contents.header.lamp.shown
    assert lamp is not None
    before = recordings(evening)
    studio.start()
    evening.console.desk.obs_wished.emit()
    evening.until(lambda: evening.phase is Phase.CONNECTED and recordings(evening) > before)
    assert evening.scene() == "Speaker"
    # The countdown follows the video that OBS plays, through a hold as well.
    evening.do(c.Advance())
    assert show.snapshot().on_air.counts_to is CountsTo.DURATION  # type: ignore[union-attr]
    evening.do(c.Go("v/roll"))
    evening.until(lambda: show.snapshot().on_air.counts_to is CountsTo.MEDIA)  # type: ignore[union-attr]
    for command in (c.Hold(), c.Resume()):
        assert evening.console.ask(command, None) is None
        evening.qtbot.wait(300)
    evening.until(lambda: _media(evening) is MediaState.PLAYING)
    evening.until(lambda: _media(evening) is MediaState.ENDED)
    evening.do(c.Advance(), c.Go("b/scene"))
    evening.until(lambda: evening.scene() == "Holding")
    evening.do(c.End())
    # No --offset is needed: the second recording's chapters begin with what was on air then.
    told = run_chapters(show.history, "vtt", None).text
    print(f"\n{told}")  # noqa: T201 - to be looked at
    titles = [block.splitlines()[-1] for block in told.strip().split("\n\n") if "-->" in block]
    assert titles == ["A", "V", "B"]
    studio.ask("StopRecord")
    evening.qtbot.wait(1_000)
    # An OBS that is opened once more, after the show, is left alone.
    studio.kill()
    evening.until(lambda: evening.phase is Phase.LOST)
    studio.start()
    evening.console.desk.obs_wished.emit()
    evening.until(lambda: evening.phase is Phase.CONNECTED)
    evening.qtbot.wait(2_000)
    assert not studio.ask("GetRecordStatus")["outputActive"]


def _media(evening: Evening) -> MediaState | None:
    on_air = evening.session.snapshot().on_air
    return None if on_air is None or on_air.media is None else on_air.media.state


def test_a_wrong_password_lights_the_lamp_and_stands_in_the_check(qtbot: QtBot, studio: ObsStudio) -> None:
    evening = Evening(qtbot, studio, "open sesame")
    evening.until(lambda: evening.phase is Phase.REFUSED)
    item = evening.outside.items()[0]
    assert (item.verdict, item.words) == (Verdict.BAD, "refuses us")
    evening.outside.leave()
