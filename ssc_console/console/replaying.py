"""A replay: the events of a run, and a clock that can be put anywhere among them."""

from datetime import timedelta

from ssc_console.clock import RecordedClock
from ssc_console.console.console import Console
from ssc_console.console.ticker import Knobs
from ssc_console.desk.bar import Offer
from ssc_console.following import Following
from ssc_console.journal.run import KeptRun
from ssc_console.show.history import History
from ssc_console.show.instants import ShowInstant

LEAD_IN = timedelta(seconds=10)
"""So long before the first thing that a person did the replay begins."""


class Replaying:
    """What a replay is made of.

    Attributes:
        show: What is shown. `clock`: where it stands in the run. `knobs`: how a person steers it.
    """

    def __init__(self, run: KeptRun, speed: float) -> None:
        opened, last = run.events[0].at, run.events[-1].at
        done = next((event.at for event in run.events[1:] if event.by != "clock"), last)
        self.clock = RecordedClock(opened, last, speed)
        self.clock.jump_to(ShowInstant(max(opened, done - LEAD_IN)))
        self.knobs = Knobs(self.clock)
        self.show = Following(
            History.of(run.events),
            self.clock,
            f"This is a replay of {run.name}: nothing of it can be changed.",
        )

    def steer(self, console: Console) -> None:
        """Let the large button pause the replay, or let it run again."""

        def turn() -> None:
            if self.knobs.paused:
                self.knobs.go_on()
            else:
                self.knobs.pause()

        console.desk.accepted.connect(turn)
        console.desk.offer(Offer("", "Pause or play", "the replay"))
