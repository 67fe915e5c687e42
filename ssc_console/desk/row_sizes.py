"""What the rows of rundown and cues measure, at the size of text that a person has chosen."""

from functools import lru_cache

from ssc_console.look import fonts
from ssc_console.look.text import Style
from ssc_console.show.value import value

ROW_HEIGHT = 42
HEADER_HEIGHT = 28
"""Pixels, at the usual size."""


@value
class Columns:
    """Where each column of a row of the rundown lies, in pixels from its left edge."""

    mark: float
    start: float
    title: float
    length_right: float
    end: float
    right: float


@value(kw_only=True)
class RowSizes:
    """Of the rundown. Whatever is in pixels is in logical ones.

    Attributes:
        scale: How many times as large as usual it all is; at least 1.
        over, over_wide: By how much the last column reaches to the left: by the shape before it, by the
            words of a wide one.
    """

    scale: float
    row: int
    header: int
    pad: int
    over: int
    over_wide: int
    start: Style
    title: Style
    title_near: Style
    who: Style
    length: Style
    end: Style
    countdown: Style
    word: Style
    heading: Style

    def px(self, usual: int) -> int:
        """So many pixels at the usual size, at this one."""
        return round(usual * self.scale)

    def is_narrow(self, columns: Columns) -> bool:
        """Whether large texts leave a title so little room that its length goes into the line below it."""
        return self.scale > 1 and columns.length_right - columns.title < self.px(150)

    def columns(self, width: float) -> Columns:
        """The columns for a row of this width."""
        return _columns(self.scale, width)


@lru_cache(maxsize=8)
def _columns(scale: float, width: float) -> Columns:
    """Asked for by every row whenever it is painted."""
    sizes = row_sizes(scale)
    right = width - sizes.pad
    end = right - sizes.px(76)
    return Columns(
        mark=13,
        start=sizes.px(40),
        title=sizes.px(95),
        length_right=end - sizes.px(6),
        end=end,
        right=right,
    )


@lru_cache(maxsize=4)
def row_sizes(scale: float) -> RowSizes:
    """The rundown's."""
    return RowSizes(
        scale=scale,
        row=round(ROW_HEIGHT * scale),
        header=round(HEADER_HEIGHT * scale),
        pad=15,
        over=4,
        over_wide=round(30 * scale),
        start=Style(15).times(scale),
        title=Style(15, fonts.MEDIUM).times(scale),
        title_near=Style(15, fonts.SEMIBOLD).times(scale),
        who=Style(12).times(scale),
        length=Style(15).times(scale),
        end=Style(14).times(scale),
        countdown=Style(16, fonts.BOLD, counts=True).times(scale),
        word=Style(13).times(scale),
        heading=Style(11, fonts.SEMIBOLD).times(scale),
    )


@value(kw_only=True)
class CueSizes:
    """Of the cues.

    Attributes:
        scale: How many times as large as usual their texts are; at least 1.
        above, between, below: Around a title and what stands below it.
        gap: Between a title and its badge.
    """

    scale: float
    above: int
    between: int
    below: int
    gap: int
    detail_high: int
    fold: int
    badge_high: int
    button_high: int
    title: Style
    detail: Style
    badge: Style
    calm_badge: Style
    heading: Style
    button: Style


@lru_cache(maxsize=4)
def cue_sizes(scale: float) -> CueSizes:
    """The cues'."""
    return CueSizes(
        scale=scale,
        above=10,
        between=8,
        below=10,
        gap=10,
        detail_high=round(20 * scale),
        fold=round(30 * scale),
        badge_high=round(22 * scale),
        button_high=round(22 * scale),
        title=Style(15, fonts.SEMIBOLD, lines=4).times(scale),
        detail=Style(13).times(scale),
        badge=Style(11, fonts.BOLD).times(scale),
        calm_badge=Style(12, fonts.MEDIUM).times(scale),
        heading=Style(11, fonts.SEMIBOLD).times(scale),
        button=Style(12, fonts.SEMIBOLD).times(scale),
    )
