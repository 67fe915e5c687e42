"""What a desk is made with: its looks, its clocks, and who tells it what."""

from collections.abc import Callable, Sequence

from ssc_console.desk.account import Account, Comparison
from ssc_console.desk.clock_controls import ClockControls
from ssc_console.desk.plan_notes import PlanNote
from ssc_console.desk.sizes import Sizes
from ssc_console.desk.store import Forgetful, Store
from ssc_console.look.mode_look import ModeLook
from ssc_console.look.theme import Theme
from ssc_console.show.value import field, value


@value(kw_only=True)
class Given:
    """What the parts are made with.

    Attributes:
        zone: The event's own zone.
        elapsed: Milliseconds of a clock that nobody steps.
        clock: What a person steers it by; None: it is the real one.
        notes: What the agenda's problems say.
        sizes: How large texts are.
        account: Tells how the run went; None: nobody does.
        comparison: The rehearsals of its agenda; None: it is none.
    """

    theme: Theme
    mode: ModeLook
    zone: str
    elapsed: Callable[[], int]
    clock: ClockControls | None = None
    store: Store = field(default_factory=Forgetful)
    notes: Sequence[PlanNote] = ()
    sizes: Sizes = Sizes()
    account: Account | None = None
    comparison: Comparison | None = None
