"""The settings of an open console: in force as soon as they are chosen, in the panel or in the file."""

import os
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from ssc_console.console.console import Console
from ssc_console.console.file_watch import FileWatch
from ssc_console.console.kept import Kept
from ssc_console.desk.chosen_keys import KeyCatcher, checked, in_force
from ssc_console.desk.keys import Wish
from ssc_console.desk.lamp import Trouble
from ssc_console.desk.settings_board import SettingsBoard
from ssc_console.desk.sizes import Sizes
from ssc_console.outputs.obs.settings import HOST, PASSWORD, PORT
from ssc_console.session import Session
from ssc_console.settings.file import Read, read
from ssc_console.settings.values import Settings
from ssc_console.show.commands import NoticeTuning
from ssc_console.show.events import Guards, Usual
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import replace

if TYPE_CHECKING:
    from ssc_console.console.everywhere import EveryWindow

BY = "settings"
_INSTEAD = {"obs_host": HOST, "obs_port": PORT, "obs_password": PASSWORD}
"""Variables of the environment that count in place of what is in the file."""


class Choices(QObject):
    """Puts the settings in force, follows their file, and shows them in a panel when that is wanted."""

    def __init__(self, console: Console, kept: Kept, *, at_hand: bool = True) -> None:
        """What it is made with.

        Args:
            at_hand: There is a show to be heard, and to be stepped from other windows; a replay has none.
        """
        super().__init__(console)
        self._at_hand = at_hand
        self._console = console
        self._kept = kept
        self._board: SettingsBoard | None = None
        self._is_closed = False
        self._tones: QObject | None = None
        self._everywhere: EveryWindow | None = None
        kept.changed = self._put_in_force
        self._say(kept.problems)
        self._put_in_force(replace(kept.settings, keys={}), kept.settings)
        console.also_shown(self.present)
        console.desk.settings_wished.connect(self._toggle)
        self.watch = FileWatch(str(kept.path), lambda: read(kept.path), self)
        self.watch.read.connect(self._take)
        console.desk.closed.connect(self._stop)

    def _stop(self) -> None:
        self.watch.stop()
        if self._everywhere is not None:
            self._everywhere.let_go()
        self._is_closed = True

    # ---- the show's part of them

    def present(self, snapshot: Snapshot) -> None:
        """A run that is of other settings, as each is at first, is told of ours: it keeps them."""
        wanted = tuning(self._kept.settings)
        if (wanted.guards, wanted.usual) != (snapshot.state.guards, snapshot.state.usual):
            QTimer.singleShot(0, self, self._tune)

    def _tune(self) -> None:
        if isinstance(self._console.session, Session) and not self._is_closed:
            self._console.session.report(tuning(self._kept.settings), by=BY)
            self._console.ticker.wait()

    # ---- the desk's

    def _put_in_force(self, before: Settings, after: Settings) -> None:
        desk = self._console.desk
        if before.theme != after.theme:
            desk.set_look(after.theme)
        if before.script != after.script:
            desk.set_script_size(after.script)
        desk.set_sizes(Sizes(after.countdown, after.lists))
        self._console.speaker_monitor = after.speaker
        self._console.programme_monitor = after.programme
        if before.keys != after.keys:
            keys, problems = checked(after.keys)
            in_force(keys)
            desk.keys_have_changed()
            self._say(problems)
        if self._at_hand:
            self._sound(on=after.tones)
            self._take_key(after.everywhere)
        self._tune()
        self._console.chosen.emit(after)

    def _sound(self, *, on: bool) -> None:
        if on and self._tones is None:
            from ssc_console.console.tones import Tones  # what sounds is loaded only if it is wanted

            tones = self._tones = Tones(self)
            self._console.also_shown(tones.present)
            self._console.desk.show_trouble(tones.trouble, "tones")
        if self._tones is not None:
            self._tones.setProperty("on", on)

    def _take_key(self, key: str) -> None:
        if key and self._everywhere is None:
            # What takes it is loaded only if it is wanted.
            from ssc_console.console.everywhere import EveryWindow
            from ssc_console.hotkey import hotkey

            self._everywhere = EveryWindow(self._console.desk, hotkey)
        if self._everywhere is not None:
            self._everywhere.agree(key)

    def _say(self, problems: tuple[str, ...]) -> None:
        trouble = Trouble("Settings", "\n".join(problems)) if problems else None
        self._console.desk.show_trouble(trouble, "settings")

    # ---- the file

    def _take(self, found: Read) -> None:
        """It was saved. Rubbish is not taken, nor set aside: somebody may be writing in it.

        One that has gone (deleted, or set aside as the console opened) changes nothing, and says nothing.
        """
        if not found.is_there:
            return
        self._say(found.problems)
        if found.rubbish or found.settings == self._kept.settings:
            return
        before, self._kept.settings = self._kept.settings, found.settings
        self._put_in_force(before, found.settings)

    # ---- the panel

    def _toggle(self) -> None:
        self._kept.be_there()
        self.watch.look()
        monitors = tuple(screen.name() for screen in QGuiApplication.screens())
        self._board = SettingsBoard(
            lambda: self._kept.settings,
            self._change,
            self._catch,
            str(self._kept.path),
            {"speaker": monitors, "programme": monitors},
            {name: variable for name, variable in _INSTEAD.items() if os.environ.get(variable)},
        )
        self._console.desk.toggle_board(self._board)

    def _change(self, after: Settings) -> str | None:
        if after.keys != self._kept.settings.keys:
            problems = checked(after.keys)[1]
            if problems:
                return problems[-1]
        refusal = self._kept.change(after)
        QTimer.singleShot(0, self, self._show_again)
        return refusal

    def _show_again(self) -> None:
        """The desk may have been made anew in another look: the panel is there again."""
        desk = self._console.desk
        if self._is_closed:
            return
        if self._board is not None and desk.dock.board is None:
            desk.toggle_board(self._board)
        else:
            desk.dock.present(self._console.session.snapshot())

    def _catch(self, _: Wish) -> None:
        catcher = KeyCatcher(self)
        catcher.caught.connect(self._caught)

    def _caught(self, key: str) -> None:
        if self._board is not None:
            self._board.take_key(key)
            self._show_again()


def tuning(settings: Settings) -> NoticeTuning:
    """What of the settings is the show's."""

    def ms(count: int) -> timedelta:
        return timedelta(milliseconds=count)

    return NoticeTuning(
        Guards(ms(settings.after_take), ms(settings.after_automatic_take), ms(settings.after_go)),
        Usual(timedelta(seconds=settings.warning), timedelta(seconds=settings.wrap_up)),
    )
