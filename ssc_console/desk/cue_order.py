"""When the cue list may change its order: never between a person's eye and finger.

The rule, in full:

1. While a mouse button, or a key, is down on the list, the order stands.
2. While the pointer is over a row that can be acted on, the order stands too. A hand that lies still for
   `STILL` is not about to press: a pointer that somebody left there does not keep a due cue from the top.
3. What stands keeps its place even when it is done; what is new comes after it. The states are painted as
   they are, so a cue that falls due is red at once, wherever it stands.
4. What was done or dismissed is acknowledged where it stood: it keeps its place for `ACKNOWLEDGED`, and only
   then does what is below it move up.
5. A press of the mouse within `REACTION` after a change of order is refused: it was meant for what stood
   there before. A key that means "the first" then means what was first before, as it was painted: the
   show refuses it, with the reason, if that has been dealt with.

Time is passed in: milliseconds of a clock that nobody steps.
"""

from collections.abc import Callable

from ssc_console.show.commands import SeenCue

STILL = 5000
"""Milliseconds without a movement, after which a pointer over the list is taken for left lying."""
ACKNOWLEDGED = 1400
"""Milliseconds for which what was just done stays where the eye is, painted as done."""
REACTION = 300
"""Milliseconds in which nobody can have seen and answered a change."""


class SteadyOrder:
    """The order as it is painted. Pure but for the clock that is passed in."""

    def __init__(self, elapsed: Callable[[], int]) -> None:
        self._elapsed = elapsed
        self._pressed = False
        self._over = False
        self._moved_at = 0
        self._changed_at: int | None = None
        self._shown: tuple[str, ...] = ()
        self._acknowledged: dict[str, int] = {}
        self._first: SeenCue | None = None
        self._former: SeenCue | None = None
        self._first_changed_at = 0

    @property
    def shown(self) -> tuple[str, ...]:
        """The order as it is painted."""
        return self._shown

    def press(self) -> None:
        """A button or a key went down."""
        self._pressed = True
        self._moved_at = self._elapsed()

    def release(self) -> None:
        """It went up."""
        self._pressed = False
        self._moved_at = self._elapsed()

    def point(self, *, over: bool) -> None:
        """The pointer moved, and is now over a row that can be acted on, or not."""
        self._over = over
        self._moved_at = self._elapsed()

    @property
    def stands(self) -> bool:
        """Whether the order may not change now."""
        return self._pressed or (self._over and self._elapsed() - self._moved_at < STILL)

    @property
    def too_soon(self) -> bool:
        """Whether a press now was meant for what stood there before."""
        return self._changed_at is not None and self._elapsed() - self._changed_at < REACTION

    def arrange(self, wanted: tuple[str, ...]) -> tuple[str, ...]:
        """The order to paint, given the one in which the cues fall due."""
        wanted = self._with_acknowledged(wanted)
        if wanted == self._shown:
            return self._shown
        arranged = wanted
        if self.stands:
            kept = set(self._shown)
            arranged = (*self._shown, *(cue for cue in wanted if cue not in kept))
        elif self._shown:
            self._changed_at = self._elapsed()
        self._shown = arranged
        return arranged

    def acknowledge(self, cue: str) -> None:
        """It was done or dismissed just now."""
        if cue in self._shown:
            self._acknowledged[cue] = self._elapsed()

    def acknowledged_for(self, cue: str) -> int | None:
        """How many milliseconds ago it was done or dismissed, while that is acknowledged."""
        since = self._acknowledged.get(cue)
        return None if since is None else self._elapsed() - since

    @property
    def acknowledges(self) -> tuple[str, ...]:
        """What is acknowledged as done now."""
        return tuple(
            cue for cue, since in self._acknowledged.items() if self._elapsed() - since < ACKNOWLEDGED
        )

    def _with_acknowledged(self, wanted: tuple[str, ...]) -> tuple[str, ...]:
        """What is acknowledged stays below what it stood below."""
        staying = set(self.acknowledges) - set(wanted)
        self._acknowledged = {cue: since for cue, since in self._acknowledged.items() if cue in staying}
        arranged = list(wanted)
        for place, cue in enumerate(self._shown):
            if cue in staying:
                above = (one for one in reversed(self._shown[:place]) if one in arranged)
                nearest = next(above, None)
                arranged.insert(0 if nearest is None else arranged.index(nearest) + 1, cue)
        return tuple(arranged)

    def paint_first(self, first: SeenCue | None) -> None:
        """The first cue is now painted so."""
        same = first is not None and self._first is not None and first.cue == self._first.cue
        if not same and first != self._first:
            self._former = self._first
            self._first_changed_at = self._elapsed()
        self._first = first

    def meant_first(self) -> SeenCue | None:
        """What a key pressed now means by "the first"."""
        if self._former is not None and self._elapsed() - self._first_changed_at < REACTION:
            return self._former
        return self._first
