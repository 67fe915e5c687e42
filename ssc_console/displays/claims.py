"""Which monitor the speaker display is to fill, and which the programme. Pure."""

from collections.abc import Sequence

from ssc_console.show.value import value


@value(kw_only=True)
class Claims:
    """Who has, or is to have, which monitor; names, empty where there is none.

    Attributes:
        desk: The desk's.
        chosen: The one that was chosen for the display in the settings.
        reserved: The one that was chosen there for the other display.
        taken: The one that the other display is on.
        kept: The one that the display was on last.
    """

    desk: str = ""
    chosen: str = ""
    reserved: str = ""
    taken: str = ""
    kept: str = ""


def speakers(names: Sequence[str], claims: Claims) -> str | None:
    """The monitor for the speaker display to fill; None: none, it is small.

    Never the one that the programme is on: the audience is not to see the speaker's countdown.
    """
    others = [name for name in names if name not in (claims.desk, claims.taken)]
    if claims.chosen in others:
        return claims.chosen
    return next((name for name in others if name != claims.reserved), None)


def audiences(names: Sequence[str], claims: Claims) -> str | None:
    """The monitor for the programme to fill; None: none, it is a window.

    A monitor that nobody has is the first choice. Where there is none, the speaker display makes room, unless
    the settings have it there.
    """
    others = [name for name in names if name != claims.desk]
    if claims.chosen in others:
        return claims.chosen
    open_to_it = [name for name in others if name != claims.reserved]
    return next(iter(sorted(open_to_it, key=lambda name: (name == claims.taken, name != claims.kept))), None)
