"""The OBS that a console uses, and the one that is to come in its place once somebody has chosen another."""

import os
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from ssc_console.clock import Clock
from ssc_console.outputs.obs.settings import HOST, PASSWORD, PORT, ObsSettings, from_environment
from ssc_console.outputs.obs.state import ObsState, ObsTrouble, Phase, trouble_of
from ssc_console.outputs.obs.surface import Obs
from ssc_console.settings.values import Settings
from ssc_console.show.obs_wanted import ObsWanted
from ssc_console.show.value import replace

ANOTHER = "another one is used from now on"
_LINGERS = 5_000
"""Milliseconds that one that was left stays for: what it was doing comes to an end, and is told."""


class ObsInUse(QObject):
    """One OBS at a time, or none.

    Attributes:
        said, reports: As of an `Obs`.
        stands: It stands otherwise than before, or it is another one.
        obs: The one in use; None: OBS is not used.
    """

    said = Signal(object)
    reports = Signal(object)
    stands = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._settings: ObsSettings | None = None
        self._wanted = ObsWanted()
        self._source: str | None = None
        self.obs: Obs | None = None
        self._coming: Obs | None = None

    def use(self, settings: ObsSettings | None, *, on_air: bool) -> None:
        """Use the OBS that is there from now on; None: none.

        Args:
            on_air: A show is on. One that is connected is then left only once the other one is connected: a
                slip in a name takes no OBS away. And only another password breaks no connection off.
        """
        if settings == self._settings:
            return
        self._settings = settings
        self._leave(self._coming)
        self._coming = None
        now = self.obs
        if settings is None:
            self._replace(None)
        elif now is None or not on_air or now.state.phase is not Phase.CONNECTED:
            self._replace(self._made(settings))
        elif settings.place == now.state.place:
            now.next_time(settings)
        else:
            coming = self._coming = self._made(settings)
            coming.changed.connect(lambda _: self._comes(coming))
            coming.open()
        self.stands.emit()

    def _made(self, settings: ObsSettings) -> Obs:
        obs = Obs(settings, self._clock, self)
        obs.said.connect(self.said)
        obs.agree(self._wanted)
        return obs

    def _comes(self, coming: Obs) -> None:
        """The one that is to come stands otherwise: once it is connected it is the one in use."""
        if coming is not self._coming:
            return
        if coming.state.phase is Phase.CONNECTED:
            self._replace(coming)
        self.stands.emit()

    def _goes(self, obs: Obs, state: ObsState) -> None:
        """The one in use stands otherwise: if it is lost, nothing is left to be kept."""
        if obs is not self.obs:
            return
        if self._coming is not None and state.phase is not Phase.CONNECTED:
            self._replace(self._coming)
        self.stands.emit()

    def _replace(self, obs: Obs | None) -> None:
        before, self.obs, self._coming = self.obs, obs, None
        self._leave(before)
        if obs is not None:
            obs.reports.connect(self.reports)
            obs.changed.connect(lambda state: self._goes(obs, state))
            obs.follow(self._source)
            if obs.state.phase is Phase.OFF:
                obs.open()

    def _leave(self, obs: Obs | None) -> None:
        if obs is not None:
            obs.close(ANOTHER)
            QTimer.singleShot(_LINGERS, obs, obs.deleteLater)

    @property
    def trouble(self) -> ObsTrouble | None:
        """What a lamp says; None: all is well, or OBS is not used."""
        if self.obs is None:
            return None
        if self._coming is None:
            return trouble_of(self.obs.state)
        found = trouble_of(self._coming.state)
        if found is None:
            return None
        more = f"{found.more} Until it is there, OBS at {self.obs.state.place} is used as before."
        return replace(found, more=more)

    # ---- as of the one in use

    def open(self) -> None:
        """A person says that it is there now: try at once."""
        for obs in (self.obs, self._coming):
            if obs is not None:
                obs.open()

    def close(self) -> None:
        """Leave OBS as it is, and be gone."""
        for obs in (self.obs, self._coming):
            if obs is not None:
                obs.close()

    def agree(self, wanted: ObsWanted) -> None:
        """This is wanted of whichever is connected next."""
        self._wanted = wanted
        for obs in (self.obs, self._coming):
            if obs is not None:
                obs.agree(wanted)

    def follow(self, source: str | None) -> None:
        """Report this media source from now on; None: none."""
        self._source = source
        if self.obs is not None:
            self.obs.follow(source)


def obs_chosen(chosen: Settings, environment: Mapping[str, str] = os.environ) -> ObsSettings | None:
    """Where OBS is by the settings and the environment, which wins; None: it is not used.

    Raises:
        BadSettings: What is set leads nowhere.
    """
    of_the_file = {}
    if chosen.obs_host:
        of_the_file = {HOST: chosen.obs_host, PORT: str(chosen.obs_port), PASSWORD: chosen.obs_password}
    return from_environment({**of_the_file, **environment})
