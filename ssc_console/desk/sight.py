"""What a person has before the eyes when a wish comes."""

from typing import TYPE_CHECKING

from ssc_console.show.commands import SeenCue
from ssc_console.show.value import value

if TYPE_CHECKING:
    from ssc_console.desk.kept_items import Item


@value
class Sight:
    """What is chosen and shown.

    Attributes:
        chosen: Id of the segment that is selected in the rundown.
        kept: Items that can be put in.
        first_cue: The cue at the top, as painted; None: none is left.
    """

    chosen: str | None = None
    first_cue: SeenCue | None = None
    kept: "tuple[Item, ...]" = ()
