"""The sheet of the programme: all that the audience sees at an instant, as texts and files.

It is made on the desk's side from a snapshot, sent to the process that has the programme's window, and
painted there and in the desk's preview. The cover of a publication is on it only once it may be seen.
"""

import os
from datetime import timedelta

from ssc_console import timecode
from ssc_console.show.figures import Status
from ssc_console.show.instants import ZERO
from ssc_console.show.programme import (
    LaunchFigures,
    Motion,
    ProgrammeFigures,
    Scene,
    VideoFigures,
    hidden_covers,
)
from ssc_console.show.rundown import Person
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import field, value

BACK_SOON = "We will be right back"
ABOUT_TO_START = "We are about to start"
THANKS = "Thank you for being with us"


@value
class Name:
    """One line of the lower third: who it is, and what this person is."""

    name: str
    under: str


@value(kw_only=True)
class VideoSheet:
    """The video on air; see `VideoFigures`. The file's path is whole."""

    file: str
    airing: int
    roll: int
    motion: Motion
    at: timedelta = field(compare=False)


@value(kw_only=True)
class LaunchSheet:
    """A launch.

    Attributes:
        title: Empty while the cover is still hidden, as are `subtitle`, `by`, `cover` and `link`.
        cover: The file's whole path, if there is one.
        link: Only once it is to be shown.
        count: What is counted: 5 … 1.
        revealed: The cover is shown.
    """

    series: str = ""
    title: str = ""
    subtitle: str = ""
    by: str = ""
    cover: str | None = None
    link: str | None = None
    count: int | None = None
    revealed: bool = False


@value(kw_only=True)
class Sheet:
    """All that the programme shows.

    Attributes:
        title: Of the event.
        countdown: To the start, where that is shown.
        note: Below the title.
        coming: The next video's file, to be made ready unseen.
        mode: A small word where it is not live.
    """

    scene: Scene
    title: str
    countdown: str = ""
    note: str = ""
    names: tuple[Name, ...] = ()
    video: VideoSheet | None = None
    coming: str | None = None
    launch: LaunchSheet | None = None
    picture: str | None = None
    mode: str = ""

    @property
    def stills(self) -> tuple[str, ...]:
        """The files of the pictures on it."""
        cover = None if self.launch is None else self.launch.cover
        return tuple(dict.fromkeys(file for file in (self.picture, cover) if file is not None))


def sheet_of(snapshot: Snapshot, folder: str, mode: str) -> Sheet:
    """What the programme shows.

    Args:
        folder: What the agenda's files are relative to.
        mode: A small word; empty where it is live.
    """
    figures = snapshot.programme
    countdown, note = _words(snapshot, figures)
    return Sheet(
        scene=figures.scene,
        title=snapshot.rundown.event.title,
        countdown=countdown,
        note=note,
        names=tuple(_name(person) for person in figures.lower_third),
        video=None if figures.video is None else _video(figures.video, folder),
        coming=_whole(folder, figures.coming),
        launch=None if figures.launch is None else _launch(figures.launch, folder),
        picture=_picture(snapshot, figures, folder),
        mode=mode,
    )


def _whole(folder: str, file: str | None) -> str | None:
    return None if file is None else os.path.abspath(os.path.join(folder, file))


def _picture(snapshot: Snapshot, figures: ProgrammeFigures, folder: str) -> str | None:
    """The picture's file; none where it leads to a cover that nobody is to see yet, by whatever name."""
    file = _whole(folder, figures.picture)
    if file is None:
        return None
    hidden = (os.path.realpath(os.path.join(folder, cover)) for cover in hidden_covers(snapshot.state))
    return None if os.path.realpath(file) in hidden else file


def _words(snapshot: Snapshot, figures: ProgrammeFigures) -> tuple[str, str]:
    """The countdown, and what stands below the title."""
    if figures.scene is Scene.CLOSING:
        return "", THANKS
    if figures.scene is not Scene.HOLDING:
        return "", ""
    if snapshot.status is not Status.BEFORE:
        return "", BACK_SOON if snapshot.status is not Status.ENDED else THANKS
    if snapshot.to_start <= ZERO:
        return "", ABOUT_TO_START
    event = snapshot.rundown.event
    at = timecode.hour_minute(snapshot.postponed_to or event.start, event.timezone)
    return timecode.countdown(snapshot.to_start), f"Starts at {at} · {timecode.place(event.timezone)}"


def _name(person: Person) -> Name:
    parts = [part for part in (person.title, person.organisation) if part]
    if len(parts) == 2 and parts[1] in parts[0]:
        parts.pop()  # the office names the organisation already
    return Name(person.name, " · ".join(parts))


def _video(figures: VideoFigures, folder: str) -> VideoSheet:
    return VideoSheet(
        file=_whole(folder, figures.file) or "",
        airing=figures.airing,
        roll=figures.roll,
        motion=figures.motion,
        at=figures.at,
    )


def _launch(figures: LaunchFigures, folder: str) -> LaunchSheet:
    publication = figures.publication
    if not figures.cover_shown:
        return LaunchSheet(series=publication.series or "", count=figures.count)
    title, _, subtitle = publication.title.partition(": ")
    return LaunchSheet(
        series=publication.series or "",
        title=title,
        subtitle=subtitle,
        by=_by(publication.organisations),
        cover=_whole(folder, publication.cover),
        link=publication.link if figures.link_shown else None,
        count=figures.count,
        revealed=True,
    )


def _by(organisations: tuple[str, ...]) -> str:
    if not organisations:
        return ""
    *others, last = organisations
    return f"Launched today by {', '.join(others)} and {last}" if others else f"Launched today by {last}"
