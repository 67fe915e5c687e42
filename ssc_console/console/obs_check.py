"""OBS, looked at once from a terminal: connected to, asked how it stands, and left again."""

import os
from collections.abc import Mapping

from PySide6.QtCore import QEventLoop, QTimer

from ssc_console.clock import RealClock
from ssc_console.console.obs_in_show import WHAT, obs_items
from ssc_console.console.obs_in_use import obs_chosen
from ssc_console.outputs.obs.settings import BadSettings
from ssc_console.outputs.obs.state import ObsState, Phase
from ssc_console.outputs.obs.surface import Obs
from ssc_console.preflight.item import Item, bad
from ssc_console.settings.values import Settings
from ssc_console.show.rundown import Rundown

PATIENCE = 3_000
"""Milliseconds in which OBS has to answer."""


def look_at_obs(
    rundown: Rundown, chosen: Settings, environment: Mapping[str, str] = os.environ
) -> tuple[Item, ...]:
    """What is to be said of OBS now; nothing, where nobody wants it. There is a Qt application."""
    try:
        settings = obs_chosen(chosen, environment)
    except BadSettings as why:
        return (bad(WHAT, "not set up right", str(why)),)
    if settings is None:
        return obs_items(rundown, None)
    obs, loop = Obs(settings, RealClock()), QEventLoop()

    def changed(state: ObsState) -> None:
        if state.phase not in (Phase.OFF, Phase.CONNECTING) and not _is_asked_still(state):
            loop.quit()

    obs.changed.connect(changed)
    QTimer.singleShot(PATIENCE, loop, loop.quit)
    obs.open()
    loop.exec()
    found = obs_items(rundown, obs.state)
    obs.close()
    return found


def _is_asked_still(state: ObsState) -> bool:
    return state.phase is Phase.CONNECTED and state.scene is None
