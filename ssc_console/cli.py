"""The command line: words to work. Results go to standard output, everything else to standard error.

Exit status: 0 fine, 1 the input is not (its problems are printed), 2 wrong use. Each command imports what
it needs when it runs: a rehearsal on paper must not wait for a window's libraries.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TextIO

from ssc_console import __version__

FINE, BAD_INPUT, WRONG_USE = 0, 1, 2

COMMANDS = ("desk", "rehearse", "check", "timetable", "simulate", "schema", "picture")


class _Stop(Exception):
    """Ends the command with an exit status; the text, if any, is for standard error."""

    def __init__(self, status: int, text: str = "") -> None:
        super().__init__(text)
        self.status = status


def run(arguments: list[str]) -> int:
    """Run one command; the exit status."""
    parser = _parser()
    if not arguments or (arguments[0] not in COMMANDS and arguments[0] not in ("-h", "--help", "--version")):
        arguments = ["desk", *arguments]
    try:
        options = parser.parse_args(arguments)
        work: Callable[[argparse.Namespace], int] = options.work
        status = work(options)
        sys.stdout.flush()
    except _Stop as stop:
        if str(stop):
            print(stop, file=sys.stderr)
        return stop.status
    except SystemExit as asked:  # argparse: help, version, wrong use
        return asked.code if isinstance(asked.code, int) else WRONG_USE
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`): nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except KeyboardInterrupt:
        return 130
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ssc-console",
        description="A run-of-show console: it times a live event, cues its people, "
        "and says whether it will end on time.",
        epilog="Without a command it opens the desk: ssc-console [AGENDA].",
    )
    parser.add_argument("--version", action="version", version=f"ssc-console {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, work: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
        made.set_defaults(work=work)
        return made

    desk = command("desk", _desk, "open the desk for the live show (the default)")
    desk.add_argument("agenda", nargs="?", metavar="AGENDA", type=Path)
    rehearse = command("rehearse", _rehearse, "open the desk on a simulated clock")
    rehearse.add_argument("agenda", nargs="?", metavar="AGENDA", type=Path)
    rehearse.add_argument("--at", metavar="TIME", help="the time of day to begin at, such as 10:25")
    rehearse.add_argument("--speed", metavar="N", type=_speed, default=1.0, help="×1 to ×60")
    for each in (desk, rehearse):
        each.add_argument("--theme", choices=("dark", "light", "contrast"), help="default: as last time")
    _add_paper_commands(command)
    return parser


def _add_paper_commands(command: Callable[..., argparse.ArgumentParser]) -> None:
    check = command("check", _check, "read an agenda and say everything that is wrong with it")
    check.add_argument("agenda", metavar="AGENDA", type=Path)
    check.add_argument("--strict", action="store_true", help="warnings count as errors")
    check.add_argument("--json", action="store_true")
    timetable = command("timetable", _timetable, "print the planned timetable")
    timetable.add_argument("agenda", metavar="AGENDA", type=Path)
    timetable.add_argument("--zone", action="append", default=[], help="one more column; repeatable")
    timetable.add_argument("--format", choices=("text", "json"), default="text")
    timetable.add_argument("-o", dest="output", metavar="FILE", type=Path)
    simulate = command("simulate", _simulate, "perform a scripted rehearsal at once")
    simulate.add_argument("agenda", metavar="AGENDA", type=Path)
    simulate.add_argument("--script", metavar="FILE", type=Path, required=True)
    simulate.add_argument("--json", action="store_true")
    command("schema", _schema, "print the JSON Schema of agenda.yaml")
    picture = command("picture", _picture, "perform a script and paint a screen as it is at its end")
    picture.add_argument("agenda", nargs="?", metavar="AGENDA", type=Path)
    picture.add_argument("--script", metavar="FILE", type=Path, required=True)
    picture.add_argument("--screen", choices=("desk", "speaker"), required=True)
    picture.add_argument("--size", metavar="WxH", type=_size, default=None, help="default: 1440x900")
    picture.add_argument("--scale", metavar="N", type=_scale, default=1.0, help="default: 1")
    picture.add_argument("--theme", choices=("dark", "light", "contrast"), default="dark")
    picture.add_argument("-o", dest="output", metavar="FILE.png", type=Path, required=True)


def _speed(text: str) -> float:
    speed = float(text.removeprefix("×").removeprefix("x"))
    if not 1 <= speed <= 60:
        raise argparse.ArgumentTypeError("a speed from 1 to 60, please")
    return speed


def _scale(text: str) -> float:
    scale = float(text)
    if not 0.5 <= scale <= 4:
        raise argparse.ArgumentTypeError("a scale from 0.5 to 4, please")
    return scale


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal()) or not (
        320 <= int(width) <= 7680 and 180 <= int(height) <= 4320
    ):
        raise argparse.ArgumentTypeError("a size such as 1440x900, please (320x180 to 7680x4320)")
    return int(width), int(height)


# ---- what they share


def _agenda_or_default(path: Path | None) -> Path:
    from ssc_console.resources import default_agenda

    if path is not None:
        return path
    here = Path("agenda.yaml")
    return here if here.exists() else default_agenda()


def _load(path: Path) -> Any:
    """The agenda, if it can be used; its problems go to standard error."""
    from ssc_console.agenda import load

    loaded = load(path)
    if loaded.problems:
        _print_problems(loaded, path, sys.stderr)
    if loaded.rundown is None:
        raise _Stop(BAD_INPUT)
    return loaded


def _print_problems(loaded: Any, path: Path, stream: TextIO) -> None:
    from ssc_console.agenda import render

    for problem in loaded.problems:
        print(render(problem, path, _colour(stream)), file=stream)


def _colour(stream: TextIO) -> bool:
    return stream.isatty() and "NO_COLOR" not in os.environ


def _read(path: Path, what: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        _stop(f"{path}: this {what} is not UTF-8 text. Save it as UTF-8 and try again.")
    except OSError as why:
        _stop(f"{path}: can't read this {what}: {why.strerror}. Check the name and the permissions.")


def _stop(text: str, status: int = BAD_INPUT) -> NoReturn:
    raise _Stop(status, text)


def _script(path: Path) -> Any:
    from ssc_console.script import parse

    lines, problems = parse(_read(path, "script"))
    for problem in problems:
        print(f"{path}:{problem.line}:{problem.column}: {problem.message}.", file=sys.stderr)
    if problems:
        raise _Stop(BAD_INPUT)
    if not lines:
        _stop(f"{path}:1:1: the script has no steps. Write one a line, such as “10:29:00 read”.")
    return lines


def _write(text: str, path: Path | None) -> None:
    if path is None:
        sys.stdout.write(text)
        return
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as why:
        _stop(f"{path}: can't write: {why.strerror}. Choose another place with -o.")


# ---- the commands


def _check(options: argparse.Namespace) -> int:
    from ssc_console.agenda import load
    from ssc_console.agenda.check import check_json, check_text

    loaded = load(options.agenda)
    if options.json:
        found = check_json(loaded, options.agenda, options.strict)
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        print(check_text(loaded, options.agenda, _colour(sys.stdout)).rstrip("\n"))
    failed = loaded.rundown is None or (options.strict and loaded.problems)
    return BAD_INPUT if failed else FINE


def _timetable(options: argparse.Namespace) -> int:
    from ssc_console.reports.timetable import timetable_json, timetable_text
    from ssc_console.timecode import known_zone, nearest_zones

    for zone in options.zone:
        if not known_zone(zone):
            near = nearest_zones(zone)
            hint = f" Did you mean {' or '.join(near)}?" if near else " Use a name such as Asia/Bangkok."
            _stop(f"There is no time zone “{zone}”.{hint}")
    rundown = _load(options.agenda).rundown
    if options.format == "json":
        text = json.dumps(timetable_json(rundown, options.zone), ensure_ascii=False, indent=2) + "\n"
    else:
        text = timetable_text(rundown, options.zone)
    _write(text, options.output)
    return FINE


def _simulate(options: argparse.Namespace) -> int:
    from ssc_console.simulate import perform
    from ssc_console.wire import event_record, show

    rundown = _load(options.agenda).rundown
    performance = perform(rundown, _script(options.script))
    zone = rundown.event.timezone
    if not options.json:
        from ssc_console.reports.performance import performance_text

        print(performance_text(performance), end="")
        return FINE
    output = {
        "reads": [show(snapshot, "rehearsal") for snapshot in performance.reads],
        "refused": [
            {"line": each.line, "command": each.command, "reason": each.reason}
            for each in performance.refused
        ],
        "events": [event_record(event, zone) for event in performance.events],
    }
    print(json.dumps(output, ensure_ascii=False))
    return FINE


def _schema(_: argparse.Namespace) -> int:
    from ssc_console.agenda.check import schema_json

    print(schema_json().rstrip("\n"))
    return FINE


def _desk(options: argparse.Namespace) -> int:
    from ssc_console import app

    path = _agenda_or_default(options.agenda)
    return app.live(_load(path), options.theme)


def _rehearse(options: argparse.Namespace) -> int:
    from ssc_console import app
    from ssc_console.timecode import NotATime, nearest, parse_time_of_day

    path = _agenda_or_default(options.agenda)
    loaded = _load(path)
    event = loaded.rundown.event
    at = event.start
    if options.at is not None:
        try:
            at = nearest(parse_time_of_day(options.at), event.timezone, event.start)
        except NotATime as why:
            _stop(f"--at: {why}.", WRONG_USE)
    return app.rehearse(loaded, options.theme, at, options.speed)


def _picture(options: argparse.Namespace) -> int:
    from ssc_console import app
    from ssc_console.simulate import perform

    path = _agenda_or_default(options.agenda)
    loaded = _load(path)
    performance = perform(loaded.rundown, _script(options.script))
    size = options.size or ((1440, 900) if options.screen == "desk" else (1280, 720))
    saved = app.picture(
        loaded, performance.final, options.screen, size, options.scale, options.theme, options.output
    )
    if not saved:
        _stop(f"{options.output}: can't write this picture. Choose another place or end the name in .png.")
    return FINE
