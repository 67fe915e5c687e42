"""What the commands share: reading what they are given, or stopping with a sentence."""

import os
import sys
from contextlib import suppress
from datetime import timedelta
from typing import Any, NoReturn, TextIO

FINE, BAD_INPUT, WRONG_USE = 0, 1, 2


class Stop(Exception):
    """Ends the command with an exit status; the text, if any, is for standard error."""

    def __init__(self, status: int, text: str = "") -> None:
        super().__init__(text)
        self.status = status


def agenda_or_default(path: str | None) -> str:
    from ssc_console.resources import default_agenda

    if path is not None:
        return path
    return "agenda.yaml" if os.path.exists("agenda.yaml") else default_agenda()


def media_length(path: str) -> timedelta | str:
    """How long a media file is, or why not, for `duration: media`; what reads it is loaded only then."""
    from ssc_console.media import length

    return length(path)


def load_agenda(path: str) -> Any:
    """The agenda, if it can be used; its problems go to standard error."""
    return told(read_agenda(path), path)


def read_agenda(path: str) -> Any:
    """What comes of reading it; nothing is told."""
    from ssc_console.agenda.loading import load

    return load(path, media_length)


def told(loaded: Any, path: str, *, needed: bool = True) -> Any:
    """The same, if it can be used or is not needed, with its problems told."""
    if loaded.problems:
        _tell_problems(loaded, path)
    if loaded.rundown is None and needed:
        raise Stop(BAD_INPUT)
    return loaded


def _tell_problems(loaded: Any, path: str) -> None:
    from ssc_console.agenda import render

    for problem in loaded.problems:
        say(render(problem, path, colour(sys.stderr)))


def say(text: str) -> None:
    """To standard error. Where nobody can read that, the work goes on, and its exit status says the rest."""
    with suppress(OSError):
        print(text, file=sys.stderr)


def colour(stream: TextIO) -> bool:
    return stream.isatty() and "NO_COLOR" not in os.environ


def _read(path: str, what: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except UnicodeDecodeError:
        stop(f"{path}: this {what} is not UTF-8 text. Save it as UTF-8 and try again.")
    except OSError as why:
        stop(f"{path}: can't read this {what}: {why.strerror}. Check the name and the permissions.")


def stop(text: str, status: int = BAD_INPUT) -> NoReturn:
    raise Stop(status, text)


def load_script(path: str) -> Any:
    from ssc_console.script import parse

    lines, problems = parse(_read(path, "script"))
    for problem in problems:
        say(f"{path}:{problem.line}:{problem.column}: {problem.message}.")
    if problems:
        raise Stop(BAD_INPUT)
    if not lines:
        stop(f"{path}:1:1: the script has no steps. Write one a line, such as “10:29:00 read”.")
    return lines


def write(text: str, path: str | None) -> None:
    if path is None:
        sys.stdout.write(text)
        return
    write_bytes(text.encode(), path)


def write_bytes(data: bytes, path: str) -> None:
    """Into that file, whole or not at all: the one that is there may be all that somebody has."""
    to = os.path.realpath(path)
    aside = f"{to}.{os.getpid()}.part" if _may_be_replaced(to) else to
    try:
        with open(aside, "wb") as file:
            if aside != to and os.path.exists(to):
                os.chmod(aside, os.stat(to).st_mode & 0o7777)  # who may read it stays as somebody has chosen
            file.write(data)
        if aside != to:
            os.replace(aside, to)
    except OSError as why:
        if aside != to:
            with suppress(OSError):
                os.remove(aside)
        stop(f"{path}: can't write: {why.strerror}. Choose another place with -o.")


def _may_be_replaced(path: str) -> bool:
    """Whether a file beside it can take its place: never that of a device, nor of what may not be written."""
    is_free = not os.path.exists(path) or (os.path.isfile(path) and os.access(path, os.W_OK))
    return is_free and os.access(os.path.dirname(path), os.W_OK)
