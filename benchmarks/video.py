"""Video: from go to the first picture on the programme, the desk's digits meanwhile, and memory after rolls.

A film of 1920×1080 at 25 pictures a second is made with ffmpeg; without it the slate that ships is played.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import shared

ROLLS, SECONDS = 50, 60
FIRST, FRAME = 100, 16.7
LEAST_ROLLS = 5


def film(folder: Path) -> str:
    """The file that is played."""
    made = folder / "film.mp4"
    if shutil.which("ffmpeg") is None:
        return str(shared.ROOT / "resources/media/sg-message.mp4")
    source = ("-f", "lavfi", "-i", "testsrc2=size=1920x1080:rate=25", "-t", "180")
    code = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "50")
    subprocess.run(["ffmpeg", "-v", "error", "-y", *source, *code, str(made)], check=True)
    return str(made)


def with_film(file: str, **given: Any) -> Any:
    """The agenda that ships, with that film as its first video."""
    from ssc_console.show.value import replace

    agenda = shared.loaded()
    assert agenda.rundown is not None
    segments = tuple(
        replace(each, media=file, intro=each.intro * 0, **given) if each.id == "sg-video" else each
        for each in agenda.rundown.segments
    )
    return replace(agenda, rundown=replace(agenda.rundown, segments=segments))


class Stage:
    """A live console with its programme open, and what the programme has told."""

    def __init__(self, file: str, **given: Any) -> None:
        from PySide6.QtCore import QSettings

        from ssc_console.clock import RealClock
        from ssc_console.console.on_programme import OnProgramme

        self.application, self.console = shared.console(with_film(file, **given), RealClock(), live=True)
        settings = QSettings(tempfile.mktemp(suffix=".ini"), QSettings.Format.IniFormat)
        self.programme = OnProgramme(self.console, "/", "", settings)
        self.played: list[Any] = []
        self.programme.link.playing.connect(self.played.append)
        self.programme.toggle()

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the event loop run until then."""
        while not until():
            shared.spin(self.application, 0.005)

    def give(self, command: Any) -> None:
        """Give a command that has to be obeyed."""
        refused = self.console.ask(command, None)
        assert refused is None, refused

    def media(self) -> Any:
        """What the show knows of its video."""
        airing = self.console.session.snapshot().state.airing  # type: ignore[attr-defined]
        return None if airing is None or airing.media is None else airing.media.observation


def go(file: str, rolls: int) -> None:
    """Take the video, let it stand at its first frame, roll it; and again."""
    from ssc_console.clock import elapsed_milliseconds
    from ssc_console.show.commands import Do, Start, Take
    from ssc_console.show.media import MediaState

    stage = Stage(file, roll_by_hand=True)
    stage.give(Start())
    late, resident = [], []
    for number in range(1, rolls + 1):
        stage.give(Take("sg-video"))
        stage.wait(lambda: stage.media() is not None and stage.media().state is MediaState.PAUSED)
        shared.spin(stage.application, 0.2)
        stage.played.clear()
        pressed = elapsed_milliseconds()
        stage.give(Do("roll video"))
        stage.wait(lambda: bool(stage.played))
        late.append(stage.played[0].at - pressed)
        shared.spin(stage.application, 0.5)
        if number in (LEAST_ROLLS, rolls):
            process = stage.programme.link._process
            assert process is not None
            resident.append(_resident(process.processId()))
    stage.programme.leave()
    shared.report([late, resident])


def _resident(pid: int) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise OSError("this system does not say how much memory is resident")


def flips(file: str, seconds: int) -> None:
    """While the film plays, note how late each digit of the countdown flips."""
    import time

    from ssc_console.look.digits import Digits
    from ssc_console.show.commands import Start, Take
    from ssc_console.show.media import MediaState

    late: list[float] = []
    paint, shown = Digits.paintEvent, [""]
    counted: list[Any] = []

    def painted(self: Any, event: Any) -> None:
        paint(self, event)
        if self in counted and self.text != shown[0]:
            shown[0] = self.text
            minutes, rest = self.text.split(":")
            on_air = stage.console.session.snapshot().on_air
            assert on_air is not None
            # It rounds up: it reads 2:59 from the instant at which exactly 2:59 is left.
            late.append((int(minutes) * 60 + int(rest) - on_air.remaining.total_seconds()) * 1000)

    Digits.paintEvent = painted  # type: ignore[method-assign]  # before the first paint: Qt remembers it
    stage = Stage(file)
    stage.give(Start())
    stage.wait(lambda: bool(stage.programme.link.ready))
    stage.give(Take("sg-video"))
    stage.wait(lambda: stage.media() is not None and stage.media().state is MediaState.PLAYING)
    shared.spin(stage.application, 2)
    digits = stage.console.desk.contents.live.centre.on_air.digits
    shown[0] = digits.text
    counted.append(digits)
    before = time.process_time()
    shared.spin(stage.application, seconds)
    used = time.process_time() - before
    stage.programme.leave()
    shared.report([late, used])


def main() -> None:
    """All three."""
    given = shared.options(__doc__, rolls=ROLLS, seconds=SECONDS, file="")
    if given.part:
        return go(given.file, given.rolls) if given.part == "go" else flips(given.file, given.seconds)
    with tempfile.TemporaryDirectory() as folder:
        file = film(Path(folder))
        late, resident = shared.measured("go", given.screen, "--rolls", str(given.rolls), "--file", file)
        flipped, used = shared.measured(
            "flips", given.screen, "--seconds", str(given.seconds), "--file", file
        )
    first = shared.part_of(late, 0.99)
    most = shared.part_of(flipped, 0.99)
    grown = resident[-1] / resident[0]
    shared.table(
        ("what", "median", "99 %", "most", "bound"),
        (
            f"go to first picture, {len(late)} rolls",
            f"{shared.median(late):.0f} ms",
            f"{first:.0f} ms",
            f"{max(late):.0f} ms",
            f"{FIRST} ms: {shared.verdict(first <= FIRST)}",
        ),
        (
            f"digits while it plays, {len(flipped)} flips",
            f"{shared.median(flipped):.1f} ms",
            f"{most:.1f} ms",
            f"{max(flipped):.1f} ms",
            f"{FRAME} ms: {shared.verdict(most <= FRAME)}",
        ),
        (
            f"memory after {LEAST_ROLLS} and {given.rolls} rolls",
            f"{resident[0] / 1024:.0f} MB",
            f"{resident[-1] / 1024:.0f} MB",
            f"× {grown:.2f}",
            f"the same: {shared.verdict(grown <= 1.1)}",
        ),
    )
    print(f"The desk used {100 * used / given.seconds:.1f} % of a processor while the film played.")
    return None


if __name__ == "__main__":
    main()
