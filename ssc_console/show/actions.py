"""What a cue can do: one table, from which the agenda's checks, the docs and the doing are made.

An action is written in words, then what it is about, with or without a colon: ``lower third: chediek``,
``obs scene Speaker``. A rundown keeps the words as they were written; `parse` reads them.
"""

import re
from enum import StrEnum
from functools import lru_cache

from ssc_console.show.value import value


class Verb(StrEnum):
    """What is done; the value is how it is written."""

    LOWER_THIRD = "lower third"
    CLEAR_LOWER_THIRD = "clear lower third"
    ROLL = "roll video"
    RESTART = "restart video"
    PAUSE = "pause video"
    STOP = "stop video"
    PICTURE = "picture"
    CLEAR_PICTURE = "clear picture"
    HOLDING = "holding picture"
    CLOSING = "closing picture"
    BLACK = "black"
    PROGRAMME = "programme"
    LAUNCH_COVERED = "launch covered"
    LAUNCH_COUNT = "launch count"
    LAUNCH_REVEAL = "launch reveal"
    LAUNCH_LINK = "launch link"
    LAUNCH_PHOTOS = "launch photos"
    LAUNCH_SHOT = "launch shot"
    LAUNCH_DONE = "launch done"
    MESSAGE = "message"
    CLEAR_MESSAGE = "clear message"
    OBS_SCENE = "obs scene"
    OBS_RESTART = "obs restart"
    OBS_STOP = "obs stop"
    OBS_SHOW = "obs show"
    OBS_HIDE = "obs hide"
    OBS_START_RECORDING = "obs start recording"
    OBS_STOP_RECORDING = "obs stop recording"
    OBS_START_STREAMING = "obs start streaming"
    OBS_STOP_STREAMING = "obs stop streaming"
    HTTP_GET = "http get"
    HTTP_POST = "http post"
    OSC = "osc"


class About(StrEnum):
    """What stands after the words of an action."""

    NOTHING = "nothing"
    PERSON = "a key of `people`"
    FILE = "a file, relative to the agenda"
    TEXT = "the words"
    NAME = "the name that it has in OBS"
    ADDRESS = "an http:// or https:// address"
    OSC = "host:port, the OSC address, and its arguments"


@value
class Usage:
    """One line of the table.

    Attributes:
        needed: What the action is about must be named; otherwise it may be.
        meaning: For staff: what it does, as an imperative, without its full stop.
    """

    about: About
    needed: bool
    meaning: str
    example: str


_NO, _PERSON, _FILE, _NAME = About.NOTHING, About.PERSON, About.FILE, About.NAME

USAGE: dict[Verb, Usage] = {
    Verb.LOWER_THIRD: Usage(
        _PERSON,
        False,
        "Show name, title and organisation of that person, or of who speaks in the segment",
        "lower third",
    ),
    Verb.CLEAR_LOWER_THIRD: Usage(_NO, False, "Take the lower third away", "clear lower third"),
    Verb.ROLL: Usage(_NO, False, "Roll the segment's video, or let it play on", "roll video"),
    Verb.RESTART: Usage(_NO, False, "Roll the video from its beginning again", "restart video"),
    Verb.PAUSE: Usage(_NO, False, "Pause the video where it is", "pause video"),
    Verb.STOP: Usage(_NO, False, "Fade the video out, to the holding picture", "stop video"),
    Verb.PICTURE: Usage(_FILE, True, "Show a picture on the programme", "picture: photos/group.jpg"),
    Verb.CLEAR_PICTURE: Usage(_NO, False, "Take the picture away", "clear picture"),
    Verb.HOLDING: Usage(_NO, False, "Show the holding picture on the programme", "holding picture"),
    Verb.CLOSING: Usage(_NO, False, "Show the closing picture on the programme", "closing picture"),
    Verb.BLACK: Usage(_NO, False, "Let the programme be black", "black"),
    Verb.PROGRAMME: Usage(_NO, False, "Show what the show itself has on the programme again", "programme"),
    Verb.LAUNCH_COVERED: Usage(_NO, False, "Launch: show the publication, still covered", "launch covered"),
    Verb.LAUNCH_COUNT: Usage(_NO, False, "Launch: count down from 5", "launch count"),
    Verb.LAUNCH_REVEAL: Usage(_NO, False, "Launch: reveal the cover and its title", "launch reveal"),
    Verb.LAUNCH_LINK: Usage(_NO, False, "Launch: show the link, as a QR code and in words", "launch link"),
    Verb.LAUNCH_PHOTOS: Usage(_NO, False, "Launch: get ready for the photos", "launch photos"),
    Verb.LAUNCH_SHOT: Usage(_NO, False, "Launch: count 3, 2, 1 for a photo, and mark it", "launch shot"),
    Verb.LAUNCH_DONE: Usage(_NO, False, "Launch: it is done", "launch done"),
    Verb.MESSAGE: Usage(About.TEXT, True, "Show the one who speaks a line", "message: Please wrap up"),
    Verb.CLEAR_MESSAGE: Usage(_NO, False, "Take that line away", "clear message"),
    Verb.OBS_SCENE: Usage(_NAME, True, "OBS: switch to a scene", "obs scene: Speaker"),
    Verb.OBS_RESTART: Usage(
        _NAME, True, "OBS: play a media source from its beginning", "obs restart: Video 1"
    ),
    Verb.OBS_STOP: Usage(_NAME, True, "OBS: stop a media source", "obs stop: Video 1"),
    Verb.OBS_SHOW: Usage(_NAME, True, "OBS: show a source of the present scene", "obs show: Logo"),
    Verb.OBS_HIDE: Usage(_NAME, True, "OBS: hide a source of the present scene", "obs hide: Logo"),
    Verb.OBS_START_RECORDING: Usage(_NO, False, "OBS: start recording", "obs start recording"),
    Verb.OBS_STOP_RECORDING: Usage(_NO, False, "OBS: stop recording", "obs stop recording"),
    Verb.OBS_START_STREAMING: Usage(_NO, False, "OBS: start streaming", "obs start streaming"),
    Verb.OBS_STOP_STREAMING: Usage(_NO, False, "OBS: stop streaming", "obs stop streaming"),
    Verb.HTTP_GET: Usage(About.ADDRESS, True, "Ask a web address", "http get: http://10.0.0.5/light/on"),
    Verb.HTTP_POST: Usage(About.ADDRESS, True, "Post to a web address", "http post: http://10.0.0.5/cue"),
    Verb.OSC: Usage(About.OSC, True, "Send an OSC message", "osc: 10.0.0.5:53000 /cue/1/start"),
}

