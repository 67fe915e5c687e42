"""What is known to be wrong with the plan before anything is on air: the agenda's warnings, missing files."""

from ssc_console.show.value import value


@value
class PlanNote:
    """One thing that stands in the way, in a few words.

    Attributes:
        text: What is wrong, for a person who reads a list.
        segment: Id of the segment that it stands in the way of; None: the show as a whole.
        short: What stands on the large button before that segment, e.g. ``file missing``; perhaps empty.
        grave: The show can't go on as planned with it; else it is only good to know.
    """

    text: str
    segment: str | None = None
    short: str = ""
    grave: bool = True
