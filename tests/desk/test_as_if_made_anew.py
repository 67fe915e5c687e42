"""A desk keeps what it has worked out; whatever it showed before, it looks as one that is made anew."""

from collections.abc import Iterator

from hypothesis import given, settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from ssc_console.desk.cue_order import ACKNOWLEDGED
from ssc_console.desk.desk import Desk
from ssc_console.show.commands import Start
from ssc_console.show.instants import SECOND
from ssc_console.show.rundown import Rundown, Segment
from ssc_console.show.snapshot import Snapshot
from tests.desk import evening
from tests.show.shows import Act, Run, acts, rundowns
from tests.staged import Stage, an_hour, at, minutes


class Shown:
    """A desk, and the clock of whoever sits before it."""

    def __init__(self) -> None:
        self.now = 1_000_000
        self.desk = Desk(lambda *_: None, evening.given(elapsed=lambda: self.now))
        self.desk.resize(1280, 720)
        self.desk.show()

    def look(self, show: Snapshot) -> "Shown":
        """The desk is shown this, long after what was shown last was acknowledged."""
        self.now += 2 * ACKNOWLEDGED
        if self.desk.contents.cues is not None:
            self.desk.contents.cues._fade()
        self.desk.present(show)
        QApplication.processEvents()
        return self

    def parts(self) -> Iterator[QWidget]:
        """All but the script, which keeps what is being read, and the strip, where a pixel may lag."""
        contents = self.desk.contents
        yield from (contents.header, contents.bottom)
        page = contents._page
        if page is contents._live:
            centre = contents.live.centre
            yield from (contents.live.rundown.viewport(), centre.on_air, centre.next_up)
            yield contents.live.cues.viewport()
        elif page is contents._before:
            yield contents.before

    def pictures(self) -> list[tuple[str, QImage]]:
        for _ in range(3):
            QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return [(type(part).__name__, part.grab().toImage()) for part in self.parts()]

    def close(self) -> None:
        self.desk.hide()
        self.desk.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@settings(max_examples=25)
@given(rundowns(), acts(most=8, saves=False), acts(most=5, saves=False))
def test_after_a_run_and_the_next_it_looks_as_one_made_anew(
    qapp: QApplication, of: Rundown, first: list[Act], second: list[Act]
):
    desk = Shown()
    for done in (first, second):
        run = Run(of)
        desk.look(run.show)
        for act in done:
            desk.look(run.perform(act).show)
        desk.look(run.later(SECOND).show).look(run.show)
        anew = Shown().look(run.show).look(run.show)
        here, there = desk.pictures(), anew.pictures()
        anew.close()
        assert [name for name, _ in here] == [name for name, _ in there]
        assert [name for (name, one), (_, other) in zip(here, there, strict=True) if one != other] == []
    desk.close()


def test_what_is_next_and_ends_at_a_time_of_day_has_less_the_later_it_comes(qapp: QApplication):
    talk = Segment(id="talk", title="Talk", duration=minutes("1:00"))
    questions = Segment(id="questions", title="Questions", until=at("5:00"))
    stage = Stage(an_hour(talk, questions)).at("0:00").do(Start())
    desk = Shown()
    said = []
    for time in ("0:30", "1:01", "1:30", "1:31"):
        desk.look(stage.at(time).seen)
        said.append(desk.desk.contents.live.centre.next_up._shown[-1])
    desk.close()
    assert said == ["4:00", "3:59", "3:30", "3:29"]
