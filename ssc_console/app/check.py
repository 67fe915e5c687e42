"""The check before the show without a desk: everything is looked at in this process, once."""

import os
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from ssc_console.app import parts
from ssc_console.console.application import has_display
from ssc_console.show.rundown import Rundown

if TYPE_CHECKING:
    from ssc_console.preflight.item import Item


def preflight(rundown: Rundown, agenda: str, journal: str | None) -> "list[Item]":
    """Everything that the show needs, looked at now, in this process."""
    from ssc_console.console.obs_check import look_at_obs
    from ssc_console.journal.places import folder
    from ssc_console.preflight.confirmations import confirmations
    from ssc_console.preflight.monitors import monitors
    from ssc_console.preflight.sources import items
    from ssc_console.preflight.subject import Subject

    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    running = QGuiApplication.instance() or QGuiApplication(["ssc-console"])
    assert isinstance(running, QGuiApplication)
    screens = running.screens() if running.platformName() != "offscreen" else []
    sizes = [(screen.size().width(), screen.size().height()) for screen in screens]
    subject = Subject(rundown=rundown, folder=os.path.dirname(agenda), journal=str(folder(journal)))
    outside = look_at_obs(rundown, parts.settings_of_the_file())
    return [*items(subject), monitors(sizes), *outside, *confirmations(rundown)]
