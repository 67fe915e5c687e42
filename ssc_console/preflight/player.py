"""Asks the player, in a process of its own, about files and sound devices (see `decode`)."""

import json
import os
import re
import subprocess
import sys
from typing import Any

from ssc_console.preflight.decode import NO_DECODER
from ssc_console.preflight.item import Item, bad, good
from ssc_console.show.value import value

PATIENCE = 20.0
"""Seconds after which a process that has not answered is ended."""
_PACKAGES = {
    "libpulse.so.0": "libpulse0",
    "libpulse-mainloop-glib.so.0": "libpulse-mainloop-glib0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
"""As in script/bootstrap."""
_FOR_THE_DECODER = "Install what it needs: sudo apt-get install libxrandr2 libxext6 libdrm2."
_HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))


@value(kw_only=True)
class Player:
    """What the player says of itself.

    Attributes:
        trouble: Why there is none, in a few words; None: there is one.
        remedy: What to do about that, as a sentence.
        outputs: The sound devices. `usual`: that which is used.
    """

    trouble: str | None = None
    remedy: str = ""
    outputs: tuple[str, ...] = ()
    usual: str | None = None

    def decode(self, path: str) -> str | None:
        """Why a file does not play, in a few words; None: it does, or there is no player to ask."""
        if self.trouble is not None:
            return None
        found = _asked(path)
        return found if isinstance(found, str) else found.get("why_not")


def look() -> Player:
    """Load the player once, for what it says of itself."""
    found = _asked()
    if isinstance(found, str):
        return Player(trouble=found, remedy="Install SSC Console anew.")
    if "missing" in found:
        return without(found["missing"])
    return Player(outputs=tuple(found["outputs"]), usual=found["usual"])


def without(why: str) -> Player:
    """There is no player: the system says which library it lacks."""
    if why == NO_DECODER:
        return Player(trouble="its decoder can't be loaded", remedy=_FOR_THE_DECODER)
    library = re.search(r"[^\s:/]+\.so[.\d]*", why)
    if library is None:
        return Player(trouble=f"not installed: {why}", remedy="Install PySide6-Addons.")
    package = _PACKAGES.get(library[0])
    remedy = f"Install it: sudo apt-get install {package}." if package else "Install the package that has it."
    return Player(trouble=f"{library[0]} can't be loaded", remedy=remedy)


def item(player: Player) -> Item:
    """The player and its sound device, for a show that plays something."""
    if player.trouble is not None:
        return bad("Player", player.trouble, player.remedy)
    if player.usual is None:
        return bad("Sound", "no sound device", "Connect one: the videos would be silent.")
    return good("Sound", player.usual)


def _asked(*arguments: str) -> dict[str, Any] | str:
    return answer([sys.executable, "-P", "-m", "ssc_console.preflight.decode", *arguments])


def answer(command: list[str], patience: float = PATIENCE) -> dict[str, Any] | str:
    """What another process found; or in a few words why it did not answer within so many seconds."""
    try:
        done = subprocess.run(
            command,
            env={**os.environ, "PYTHONPATH": _HOME},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=patience,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "the player does not answer"
    except OSError as why:
        return f"the player can't be started: {why.strerror}"
    try:
        found: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        return "the player crashes"
    return found
