"""Keeps the computer from sleeping, and its screen from dimming, while a show is live.

    awake = keeper()                          # of this system; nothing of it is loaded before
    awake.hold("The show is on air")          # again and again does no harm, and never waits
    awake.let_go()                            # so does the end of the process, however it comes

A system that has no way for it is no fault of the show: `can` says so, for the check before it.
"""

import sys
from typing import Protocol

from ssc_console.show.value import value

APP = "SSC Console"


@value
class Promise:
    """What a system can be kept from.

    Attributes:
        sleep: From sleeping.
        dimming: Its screen from going dark.
    """

    sleep: bool
    dimming: bool


class Keeper(Protocol):
    """One system's way."""

    def can(self) -> Promise:
        """What it can do here. May ask the system, and wait for an answer."""
        ...

    def hold(self, why: str) -> None:
        """From now on, until it is let go."""
        ...

    def let_go(self) -> None:
        """The computer may sleep again."""
        ...


class Nothing:
    """A system that we know no way for."""

    def can(self) -> Promise:
        """Nothing."""
        return Promise(sleep=False, dimming=False)

    def hold(self, why: str) -> None:
        """Has no effect."""

    def let_go(self) -> None:
        """Has no effect."""


def keeper() -> Keeper:
    """The way of this system."""
    if sys.platform == "win32":
        from ssc_console.awake.windows import Windows

        return Windows()
    if sys.platform == "darwin":
        from ssc_console.awake.macos import MacOS

        return MacOS()
    from ssc_console.awake.buses import has_a_bus

    if not has_a_bus():
        return Nothing()
    from ssc_console.awake.linux import Linux

    return Linux()
