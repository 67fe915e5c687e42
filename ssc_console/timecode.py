"""Time to text and back, and time zones: the only module that does either, and the only user of pytz.

Inside the program an instant is an aware UTC datetime and a span a timedelta. Local and naive times exist
only in this file. Figures round as docs/show-timing.md says ("Shown as text"). Three grammars of spans are
read, each by a function of its own, because the places they come from allow different things:

- `parse_duration`: the agenda's ``5:00``, ``1:05:00``, ``5m``, ``1h 5m``, ``90s``; whole seconds.
- `parse_span`: the ``30s``, ``1.5s``, ``5:00``, ``1:05:00`` of a scripted rehearsal.
- `parse_position`: where a video stands, ``3:04`` or ``3:04.250``, in a scripted rehearsal.
"""

import os
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache

import pytz
from pytz.tzinfo import BaseTzInfo

from ssc_console.show.instants import MILLISECOND, SECOND, ZERO, WallInstant

# pytz comes with all of its zones; to look whether all 600 files are there takes 30 ms of the start.
os.environ.setdefault("PYTZ_SKIPEXISTSCHECK", "1")

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
_IN_DAYS = timedelta(hours=100)
"""From here on what people read is in days: a show that is opened on another day than its own."""
MINUS = "\u2212"

DURATION_FORM = "m:ss, h:mm:ss, or words as in 5m, 1h 5m, 90s"
SPAN_FORM = "30s, 1.5s, m:ss or h:mm:ss"
POSITION_FORM = "m:ss or h:mm:ss, with .fff if need be"

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# Patterns stay texts until they are used (`re` keeps what it compiled): most shows need two of the five.
_HOURS, _FRACTION = r"(?:([0-9]{1,4}):(?=[0-5][0-9]:))?", r"(?:\.([0-9]{1,3}))?"
_COLONS = _HOURS + r"([0-9]{1,4}):([0-5][0-9])"
_COLONS_FRACTION = _COLONS + _FRACTION
_SECONDS = r"([0-9]{1,6})" + _FRACTION + "s"
_WORDS = r"(?=[0-9])(?:([0-9]{1,4})h ?)?(?:([0-9]{1,6})m ?)?(?:([0-9]{1,6})s)?"
_TIME_OF_DAY = r"([01]?[0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9])" + _FRACTION + ")?"


class NotATime(ValueError):
    """A text is not in the form that is read in its place.

    Attributes:
        text: What was found.
        expected: The forms that would do, for a person.
    """

    def __init__(self, text: str, expected: str) -> None:
        super().__init__(f"“{text}” is not a time here: write {expected}")
        self.text = text
        self.expected = expected


class UnknownZone(ValueError):
    """A name is not an IANA time zone."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” is not a time zone")
        self.name = name


class NonexistentTime(ValueError):
    """A local time that the zone's clocks jump over when daylight saving begins."""

    def __init__(self, local: str, zone: str) -> None:
        super().__init__(f"{local} does not exist in {zone}: daylight saving begins and clocks jump over it")


class AmbiguousTime(ValueError):
    """A local time that the zone's clocks show twice when daylight saving ends."""

    def __init__(self, local: str, zone: str) -> None:
        super().__init__(f"{local} exists twice in {zone}: daylight saving ends and clocks go back over it")


# ---- spans to text


def countdown(remaining: timedelta) -> str:
    """What a countdown shows: up to whole seconds while time is left, then ``+m:ss`` down to whole seconds.

    A segment of five minutes reads 5:00 for its first whole second; exactly 0 reads 0:00. From 100 hours on
    it is in whole days, as what else people read: see `exact_countdown`.
    """
    if remaining >= ZERO:
        return _told(remaining, up=True)
    return "+" + _told(-remaining)


