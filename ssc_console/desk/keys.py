"""The keys: one table from which actions, buttons, menus, the overlay and the handbook are made.

What a person has chosen instead is kept with the application, like its palette (see `chosen_keys`).

Defaults are on every keyboard layout: Space, Enter, arrows, function keys, and Ctrl with Latin letters, which
Qt finds on another layout where a Latin one is set up beside it (Thai and English). Each key that is a letter
alone has a function key beside it, and undo one that is on every layout.
"""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from ssc_console.show.value import replace, value


class Group(StrEnum):
    """Under which heading (and menu) a wish stands."""

    SHOW = "Show"
    CUES = "Cues"
    SEGMENT = "Chosen segment"
    SPEAKER = "Speaker"
    PROGRAMME = "Programme"
    CLOCK = "Clock"
    REHEARSAL = "Rehearsal"
    REPLAY = "Replay"
    RUN = "Run"
    VIEW = "View"


class Wish(StrEnum):
    """What a person can want of the desk; the names are those of `Key.wish`."""

    PRESS = "press"
    HOLD = "hold"
    MORE = "more"
    LESS = "less"
    UNDO = "undo"
    REDO = "redo"
    BACK = "back"
    POSTPONE = "postpone"
    CATCH_UP = "catch up"
    GREEN_ROOM = "green room"
    CALLS = "calls"
    FALLBACK = "fallback"
    SWAP = "swap"
    RELOAD = "reload"
    END = "end"
    RESET = "reset"
    NOTE = "note"
    REPORT = "report"
    COMPARE = "compare"
    KEEP = "keep"
    CHECK = "check"
    OBS_AGAIN = "obs again"
    GO = "go"
    STANDBY = "standby"
    DISMISS = "dismiss"
    REARM = "rearm"
    TEST = "test"
    TAKE = "take"
    ADD = "add"
    RETIME = "retime"
    SKIP = "skip"
    EARLIER = "earlier"
    LATER = "later"
    MOVE = "move"
    BRING_BACK = "bring back"
    INSERT = "insert"
    MESSAGE = "message"
    CLEAR = "clear"
    FLASH = "flash"
    DISPLAY = "speaker display"
    BLACKOUT = "blackout"
    PROGRAMME = "programme"
    VIDEO = "video"
    RESTART_VIDEO = "restart video"
    STOP_VIDEO = "stop video"
    HOLDING = "holding picture"
    BLACK = "black"
    THIRD = "lower third"
    PAUSE = "pause"
    FASTER = "faster"
    SLOWER = "slower"
    JUMP = "jump"
    TO_CUE = "to the next cue"
    STOPWATCH = "stopwatch"
    IS_SHOW = "it is the show"
    IS_REHEARSAL = "it is a rehearsal"
    EARLIER_AGAIN = "ten seconds back"
    ON = "ten seconds on"
    ALL_KEYS = "all keys"
    MENU = "menu"
    RUNDOWN = "rundown"
    READ_ON = "read on"
    READ_AGAIN = "read again"
    LARGER = "larger"
    SMALLER = "smaller"
    LOOK = "look"
    SETTINGS = "settings"
    TO_SHOW = "to the show"


@value
class Key:
    """One line of the table.

    Attributes:
        words: As in a menu; what it does, as an imperative.
        keys: The first is printed on the button.
        commands: Names of the commands it may give (see the table of commands and states); empty: none.
    """

    wish: Wish
    group: Group
    words: str
    keys: tuple[str, ...]
    commands: tuple[str, ...] = ()


_SHOW, _CUES, _SEGMENT, _VIEW = Group.SHOW, Group.CUES, Group.SEGMENT, Group.VIEW

