"""The words of the command line: commands, options, and what each may be."""

import argparse
from collections.abc import Callable

from ssc_console import __version__
from ssc_console.cli import runs, told, work

# Its own words are English, as all of ours are. It would look for a translation of each, which takes longer
# than to read a command line.
argparse._ = str  # type: ignore[attr-defined]
argparse.ngettext = lambda one, more, number: one if number == 1 else more  # type: ignore[attr-defined]

Work = Callable[[argparse.Namespace], int]
Words = Callable[[argparse.ArgumentParser], None]


class _Help(argparse.HelpFormatter):
    """Help of one width. To ask for the terminal's, argparse imports all of Python's compression: 5 ms."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=78)


def parser(wanted: str | None = None) -> argparse.ArgumentParser:
    """What reads the command line.

    Args:
        wanted: The one command that is asked for, if that is known; it need not wait for the others' words.
    """
    made = argparse.ArgumentParser(
        prog="ssc-console",
        description="A run-of-show console: it times a live event, cues its people, "
        "and says whether it will end on time.",
        epilog="Without a command it opens the desk: ssc-console [AGENDA].",
        formatter_class=_Help,
    )
    made.add_argument("--version", action="version", version=f"ssc-console {__version__}")
    commands = made.add_subparsers(metavar="COMMAND", required=True)
    for name, (does, text, words) in COMMANDS.items():
        if wanted is None or name == wanted:
            one = commands.add_parser(
                name, help=text, description=text[0].upper() + text[1:] + ".", formatter_class=_Help
            )
            one.set_defaults(work=does)
            words(one)
    return made


def _desk(desk: argparse.ArgumentParser) -> None:
    desk.add_argument("agenda", nargs="?", metavar="AGENDA")
    desk.add_argument("--live", action="store_true", help="live, even if the event is on another day")
    _theme(desk)
    _journal(desk)


def _rehearse(rehearse: argparse.ArgumentParser) -> None:
    rehearse.add_argument("agenda", nargs="?", metavar="AGENDA")
    rehearse.add_argument("--at", metavar="TIME", help="the time of day to begin at, such as 10:25")
    rehearse.add_argument(
        "--from", dest="segment", metavar="SEGMENT", help="begin with this one on air (its id)"
    )
    rehearse.add_argument("--session", metavar="N", help="one session only: its number or its title")
    rehearse.add_argument("--speed", metavar="N", type=_speed, default=1.0, help="×1 to ×60")
    rehearse.add_argument("--outside", action="store_true", help="let cues reach OBS and other programs, too")
    _theme(rehearse)
    _journal(rehearse)


def _theme(screen: argparse.ArgumentParser) -> None:
    screen.add_argument("--theme", choices=("dark", "light", "contrast"), help="default: as last time")


def _replay(replay: argparse.ArgumentParser) -> None:
    _run(replay)
    replay.add_argument("--speed", metavar="N", type=_speed, default=1.0, help="×1 to ×60")
    _theme(replay)


def _runs(runs: argparse.ArgumentParser) -> None:
    runs.add_argument("--all", action="store_true", help="those too in which nothing was done")
    runs.add_argument("--json", action="store_true")
    _journal(runs)


def _export(export: argparse.ArgumentParser) -> None:
    _run(export)
    export.add_argument("-o", dest="output", metavar="FILE", required=True)


def _run(command: argparse.ArgumentParser) -> None:
    command.add_argument("run", metavar="RUN", help="as `runs` names it (L3, R12), or an exported file")
    _journal(command)


def _report(report: argparse.ArgumentParser) -> None:
    report.add_argument(
        "run", nargs="?", metavar="RUN", help="as `runs` names it, or an exported file; default: the newest"
    )
    report.add_argument("--format", choices=("text", "json", "csv", "md", "html", "pdf"), default="text")
    _output(report)
    _journal(report)


def _chapters(chapters: argparse.ArgumentParser) -> None:
    _run(chapters)
    where = (
        "where in the recording the show starts; negative (--offset=-0:01:10): it began late; "
        "default: as OBS said, else 0:00"
    )
    chapters.add_argument("--offset", metavar="H:MM:SS", help=where)
    formats = ("vtt", "youtube", "ffmetadata", "page-md", "page-html")
    chapters.add_argument("--format", choices=formats, default="vtt")
    _output(chapters)


def _compare(compare: argparse.ArgumentParser) -> None:
    compare.add_argument("agenda", nargs="?", metavar="AGENDA")
    compare.add_argument("--format", choices=("text", "json"), default="text")
    _output(compare)
    _last(compare)


def _keep(keep: argparse.ArgumentParser) -> None:
    keep.add_argument("agenda", metavar="AGENDA")
    which = "a segment whose suggested duration is kept, or its own figure; none: all that are suggested"
    keep.add_argument("segments", nargs="*", metavar="SEGMENT[=m:ss]", help=which)
    _last(keep)


def _last(command: argparse.ArgumentParser) -> None:
    command.add_argument("--last", metavar="N", type=_count, default=5, help="so many rehearsals; default: 5")
    _journal(command)


def _output(command: argparse.ArgumentParser) -> None:
    command.add_argument("-o", dest="output", metavar="FILE")


def _journal(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--journal", metavar="DIR", help="the folder in which runs are kept; default: your own"
    )


def _check(check: argparse.ArgumentParser) -> None:
    check.add_argument("agenda", metavar="AGENDA")
    check.add_argument("--strict", action="store_true", help="warnings count as errors")
    check.add_argument("--json", action="store_true")


def _preflight(preflight: argparse.ArgumentParser) -> None:
    preflight.add_argument("agenda", nargs="?", metavar="AGENDA")
    preflight.add_argument("--json", action="store_true")
    _journal(preflight)


def _timetable(timetable: argparse.ArgumentParser) -> None:
    timetable.add_argument("agenda", metavar="AGENDA")
    timetable.add_argument("--zone", action="append", default=[], help="one more column; repeatable")
    timetable.add_argument("--format", choices=("text", "json"), default="text")
    timetable.add_argument("-o", dest="output", metavar="FILE")


def _simulate(simulate: argparse.ArgumentParser) -> None:
    simulate.add_argument("agenda", metavar="AGENDA")
    simulate.add_argument("--script", metavar="FILE", required=True)
    simulate.add_argument("--json", action="store_true")


def _picture(picture: argparse.ArgumentParser) -> None:
    picture.add_argument("agenda", nargs="?", metavar="AGENDA")
    picture.add_argument("--script", metavar="FILE", required=True)
    picture.add_argument("--screen", choices=("desk", "speaker", "programme"), required=True)
    picture.add_argument("--size", metavar="WxH", type=_size, default=None, help="default: 1440x900")
    picture.add_argument("--scale", metavar="N", type=_scale, default=1.0, help="default: 1")
    picture.add_argument("--theme", choices=("dark", "light", "contrast"), default="dark")
    picture.add_argument("-o", dest="output", metavar="FILE.png", required=True)


COMMANDS: dict[str, tuple[Work, str, Words]] = {
    "desk": (work.desk, "open the desk for the live show (the default)", _desk),
    "rehearse": (work.rehearse, "open the desk on a simulated clock", _rehearse),
    "replay": (runs.replay, "a run again on the desk, only to be looked at", _replay),
    "runs": (runs.list_runs, "list the runs that are kept, newest first", _runs),
    "export": (runs.export, "put one run into a file of its own, for another machine", _export),
    "report": (told.report, "what really happened in a run", _report),
    "chapters": (told.chapters, "chapters for the recording of a run, and who spoke", _chapters),
    "compare": (told.compare, "the last rehearsals of an agenda side by side", _compare),
    "keep": (told.keep, "write rehearsed durations into an agenda", _keep),
    "check": (work.check, "read an agenda and say everything that is wrong with it", _check),
    "preflight": (work.preflight, "look at everything that the show needs, before the show", _preflight),
    "timetable": (work.timetable, "print the planned timetable", _timetable),
    "simulate": (work.simulate, "perform a scripted rehearsal at once", _simulate),
    "schema": (work.schema, "print the JSON Schema of agenda.yaml", lambda _: None),
    "picture": (work.picture, "perform a script and paint a screen as it is at its end", _picture),
}


def _number(text: str) -> float:
    """What is no number is none in any range."""
    try:
        return float(text)
    except ValueError:
        return float("nan")


def _speed(text: str) -> float:
    speed = _number(text.removeprefix("×").removeprefix("x"))
    if not 1 <= speed <= 60:
        raise argparse.ArgumentTypeError("a speed from 1 to 60, please")
    return speed


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1000:
        raise argparse.ArgumentTypeError("a number from 1 to 1000, please")
    return int(text)


def _scale(text: str) -> float:
    scale = _number(text)
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
