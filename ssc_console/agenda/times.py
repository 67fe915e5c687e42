"""Times of day of an agenda as instants: in the event's zone, on the event's day or the next."""

from datetime import date, time, timedelta

from ssc_console import timecode
from ssc_console.agenda.problems import Findings, Place
from ssc_console.show.instants import WallInstant
from ssc_console.timecode import AmbiguousTime, NonexistentTime

_DAY = timedelta(days=1)


class Calendar:
    """The event's day, zone and start.

    A time of day that is earlier than the event's start belongs to the next day: a show may cross midnight.
    """

    def __init__(self, on: date, start: time, zone: str) -> None:
        self.on = on
        self.start = start
        self.zone = zone

    def is_next_day(self, at: time) -> bool:
        """Whether a time of day belongs to the day after the event's."""
        return at < self.start

    def resolve(self, found: Findings, place: Place, at: time) -> WallInstant | None:
        """The instant of a time of day; None, and a problem, where daylight saving leaves none or two."""
        day = self.on + _DAY if self.is_next_day(at) else self.on
        hint = "Write a time before or after the clocks change"
        try:
            return timecode.resolve(day, at, self.zone)
        except NonexistentTime as problem:
            found.add("AG306", place, str(problem), hint)
        except AmbiguousTime as problem:
            found.add("AG307", place, str(problem), hint)
        return None