KEYS = (
    Key(Wish.PRESS, _SHOW, "Do what the large button says", ("Space", "PgDown")),
    Key(Wish.HOLD, _SHOW, "Hold, or go on", ("F8",), ("hold", "resume")),
    Key(Wish.MORE, _SHOW, "Give 0:30", ("Up",), ("add",)),
    Key(Wish.LESS, _SHOW, "Take 0:30 away", ("Down",), ("add",)),
    Key(Wish.UNDO, _SHOW, "Undo", ("Ctrl+Z", "Alt+Backspace"), ("undo",)),
    Key(Wish.REDO, _SHOW, "Redo", ("Ctrl+Shift+Z", "Ctrl+Y", "Alt+Shift+Backspace"), ("redo",)),
    Key(Wish.BACK, _SHOW, "Back to the segment before", ("Ctrl+Backspace",), ("back",)),
    Key(Wish.POSTPONE, _SHOW, "Postpone the start…", ("F5",), ("postpone",)),
    Key(Wish.CATCH_UP, _SHOW, "Catch up…", ("Shift+F5", "C"), ("catch up",)),
    Key(Wish.GREEN_ROOM, _SHOW, "Green room…", ("Shift+F7", "G"), ("person",)),
    Key(Wish.CALLS, _SHOW, "Copy all calls that are due now", ("Ctrl+Shift+C",)),
    Key(Wish.RELOAD, _SHOW, "What has changed in the agenda’s file…", ("Ctrl+R",), ("reload",)),
    Key(Wish.SWAP, _SHOW, "Swap what is next for who is ready", ("Ctrl+F9",), ("move",)),
    Key(Wish.FALLBACK, _SHOW, "What the agenda has for who is missed", ("Shift+F3",), ("do", "move", "take")),
    Key(Wish.END, _SHOW, "End the show", ("Ctrl+End",), ("end",)),
    Key(Wish.RESET, _SHOW, "Start over with a new run", ("Ctrl+Shift+Del",), ("reset",)),
    Key(Wish.NOTE, _SHOW, "Note for later…", ("F7", "N"), ("note",)),
    Key(Wish.REPORT, _SHOW, "Report of this run, in the browser", ("F12",)),
    Key(Wish.CHECK, _SHOW, "Check again what the show needs", ("Ctrl+F5",)),
    Key(Wish.OBS_AGAIN, _SHOW, "Try to reach OBS at once", ("Ctrl+Shift+O",)),
    Key(Wish.GO, _CUES, "Go the first cue", ("Return", "Enter"), ("go",)),
    Key(Wish.STANDBY, _CUES, "Call the first cue to standby", ("F3",), ("standby",)),
    Key(Wish.DISMISS, _CUES, "Dismiss the first cue", ("F4",), ("dismiss",)),
    Key(Wish.REARM, _CUES, "Rearm the latest cue", ("Shift+F4",), ("rearm",)),
    Key(Wish.TEST, _CUES, "Test the first cue", ("F9",), ("test",)),
    Key(Wish.TAKE, _SEGMENT, "Take it now", ("Ctrl+Return",), ("take",)),
    Key(Wish.ADD, _SEGMENT, "Add to its time…", ("Ctrl+D",), ("add",)),
    Key(Wish.RETIME, _SEGMENT, "Set its length…", ("Ctrl+T",), ("retime",)),
    Key(Wish.SKIP, _SEGMENT, "Skip, or restore", ("Ctrl+K",), ("skip", "restore")),
    Key(Wish.EARLIER, _SEGMENT, "Move it up", ("Ctrl+Up",), ("move",)),
    Key(Wish.LATER, _SEGMENT, "Move it down", ("Ctrl+Down",), ("move",)),
    Key(Wish.MOVE, _SEGMENT, "Move it before…", ("Ctrl+M",), ("move",)),
    Key(Wish.BRING_BACK, _SEGMENT, "Bring it back, or move it, to be next", ("Ctrl+B",), ("move",)),
    Key(Wish.INSERT, _SEGMENT, "Insert after it…", ("Ctrl+I", "Ins"), ("insert",)),
    Key(Wish.MESSAGE, Group.SPEAKER, "Message to the speaker…", ("F2", "M"), ("message",)),
    Key(Wish.CLEAR, Group.SPEAKER, "Clear the message", ("Shift+F2",), ("clear",)),
    Key(Wish.FLASH, Group.SPEAKER, "Let the message flash", ("Ctrl+F2",), ("flash",)),
    Key(Wish.DISPLAY, Group.SPEAKER, "Open or close the speaker display", ("F6",)),
    Key(Wish.BLACKOUT, Group.SPEAKER, "Black out the speaker display", ("Shift+F6",)),
    Key(Wish.PROGRAMME, Group.PROGRAMME, "Open or close the programme’s window", ("Ctrl+F6",)),
    Key(Wish.VIDEO, Group.PROGRAMME, "Pause the video, or roll it", ("Shift+F8", "V"), ("do",)),
    Key(Wish.RESTART_VIDEO, Group.PROGRAMME, "Roll the video from its beginning", ("Ctrl+F8",), ("do",)),
    Key(Wish.STOP_VIDEO, Group.PROGRAMME, "Fade the video out at once", ("Shift+F9", "X"), ("do",)),
    Key(Wish.THIRD, Group.PROGRAMME, "Lower third of who is on air, or away with it", ("Ctrl+F3",), ("do",)),
    Key(Wish.HOLDING, Group.PROGRAMME, "Holding picture, or what the show has", ("Ctrl+F7",), ("do",)),
    Key(Wish.BLACK, Group.PROGRAMME, "Black programme, or what the show has", ("Ctrl+F10",), ("do",)),
    Key(Wish.PAUSE, Group.CLOCK, "Pause the clock, or let it run", ("Ctrl+P", "Pause")),
    Key(Wish.FASTER, Group.CLOCK, "Faster", ("Ctrl+Right",)),
    Key(Wish.SLOWER, Group.CLOCK, "Slower", ("Ctrl+Left",)),
    Key(Wish.JUMP, Group.CLOCK, "Jump to 1:00 before the end", ("Ctrl+J",)),
    Key(Wish.TO_CUE, Group.CLOCK, "Jump to just before the next cue", ("Ctrl+G",)),
    Key(
        Wish.STOPWATCH,
        Group.REHEARSAL,
        "Stopwatch: tap as the speaker begins and ends",
        ("F11", "T"),
        ("measure",),
    ),
    Key(Wish.COMPARE, Group.REHEARSAL, "The latest rehearsals side by side", ("Shift+F12",)),
    Key(Wish.KEEP, Group.REHEARSAL, "Keep the suggested durations", ("Ctrl+S",)),
    Key(Wish.EARLIER_AGAIN, Group.REPLAY, "Ten seconds back", ("Left",)),
    Key(Wish.ON, Group.REPLAY, "Ten seconds on", ("Right",)),
    Key(Wish.IS_SHOW, Group.RUN, "This run is the show", ("Ctrl+Shift+L",), ("declare",)),
    Key(Wish.IS_REHEARSAL, Group.RUN, "This run is only a rehearsal", ("Ctrl+Shift+R",), ("declare",)),
    Key(Wish.ALL_KEYS, _VIEW, "All keys", ("F1", "?")),
    Key(Wish.MENU, _VIEW, "Menu", ("F10",)),
    Key(Wish.RUNDOWN, _VIEW, "Choose in the rundown; before and after, show it", ("Ctrl+L",)),
    Key(Wish.READ_ON, _VIEW, "Read on in the script", ("Ctrl+PgDown",)),
    Key(Wish.READ_AGAIN, _VIEW, "Back in the script", ("Ctrl+PgUp",)),
    Key(Wish.LARGER, _VIEW, "Larger script", ("Ctrl++", "Ctrl+=")),
    Key(Wish.SMALLER, _VIEW, "Smaller script", ("Ctrl+-",)),
    Key(Wish.LOOK, _VIEW, "Next look: dark, light, high contrast", ("Ctrl+F11",)),
    Key(Wish.SETTINGS, _VIEW, "Settings…", ("Ctrl+F12", "Ctrl+,")),
    Key(Wish.TO_SHOW, _VIEW, "Keyboard back to the show", ("Esc",)),
)
_TO_READ = frozenset({Wish.CATCH_UP, Wish.GREEN_ROOM})
"""They open what is worth reading, too, for who gives no command there."""
_OF_WHO_RUNS_IT = frozenset({Wish.PROGRAMME, Wish.CHECK, Wish.OBS_AGAIN})
"""They give no command of the show, and need what only the console has that runs it."""
BY_WISH = {key.wish: key for key in KEYS}

