"""A video's own clock, as anchored observations.

An observation is reported when its anchor changes (rolled, paused, sought, stalled, ended, lost), never
as ticks. From it, where the video is at any later instant is computed.
"""

from datetime import timedelta
from enum import StrEnum

from ssc_console.show.instants import ZERO
from ssc_console.show.value import value


class MediaState(StrEnum):
    """What the player says of itself."""

    PLAYING = "playing"
    PAUSED = "paused"
    ENDED = "ended"
    LOST = "lost"


@value
class Observation:
    """What the player reports at one instant. Loaded but not rolled is *paused at 0*.

    Attributes:
        position: How far into the video; None for ended and lost.
        length: Of the whole video, at least `position`; None for ended and lost.
    """

    state: MediaState
    position: timedelta | None = None
    length: timedelta | None = None

    def __post_init__(self) -> None:
        moving = self.state in (MediaState.PLAYING, MediaState.PAUSED)
        if moving != (self.position is not None and self.length is not None):
            raise ValueError(f"a position and a length go with playing and paused, not with {self.state}")
        if self.position is not None and self.length is not None and not ZERO <= self.position <= self.length:
            raise ValueError("a video's position lies between 0 and its length")

    @property
    def left(self) -> timedelta:
        """How much of the video was left when it was observed; 0 where that makes no sense."""
        if self.position is None or self.length is None:
            return ZERO
        return self.length - self.position
