"""What the desk and the process of the programme tell each other: values, one line of JSON each.

The desk tells how the programme is to be; the process tells what its player and its window really do.
"""

import json
from datetime import timedelta
from typing import get_args

from ssc_console.programme.sheet import Sheet
from ssc_console.records import record_of, type_name, value_of
from ssc_console.show.media import Observation
from ssc_console.show.value import value


@value
class Show:
    """Be like this.

    Attributes:
        rate: How fast the show's clock runs, in thousandths: 1000 is live, 0 is a clock that is paused.
        jumps: How often a simulated clock was moved on at once: at another number the video is sought.
        at_once: Nothing moves: the window was only just opened.
        is_on: The show is on: the window is closed by the desk alone.
    """

    sheet: Sheet
    rate: int = 1000
    jumps: int = 0
    at_once: bool = False
    is_on: bool = False


@value
class Stand:
    """Where the desk is: its monitor is never filled. `title` is the window's.

    Attributes:
        speaker_monitor: Where the speaker display is, if not on the desk's; else empty.
    """

    desk_monitor: str
    title: str
    speaker_monitor: str = ""


@value
class Leave:
    """Close the window, and end."""


@value
class TellAnew:
    """Tell once more what the video on air does: the desk has taken it for something else."""


@value
class Alive:
    """The process has not come to a standstill; told again and again."""


@value
class Observed:
    """The video of an airing does something else now."""

    airing: int
    observation: Observation


@value
class Playing:
    """The first picture of a video that was rolled is on the programme; milliseconds of the boot clock."""

    airing: int
    roll: int
    at: int


@value
class Failing:
    """Why a file does not play or can't be shown; empty: it can again."""

    file: str
    why: str


@value
class Peek:
    """A small picture for the desk's preview, as JPEG in base 64.

    Attributes:
        file: Of the video.
        on_air: It is on the programme; otherwise it is made ready, and nobody sees it.
    """

    file: str
    on_air: bool
    jpeg: str


@value
class Still:
    """A small copy of a picture that is shown, for the desk's preview: the desk opens no file of a picture.

    Attributes:
        file: Of the picture.
        image: As PNG in base 64.
    """

    file: str
    image: str


@value
class Ready:
    """A file is at its first frame. `length` is its own; `sound`: it has any."""

    file: str
    length: timedelta
    sound: bool


@value
class Standing:
    """Where the window is, in words for the desk: ``full screen on HDMI-1``. `sound`: what plays it.

    Attributes:
        monitor: The name by which both processes know it.
    """

    where: str
    sound: str
    monitor: str = ""


@value
class Closed:
    """A person closed the window."""


@value
class StaysOpen:
    """Somebody would have closed the window while the show is on: it stays."""


Message = (
    Show
    | Stand
    | Leave
    | TellAnew
    | Alive
    | Observed
    | Playing
    | Failing
    | Peek
    | Still
    | Ready
    | Standing
    | Closed
    | StaysOpen
)

_KINDS: dict[str, type] = {type_name(kind): kind for kind in get_args(Message)}


def to_line(message: Message) -> bytes:
    """A message as it travels, with its line end."""
    record = {"message": type_name(type(message)), **record_of(message)}
    return json.dumps(record, ensure_ascii=False).encode() + b"\n"


def from_line(line: bytes) -> Message:
    """The message that a line is.

    Raises:
        ValueError, KeyError, TypeError: It is none: something else writes into the same pipe.
    """
    record = json.loads(line)
    kind = _KINDS[record.pop("message")]
    message: Message = value_of(kind, record)
    return message
