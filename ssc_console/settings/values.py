"""The settings, all of them, with what each may be: one table from which the file and the panel are made."""

from collections.abc import Callable, Mapping
from typing import Any

from ssc_console.show.value import field, value

LOOKS = ("dark", "light", "contrast")
SCRIPT_SIZES = (16, 18, 20, 22, 25, 28, 32, 37, 43, 50)
"""Of the script's words, in logical pixels."""
COUNTDOWN_SIZES = ("normal", "large", "largest")
LIST_SIZES = ("normal", "large")


class BadSetting(ValueError):
    """It can't be that. The text says what it can be, as the end of a sentence."""


@value(kw_only=True)
class Settings:
    """What a person has chosen; the defaults are what everybody begins with.

    Attributes:
        script: Size of its words, in logical pixels.
        countdown: How much of the desk the countdown takes, with what goes with it on air.
        lists: Size of the rundown's texts and the cues'.
        warning, wrap_up: Seconds; of long segments to which the agenda gives no threshold.
        after_take, after_automatic_take, after_go: Milliseconds within which a second press is a bounce.
        speaker, programme: Names of monitors; empty: whichever is free.
        sound: The device that the programme plays on; empty: the system's own.
        tones: A soft tone at warning, wrap-up and overrun.
        obs_host: Empty: OBS is not used.
        obs_password: In no `repr`.
        everywhere: A key that presses the large button whichever window has the keyboard; empty: none.
        keys: What the person has chosen instead of the usual keys, by the name of what they do.
    """

    theme: str = "dark"
    script: int = 22
    countdown: str = "normal"
    lists: str = "normal"
    warning: int = 60
    wrap_up: int = 30
    after_take: int = 1000
    after_automatic_take: int = 3000
    after_go: int = 500
    speaker: str = ""
    programme: str = ""
    sound: str = ""
    tones: bool = False
    obs_host: str = ""
    obs_port: int = 4455
    obs_password: str = field(default="", repr=False)
    everywhere: str = ""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


Check = Callable[[Any], Any]


@value
class Setting:
    """One setting.

    Attributes:
        section, key: Where it stands in the file.
        name: Of the field of `Settings`.
        about: For the comment beside it.
        check: Gives the value back as it is kept, or raises `BadSetting`.
        choices: What the panel offers, in order; empty: it is set in the file.
    """

    section: str
    key: str
    name: str
    about: str
    check: Check
    choices: tuple[Any, ...] = ()


def _one_of(*allowed: Any) -> Check:
    def check(given: Any) -> Any:
        if isinstance(given, bool) or given not in allowed:
            raise BadSetting(f"it is one of {', '.join(map(str, allowed))}")
        return given

    return check


def _whole(least: int, most: int, of: str) -> Check:
    def check(given: Any) -> Any:
        if isinstance(given, bool) or not isinstance(given, int) or not least <= given <= most:
            raise BadSetting(f"it is a whole number of {of} from {least} to {most}")
        return given

    return check


def _text(given: Any) -> Any:
    if not isinstance(given, str) or len(given) > 200 or any(ord(each) < 32 for each in given):
        raise BadSetting("it is a text in quotes, on one line")
    return given


def _host(given: Any) -> Any:
    if any(each in _text(given) for each in "/@?# \t"):
        raise BadSetting("it is a name or an address alone, such as localhost or 192.168.1.20")
    return given


def _yes_or_no(given: Any) -> Any:
    if not isinstance(given, bool):
        raise BadSetting("it is true or false")
    return given


_SECONDS, _MS = "seconds", "milliseconds"
SETTINGS = (
    Setting("look", "theme", "theme", "dark, light or contrast", _one_of(*LOOKS), LOOKS),
    Setting("look", "script", "script", "size of the script's words", _one_of(*SCRIPT_SIZES), SCRIPT_SIZES),
    Setting(
        "look",
        "countdown",
        "countdown",
        "size of the countdown: normal, large or largest",
        _one_of(*COUNTDOWN_SIZES),
        COUNTDOWN_SIZES,
    ),
    Setting(
        "look",
        "lists",
        "lists",
        "size of the rundown and the cues: normal or large",
        _one_of(*LIST_SIZES),
        LIST_SIZES,
    ),
    Setting(
        "time",
        "warning",
        "warning",
        "seconds left at which a segment turns amber, where the agenda does not say",
        _whole(0, 3600, _SECONDS),
        (30, 45, 60, 90, 120, 180),
    ),
    Setting(
        "time",
        "wrap_up",
        "wrap_up",
        "seconds left at which it turns red",
        _whole(0, 3600, _SECONDS),
        (10, 15, 20, 30, 45, 60),
    ),
    Setting(
        "guards",
        "after_take",
        "after_take",
        "milliseconds after a step in which another one is a bounced key",
        _whole(0, 10_000, _MS),
        (0, 500, 1000, 1500, 2000),
    ),
    Setting(
        "guards",
        "after_automatic_take",
        "after_automatic_take",
        "the same after a step that came by itself",
        _whole(0, 10_000, _MS),
        (0, 1000, 2000, 3000, 5000),
    ),
    Setting(
        "guards",
        "after_go",
        "after_go",
        "the same between two cues",
        _whole(0, 10_000, _MS),
        (0, 250, 500, 1000),
    ),
    Setting(
        "every_window",
        "press",
        "everywhere",
        "a key that presses the large button in every window, such as Ctrl+Alt+Space; empty: none",
        _text,
        ("", "Ctrl+Alt+Space", "F9", "Pause", "PgDown"),
    ),
    Setting("monitors", "speaker", "speaker", "name of the speaker's monitor; empty: a free one", _text),
    Setting(
        "monitors", "programme", "programme", "name of the programme's monitor; empty: a free one", _text
    ),
    Setting("sound", "programme", "sound", "device for the programme; empty: the system's own", _text),
    Setting(
        "sound",
        "tones",
        "tones",
        "a soft tone at warning, wrap-up and overrun",
        _yes_or_no,
        (False, True),
    ),
    Setting("obs", "host", "obs_host", "where OBS runs; empty: OBS is not used", _host),
    Setting("obs", "port", "obs_port", "OBS's own is 4455", _whole(1, 65535, "a port")),
    Setting(
        "obs",
        "password",
        "obs_password",
        "stands here in plain text; SSC_CONSOLE_OBS_PASSWORD keeps it out of this file",
        _text,
    ),
)
"""In the order of the file."""

KEYS = "keys"
"""The section of the keys: a list of keys by the name of what they do."""


def keys_of(given: Any) -> tuple[str, ...]:
    """The keys of one wish.

    Raises:
        BadSetting: They are no list of texts.
    """
    if isinstance(given, str):
        given = [given]
    if (
        not isinstance(given, list | tuple)
        or not given
        or not all(isinstance(one, str) and one for one in given)
    ):
        raise BadSetting('it is a list of keys, such as ["F8", "Ctrl+H"]')
    return tuple(given)
