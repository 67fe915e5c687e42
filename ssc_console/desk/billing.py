"""What a segment and its people are called on the desk."""

from ssc_console import timecode
from ssc_console.show.instants import WallInstant
from ssc_console.show.rundown import Kind, Person, Rundown, Segment
from ssc_console.show.value import value


@value
class Billing:
    """How a segment is announced.

    Attributes:
        name: Large: the one who speaks, or the title where nobody or several do, and of a video.
        about: Below it: title and organisation, or the names; perhaps empty.
        caption: What sort of item it is, where `name` does not say so; perhaps empty.
        say: How to say the name; perhaps empty.
    """

    name: str
    about: str
    caption: str
    say: str


def people_of(segment: Segment, rundown: Rundown) -> tuple[Person, ...]:
    """Those who speak in it, in order; a speaker who is no person of the agenda stands for a name."""
    return tuple(rundown.people.get(who) or Person(id=who, name=who) for who in segment.speakers)


def billing(segment: Segment, rundown: Rundown) -> Billing:
    """How the segment is announced."""
    people = people_of(segment, rundown)
    if len(people) == 1 and segment.kind is not Kind.VIDEO:
        person = people[0]
        return Billing(person.name, affiliation(person), segment.title, said(person))
    names = ", ".join(person.name for person in people)
    say = " · ".join(filter(None, (said(person) for person in people)))
    return Billing(segment.title, names, segment.session or "", say)


def affiliation(person: Person) -> str:
    """Title and organisation, as protocol needs them; perhaps empty."""
    return ", ".join(filter(None, (person.title, person.organisation)))


def said(person: Person) -> str:
    """How to say the name, or empty."""
    return f"say “{person.pronounce}”" if person.pronounce else ""


def called(segment: Segment, rundown: Rundown) -> str:
    """The name in one line, for a button or an undo."""
    people = people_of(segment, rundown)
    if segment.kind is Kind.VIDEO and len(people) == 1:
        return f"Video: {people[0].name}"
    return billing(segment, rundown).name


def local_times(segment: Segment, rundown: Rundown, at: WallInstant | None) -> str:
    """What time it will be for those who speak, where they sit; empty where the agenda does not say."""
    if at is None:
        return ""
    home = rundown.event.timezone
    zones = {person.timezone for person in people_of(segment, rundown) if person.timezone}
    return " · ".join(timecode.local_note(at, zone, home) for zone in sorted(zones))