def exact_countdown(remaining: timedelta) -> str:
    """The same to the second however long it is: what programs are told."""
    if remaining >= ZERO:
        return _colons(-(-remaining // SECOND))
    return "+" + _colons(-remaining // SECOND)


def span(duration: timedelta) -> str:
    """A plain length as ``m:ss`` or ``h:mm:ss``, down to whole seconds; a negative one carries a minus."""
    return signed(duration) if duration < ZERO else _told(duration)


def elapsed(duration: timedelta) -> str:
    """Time gone by, rounded down to whole seconds; what has not begun reads 0:00."""
    return _told(max(duration, ZERO))


def roughly(duration: timedelta, *, up: bool = False) -> str:
    """``0:42`` below one minute, then whole minutes: ``4 min``, ``1 h 5 min``: calm, and seldom repainted.

    Args:
        up: Rounded up, as what is left is; else down, as what has gone by is.
    """
    if duration < MINUTE:
        return countdown(duration) if up else elapsed(duration)
    if duration >= _IN_DAYS:
        return _told(duration, up=up)
    hours, minutes = divmod(-(-duration // MINUTE) if up else duration // MINUTE, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


def by_the_clock(sooner: datetime, later: datetime) -> timedelta:
    """What lies between two instants as a clock shows them, to whole seconds: what a person works out."""
    return later.replace(microsecond=0) - sooner.replace(microsecond=0)


def signed(duration: timedelta, zero: str = "0:00") -> str:
    """A difference as ``+1:02`` or ``−0:30`` (a true minus), towards zero to whole seconds.

    Less than a second either way reads as `zero`.
    """
    if abs(duration) < SECOND:
        return zero
    return ("+" if duration > ZERO else MINUS) + _told(abs(duration))


def whole(duration: timedelta) -> timedelta:
    """Down to whole seconds, as it is written: people add up what they read."""
    return duration // SECOND * SECOND


def difference(real: timedelta, against: timedelta) -> timedelta:
    """The difference of two spans as they are written; longer is positive.

    So, as a countdown does, it says what is left of a second as one, and of a second over nothing.
    """
    return whole(real) - whole(against)


def _told(length: timedelta, *, up: bool = False) -> str:
    """A length that is not negative as people read it; `up`: rounded up, as what is left is."""
    if length < _IN_DAYS:
        return _colons(-(-length // SECOND) if up else length // SECOND)
    return f"{-(-length // DAY) if up else length // DAY} days"


def _colons(seconds: int) -> str:
    minutes, seconds = divmod(seconds, 60)
    if minutes < 60:
        return f"{minutes}:{seconds:02}"
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


def milliseconds(duration: timedelta) -> int:
    """A span in whole milliseconds, rounded down (towards minus infinity)."""
    return duration // MILLISECOND


def from_milliseconds(count: int) -> timedelta:
    """The span of so many milliseconds."""
    return timedelta(milliseconds=count)


# ---- spans from text


def parse_duration(text: str) -> timedelta:
    """A length as the agenda writes it: ``5:00``, ``1:05:00``, ``5m``, ``1h 5m``, ``90s``.

    Raises:
        NotATime: It is in none of these forms (a sign, a fraction, a bare number …).
    """
    found = re.fullmatch(_COLONS, text) or re.fullmatch(_WORDS, text)
    if found is None:
        raise NotATime(text, DURATION_FORM)
    return _total(found.groups())


def parse_span(text: str) -> timedelta:
    """A span as a scripted rehearsal writes it: ``30s``, ``1.5s``, ``5:00``, ``1:05:00``.

    Raises:
        NotATime: It is in none of these forms.
    """
    found = re.fullmatch(_SECONDS, text)
    if found is not None:
        return _total((None, None, *found.groups()))
    found = re.fullmatch(_COLONS, text)
    if found is None:
        raise NotATime(text, SPAN_FORM)
    return _total(found.groups())


def parse_position(text: str) -> timedelta:
    """A place in a video, or its length: ``3:04``, ``3:04.250``, ``1:02:03``.

    Raises:
        NotATime: It is in none of these forms.
    """
    found = re.fullmatch(_COLONS_FRACTION, text)
    if found is None:
        raise NotATime(text, POSITION_FORM)
    return _total(found.groups())


def _total(parts: tuple[str | None, ...]) -> timedelta:
    """The span of hours, minutes, seconds and a fraction in digits, each absent as None."""
    hours, minutes, seconds, fraction = (*parts, None)[:4]
    return timedelta(
        seconds=int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0),
        milliseconds=int((fraction or "0").ljust(3, "0")),
    )


def parse_time_of_day(text: str, *, needs_seconds: bool = False, allows_fraction: bool = False) -> time:
    """A time of day: ``10:30`` or ``10:30:15``, with ``.fff`` after the seconds where that is allowed.

    The hour may be of one digit; the 24-hour clock ends at 23:59:59.

    Raises:
        NotATime: It is in none of these forms.
    """
    found = re.fullmatch(_TIME_OF_DAY, text)
    if found is None or (needs_seconds and not found[3]) or (found[4] and not allows_fraction):
        form = "10:30:15" if needs_seconds else "10:30 or 10:30:15"
        raise NotATime(text, form + (" (and .250 if need be)" if allows_fraction else ""))
    return time(int(found[1]), int(found[2]), int(found[3] or 0), int((found[4] or "0").ljust(3, "0")) * 1000)


# ---- zones


@lru_cache(maxsize=64)
def _zone(name: str) -> BaseTzInfo:
    try:
        zone = pytz.timezone(name)
    except (pytz.UnknownTimeZoneError, ValueError, OSError):
        raise UnknownZone(name) from None
    if zone.zone != name:  # pytz finds bangkok for Bangkok; other readers of the file would not
        raise UnknownZone(name)
    return zone


def known_zone(name: str) -> bool:
    """Whether it is the exact name of an IANA time zone. It is not read: that takes a millisecond."""
    is_there: bool = name in pytz.all_timezones_set and pytz.resource_exists(name)  # type: ignore[attr-defined]
    return is_there


def nearest_zones(name: str, count: int = 3) -> tuple[str, ...]:
    """The zones whose names come nearest to a wrong one, best first; perhaps none.

    Letter case, spaces and a missing continent are forgiven: ``bangkok``, ``New York``, ``Asia/Bankok``.
    """
    from difflib import get_close_matches  # only a mistake needs it: 6 ms less to start

    wanted = name.strip().replace(" ", "_").lower()
    whole, last = _zones_by_spelling()
    if wanted in whole:
        return tuple(whole[wanted])[:count]
    if re.fullmatch(r"(utc|gmt|etc/gmt)?_?[+\-\u2212][0-9:.]+", wanted):
        return ()  # so far from Greenwich, and those whose names are near are in Greenwich
    zones: dict[str, None] = {}
    for cutoff in (0.95, 0.75):
        for names in (whole, last):
            for match in get_close_matches(wanted, names, count, cutoff):
                zones.update(dict.fromkeys(names[match]))
    tail = wanted.rpartition("/")[2]
    for match in get_close_matches(tail, last, count, 0.75):
        zones.update(dict.fromkeys(last[match]))
    return tuple(zones)[:count]


@cache
def _zones_by_spelling() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Zones by their whole name and by the last part of it, in lower case; usual names come first."""
    whole: dict[str, list[str]] = {}
    last: dict[str, list[str]] = {}
    for zone in (*pytz.common_timezones, *pytz.all_timezones):
        for names, spelling in ((whole, zone), (last, zone.rpartition("/")[2])):
            zones = names.setdefault(spelling.lower(), [])
            if zone not in zones:
                zones.append(zone)
    return whole, last


def place(zone: str) -> str:
    """The town that a zone is named after: ``New York`` for ``America/New_York``."""
    return zone.rpartition("/")[2].replace("_", " ")


def utc_offset(instant: datetime, zone: str) -> timedelta:
    """How far the zone's clocks are ahead of UTC at an instant; negative west of Greenwich."""
    return _local(instant, zone).utcoffset() or ZERO


# ---- instants to text


def _local(instant: datetime, zone: str) -> datetime:
    return instant.astimezone(_zone(zone))


@lru_cache(maxsize=4096)  # a snapshot as JSON has a hundred, and most stand in the one before it too
def rfc3339(instant: datetime, zone: str) -> str:
    """``2020-09-14T10:30:00.000+07:00``: with the zone's offset, always with milliseconds."""
    return _local(instant, zone).isoformat(timespec="milliseconds")


def rfc3339_seconds(instant: datetime, zone: str) -> str:
    """``2020-09-14T10:30:00+07:00``: with the zone's offset, cut to whole seconds."""
    return _local(instant, zone).isoformat(timespec="seconds")


def clock(instant: datetime, zone: str) -> str:
    """What a clock on the wall shows: ``10:52:18``, cut to whole seconds."""
    # Zones (pytz's, of any time) differ from UTC by whole minutes, so this is worked out once a minute.
    return f"{hour_minute(instant.replace(second=0, microsecond=0), zone)}:{instant.second:02}"


@lru_cache(maxsize=1024)  # what a page says of an instant, the next page says of it once more
def hour_minute(instant: datetime, zone: str) -> str:
    """``10:52``, cut to whole minutes."""
    local = _local(instant, zone)
    return f"{local.hour:02}:{local.minute:02}"


def weekday(instant: datetime, zone: str) -> str:
    """``Sunday``: in English, whatever the computer's language."""
    return _WEEKDAYS[_local(instant, zone).weekday()]


def day(instant: datetime, zone: str) -> str:
    """``Monday 14 September 2020``."""
    local = _local(instant, zone)
    return f"{_WEEKDAYS[local.weekday()]} {local.day} {_MONTHS[local.month - 1]} {local.year}"


def local_date(instant: datetime, zone: str) -> date:
    """The calendar day in the zone."""
    return _local(instant, zone).date()


def local_note(instant: datetime, zone: str, home_zone: str) -> str:
    """What time it is for somebody elsewhere, beside the home zone's time.

    ``23:30 on Sunday, New York`` where it is another day, ``05:30, Berlin`` where it is the same,
    ``Phnom Penh, same time`` where the clocks agree at that instant.
    """
    there, home = _local(instant, zone), _local(instant, home_zone)
    if there.utcoffset() == home.utcoffset():
        return f"{place(zone)}, same time"
    on_day = "" if there.date() == home.date() else f" on {_WEEKDAYS[there.weekday()]}"
    return f"{there.hour:02}:{there.minute:02}{on_day}, {place(zone)}"


def local_time(instant: datetime, zone: str, home_zone: str) -> str | None:
    """``23:30 on Sunday in New York``; None where the clocks agree at that instant."""
    there, home = _local(instant, zone), _local(instant, home_zone)
    if there.utcoffset() == home.utcoffset():
        return None
    on_day = "" if there.date() == home.date() else f" on {_WEEKDAYS[there.weekday()]}"
    return f"{there.hour:02}:{there.minute:02}{on_day} in {place(zone)}"


# ---- instants from text and local times


def parse_rfc3339(text: str) -> datetime:
    """The instant in UTC of an RFC 3339 text, with any offset.

    Raises:
        NotATime: It is not RFC 3339, or has no offset.
    """
    try:
        instant = datetime.fromisoformat(text)
        if instant.tzinfo is not None and "T" in text:
            return instant.astimezone(UTC)
    except (ValueError, OverflowError):
        pass  # it is none, or at the very end of all years
    raise NotATime(text, "2020-09-14T10:30:00.000+07:00")


def resolve(on: date, time_of_day: time, zone: str) -> WallInstant:
    """The instant at which the zone's clocks show that time on that day.

    Raises:
        UnknownZone: There is no such zone.
        NonexistentTime: Daylight saving jumps over it.
        AmbiguousTime: Daylight saving shows it twice.
    """
    naive = datetime.combine(on, time_of_day)
    instants = _instants_of(naive, zone)
    if len(instants) == 1:
        return instants[0]
    local = f"{naive.time().isoformat()} on {on.isoformat()}"
    raise (AmbiguousTime if instants else NonexistentTime)(local, zone)


def nearest(time_of_day: time, zone: str, to: WallInstant) -> WallInstant:
    """Of all instants with that local time, the one nearest to another; of two as near, the later."""
    return min(_instants_around(time_of_day, zone, to), key=lambda at: (abs(at - to), to - at))


def first_not_before(time_of_day: time, zone: str, at: WallInstant) -> WallInstant:
    """The first instant with that local time that is not before `at`."""
    return min(instant for instant in _instants_around(time_of_day, zone, at) if instant >= at)


def _instants_around(time_of_day: time, zone: str, at: WallInstant) -> Iterable[WallInstant]:
    """The instants with a local time from the day before to two days after (a day can lack a time)."""
    middle = datetime.combine(local_date(at, zone), time_of_day)
    return [instant for days in (-1, 0, 1, 2) for instant in _instants_of(middle + days * DAY, zone)]


def _instants_of(naive: datetime, zone: str) -> tuple[WallInstant, ...]:
    """The instants at which a zone's clocks show a local time: one, none or two, in order."""
    tz = _zone(zone)
    try:
        return (WallInstant(tz.localize(naive, is_dst=None).astimezone(UTC)),)
    except pytz.NonExistentTimeError:
        return ()
    except pytz.AmbiguousTimeError:
        around = (naive.replace(tzinfo=UTC) + side for side in (-DAY, DAY))
        offsets = {utc_offset(instant, zone) for instant in around}
        return tuple(sorted(WallInstant((naive - offset).replace(tzinfo=UTC)) for offset in offsets))
