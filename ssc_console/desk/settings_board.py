"""The settings in a panel: what each is, and the next choice on a button. The same in a show and outside."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ssc_console.desk.board import Act, Choose, Copy, Line, Page
from ssc_console.desk.facts_card import Tone
from ssc_console.desk.keys import KEYS, Wish, keys_for, printed
from ssc_console.settings.values import SETTINGS, Setting, Settings
from ssc_console.show.figures import Status
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import replace

KEY, USUAL = "key ", "usual "
_SECTIONS = {
    "look": "LOOK",
    "time": "TIME, WHERE THE AGENDA SAYS NOTHING",
    "guards": "A SECOND PRESS THAT SOON IS A SLIP",
    "every_window": "A KEY THAT COUNTS IN EVERY WINDOW",
    "monitors": "MONITORS",
    "sound": "SOUND",
    "obs": "OBS",
}
_NAMES = {
    "theme": "Look",
    "script": "Size of the script",
    "countdown": "Size of the countdown",
    "lists": "Size of rundown and cues",
    "warning": "Warning",
    "wrap_up": "Wrap-up",
    "after_take": "After a step",
    "after_automatic_take": "After one by itself",
    "after_go": "After a cue",
    "everywhere": "Presses the large button",
    "speaker": "Speaker display",
    "programme": "Programme",
    "sound": "Sound of the programme",
    "tones": "Tones at the phases",
    "obs_host": "Where OBS runs",
    "obs_port": "Port",
    "obs_password": "Password",
}
_LATER = {
    "everywhere": "no other program gets it meanwhile",
    "programme": "from its next opening on",
    "sound": "from its next opening on",
    "obs_host": "in the file; counts at once",
    "obs_port": "in the file; counts at once",
    "obs_password": "in the file, in plain text",
}

Change = Callable[[Settings], str | None]
"""Takes the settings as they are to be; None, or why that can't be."""


class SettingsBoard:
    """Shows what is so, and hands on what is chosen."""

    def __init__(
        self,
        settings: Callable[[], Settings],
        change: Change,
        catch: Callable[[Wish], None],
        file: str,
        found: Mapping[str, Sequence[str]],
        instead: Mapping[str, str] | None = None,
    ) -> None:
        """What it is made with.

        Args:
            catch: Lets the next key that is pressed be that of a wish.
            file: Where the settings are kept.
            found: What there is to choose from on this machine, by the name of the setting.
            instead: What counts in place of a setting, by its name: a variable of the environment.
        """
        self._settings = settings
        self._change = change
        self._catch = catch
        self._file = file
        self._found = found
        self._instead = instead or {}
        self._words = ""
        self.waits_for: Wish | None = None

    def choose(self, what: str) -> None:
        """The next choice of a setting; or a key is to be changed, or to be the usual one again."""
        settings = self._settings()
        if what.startswith(KEY):
            self.waits_for = Wish(what.removeprefix(KEY))
            self._catch(self.waits_for)
        elif what.startswith(USUAL):
            name = what.removeprefix(USUAL)
            keys = {each: own for each, own in settings.keys.items() if each != name}
            self._words = self._change(replace(settings, keys=keys)) or ""
        else:
            setting = next(each for each in SETTINGS if each.name == what)
            choices = self._choices(setting)
            now = getattr(settings, what)
            place = choices.index(now) + 1 if now in choices else 0
            self._words = self._change(replace(settings, **{what: choices[place % len(choices)]})) or ""

    def take_key(self, key: str) -> None:
        """This is the key that was pressed; empty: none."""
        wish, self.waits_for = self.waits_for, None
        if wish is None or not key:
            self._words = ""
            return
        settings = self._settings()
        self._words = self._change(replace(settings, keys={**settings.keys, wish.value: (key,)})) or ""

    def page(self, snapshot: Snapshot) -> Page:
        """What there is to see."""
        running = snapshot.status in (Status.ON_AIR, Status.HELD)
        note, tone = self._note()
        return Page(
            title="Settings",
            note=note,
            tone=tone,
            lines=(*self._lines(), *self._key_lines(running=running)),
            others=(Act("Copy where they are kept", Copy(self._file)),),
        )

    def _note(self) -> tuple[str, Tone]:
        if self.waits_for is not None:
            words = next(key.words for key in KEYS if key.wish is self.waits_for)
            return f"Press the new key for “{words}” now. Esc leaves it as it is.", Tone.WATCH
        if self._words:
            return self._words, Tone.WRONG
        return f"What you choose counts at once. Kept in {self._file}", Tone.PLAIN

    def _choices(self, setting: Setting) -> tuple[Any, ...]:
        found = self._found.get(setting.name)
        return setting.choices if found is None else ("", *found)

    def _lines(self) -> list[Line]:
        lines: list[Line] = []
        settings, section = self._settings(), ""
        for each in SETTINGS:
            if each.section != section:
                section = each.section
                lines.append(Line(_SECTIONS[section], heading=True))
            act = (
                (Act("Change", Choose(each.name), f"{_NAMES[each.name]}: the next choice"),)
                if len(self._choices(each)) > 1
                else ()
            )
            shown = _shown(each, getattr(settings, each.name))
            instead = self._instead.get(each.name)
            below = f"{instead} counts instead" if instead else _LATER.get(each.name, "")
            lines.append(Line(_NAMES[each.name], shown, below=below, acts=act))
        return lines

    def _key_lines(self, *, running: bool) -> list[Line]:
        below = "before or after the show, or in the file" if running else ""
        lines = [Line("KEYS", below, heading=True)]
        chosen = self._settings().keys
        for key in KEYS:
            doing = None if running else Choose(f"{KEY}{key.wish.value}")
            acts = [Act("Change", doing, f"{key.words}: another key")]
            if key.wish.value in chosen:
                usual = None if running else Choose(f"{USUAL}{key.wish.value}")
                acts.append(Act("Usual", usual, f"{key.words}: the usual key"))
            keys = " or ".join(map(printed, keys_for(key.wish)))
            lines.append(Line(key.words, below=keys, acts=(acts[0],), rest=tuple(acts[1:])))
        return lines


def _shown(setting: Setting, own: Any) -> str:
    if setting.name == "obs_password":
        return "set" if own else "none"
    if isinstance(own, bool):
        return "on" if own else "off"
    if own == "":
        return {"obs_host": "not used", "everywhere": "none", "sound": "the system’s own"}.get(
            setting.name, "a free one"
        )
    if setting.name == "everywhere":
        return printed(own)
    unit = {"time": " s", "guards": " ms"}.get(setting.section, "")
    return f"{own}{unit}"
