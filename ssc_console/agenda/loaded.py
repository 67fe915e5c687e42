"""What comes of reading an agenda: it can be told, and handed on, without what reads one."""

from ssc_console.agenda.problems import Problem
from ssc_console.show.rundown import Rundown
from ssc_console.show.value import value


@value
class Loaded:
    """What came of reading an agenda.

    Attributes:
        rundown: None if there is any error.
        problems: In file order.
        made_ids: The ids made from titles, in file order.
    """

    rundown: Rundown | None
    problems: tuple[Problem, ...]
    made_ids: tuple[str, ...] = ()
