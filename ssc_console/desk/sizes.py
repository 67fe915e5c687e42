"""How large the desk's texts are, the script's apart: what a person has chosen, and what that comes to."""

from ssc_console.desk.store import Store
from ssc_console.settings.values import COUNTDOWN_SIZES, LIST_SIZES
from ssc_console.show.value import value

COUNTDOWN_KEPT_AS, LISTS_KEPT_AS = "desk/countdown size", "desk/list size"
_LISTS = {"normal": 1.0, "large": 1.2}


@value
class Sizes:
    """What is chosen.

    Attributes:
        countdown: One of `COUNTDOWN_SIZES`.
        lists: One of `LIST_SIZES`.
    """

    countdown: str = COUNTDOWN_SIZES[0]
    lists: str = LIST_SIZES[0]

    @property
    def list_scale(self) -> float:
        """How many times as large as usual the texts of rundown and cues are; at least 1."""
        return _LISTS[self.lists]

    @property
    def grown(self) -> int:
        """How many steps above the usual the countdown is, 0 to 2."""
        return COUNTDOWN_SIZES.index(self.countdown)


def kept_sizes(store: Store) -> Sizes:
    """What the store remembers; what makes no sense there is as usual."""
    countdown, lists = store.value(COUNTDOWN_KEPT_AS), store.value(LISTS_KEPT_AS)
    return Sizes(
        str(countdown) if countdown in COUNTDOWN_SIZES else COUNTDOWN_SIZES[0],
        str(lists) if lists in LIST_SIZES else LIST_SIZES[0],
    )


def side_columns(wide: int, sizes: Sizes) -> tuple[int, int]:
    """How wide rundown and cues are on a page of this width, in pixels.

    A larger countdown narrows them down to what they can't do without; larger texts in them want more of it,
    but never so much that the middle would have less than `_MIDDLE`.
    """
    scale = sizes.list_scale
    left = round(min(max(wide * 0.3, _LEAST_LEFT), 620) * scale)
    right = round(min(max(wide * 0.23, _LEAST_RIGHT * scale), 480 * scale))
    give = sizes.grown / 2
    left -= round((left - round(_LEAST_LEFT * scale)) * give)
    right -= round((right - round(_LEAST_RIGHT * scale)) * give)
    over = max(0, left + right + _MIDDLE + 20 * sizes.grown - wide) if scale > 1 else 0
    taken = min(over, (left - _LEAST_LEFT) + (right - _LEAST_RIGHT))
    from_left = min(left - _LEAST_LEFT, taken)
    return left - from_left, right - (taken - from_left)


_LEAST_LEFT, _LEAST_RIGHT = 330, 286
_MIDDLE = 560
"""Pixels, and 20 more for each step above the usual: beside its phase the countdown needs so much."""