CHOSEN = "chosen keys"
"""The application's property: keys by the name of their wish."""

EVERYWHERE = "key in every window"
"""The application's property: a key that presses the large button whichever window has the keyboard."""

_PRINTED = {
    "PgDown": "Page Down", "PgUp": "Page Up",
    "Return": "Enter", "Up": "↑", "Down": "↓", "Del": "Delete", "Ins": "Insert",
    "Right": "→", "Left": "←", "Ctrl++": "Ctrl +", "Ctrl+-": "Ctrl −",
}  # fmt: skip


def printed(key: str) -> str:
    """A key as it stands on a button: ``↑``, ``Ctrl Shift Z``."""
    if key in _PRINTED:
        return _PRINTED[key]
    return " ".join(_PRINTED.get(part, part) for part in key.split("+"))


def keys_for(wish: Wish) -> tuple[str, ...]:
    """The keys of a wish: the usual ones, or those that a person has chosen."""
    running = QCoreApplication.instance()
    chosen = None if running is None else running.property(CHOSEN)
    return tuple(chosen[wish.value]) if chosen and wish.value in chosen else BY_WISH[wish].keys


def counts(key: Key, *, acts: bool) -> bool:
    """Whether the key does anything but say why not: where a show is only looked at, few do."""
    return acts or key.wish in _TO_READ or not (key.commands or key.wish in _OF_WHO_RUNS_IT)


def key_everywhere() -> str:
    """What is printed of the key that counts in every window; empty: there is none."""
    running = QCoreApplication.instance()
    key = None if running is None else running.property(EVERYWHERE)
    return printed(key) if key else ""


def key_table() -> tuple[Key, ...]:
    """The table with the keys that count now."""
    return tuple(replace(key, keys=keys_for(key.wish)) for key in KEYS)


def key_of(wish: Wish) -> str:
    """What is printed on the button of a wish."""
    return printed(keys_for(wish)[0])
