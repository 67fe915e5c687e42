"""What is new in the agenda's file, for the desk."""

from collections.abc import Mapping

from ssc_console.desk.bar import Notice
from ssc_console.desk.rundown_rows import Note
from ssc_console.show.agenda_change import Difference
from ssc_console.show.value import field, value


@value
class AgendaNews:
    """What the console knows of the file beyond the show's own rundown.

    Attributes:
        file: Its name.
        notice: What is said of it; None: that was read.
        found: What is different; None: the file can't be read.
        asks: There is something in it that can be taken, and that nobody has left out.
        marks: A word beside each row that would change.
    """

    file: str
    notice: Notice | None
    found: Difference | None = None
    asks: bool = False
    marks: Mapping[str, Note] = field(default_factory=dict)