LAUNCH_STEPS = (
    Verb.LAUNCH_COVERED,
    Verb.LAUNCH_COUNT,
    Verb.LAUNCH_REVEAL,
    Verb.LAUNCH_LINK,
    Verb.LAUNCH_PHOTOS,
    Verb.LAUNCH_SHOT,
    Verb.LAUNCH_DONE,
)
"""In the order in which they are performed."""

ON_VIDEO = frozenset({Verb.ROLL, Verb.RESTART, Verb.PAUSE, Verb.STOP})
"""What fits only while a video is on air."""

OUTSIDE = frozenset(verb for verb in Verb if verb.value.split()[0] in ("obs", "http", "osc"))
"""What is done to the world outside of the console, and can fail there."""

TELL_OBS = frozenset(verb for verb in Verb if verb.value.startswith("obs "))


@value
class Action:
    """One thing that a cue does.

    Attributes:
        about: What it is about, in the agenda's words; None where it is about nothing in particular.
    """

    verb: Verb
    about: str | None = None

    def __str__(self) -> str:
        return self.verb.value if self.about is None else f"{self.verb.value}: {self.about}"


class NotAnAction(ValueError):
    """A text that no action can be read from. `hint` says what to write instead."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


_BY_LENGTH = sorted(Verb, key=lambda verb: -len(verb.value))


@lru_cache(maxsize=1024)
def parse(text: str) -> Action:
    """The action that a text means; upper and lower case, and double spaces, are the same in its words.

    Raises:
        NotAnAction: It means none, or lacks what it is about.
    """
    words = " ".join(text.split())
    lower = words.lower()
    for verb in _BY_LENGTH:
        if lower == verb.value or lower.startswith((f"{verb.value} ", f"{verb.value}:")):
            return _checked(verb, words[len(verb.value) :].lstrip(" :").strip() or None)
    raise NotAnAction(f"“{text}” is nothing that a cue can do", _nearest(lower))


@lru_cache(maxsize=1024)
def readable(texts: tuple[str, ...]) -> tuple[Action, ...]:
    """The actions that some texts mean; what only another version can do is left out."""
    found = []
    for text in texts:
        try:
            found.append(parse(text))
        except NotAnAction:
            continue
    return tuple(found)


def _checked(verb: Verb, about: str | None) -> Action:
    usage = USAGE[verb]
    if about is None and usage.needed:
        raise NotAnAction(f"“{verb.value}” of what is not said", f"Write `{usage.example}`")
    if about is not None and usage.about is About.NOTHING:
        raise NotAnAction(f"“{verb.value}” is about nothing else", f"Write `{verb.value}` alone")
    if about is not None:
        _check_form(usage, about)
    return Action(verb, about)


_ADDRESS = r"https?://[^\s/:]+(:\d{1,5})?(/\S*)?"
"""Compiled when the first one is read: few cues ask the web."""


def _check_form(usage: Usage, about: str) -> None:
    if usage.about is About.ADDRESS and re.fullmatch(_ADDRESS, about) is None:
        raise NotAnAction(f"“{about}” is not {usage.about.value}", f"Write `{usage.example}`")
    if usage.about is About.OSC:
        _check_osc(usage, about)


def _check_osc(usage: Usage, about: str) -> None:
    from ssc_console.show.osc import NotOsc, read_osc  # few cues send one

    try:
        read_osc(about)
    except NotOsc as why:
        raise NotAnAction(f"“{about}” can't be sent: {why}", f"Write `{usage.example}`") from None


def _nearest(words: str) -> str:
    import difflib  # slow to import, and few actions are mistyped

    known = [verb.value for verb in Verb]
    # What it is about may follow: its first words are compared too.
    tries = [" ".join(words.split()[:count]).rstrip(":") for count in (4, 3, 2, 1)]
    for each in (words, *tries):
        near = difflib.get_close_matches(each, known, n=1, cutoff=0.7)
        if near:
            return f"Did you mean `{USAGE[Verb(near[0])].example}`?"
    return "Write one of: " + ", ".join(known)
