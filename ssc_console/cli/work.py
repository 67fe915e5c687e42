"""What each command does: one function a command, which returns the exit status.

Each imports what it needs when it runs: a rehearsal on paper must not wait for a window's libraries.
"""

import argparse
import json
import os
import sys
from datetime import timedelta
from typing import Any

from ssc_console import timecode
from ssc_console.cli.inputs import (
    BAD_INPUT,
    FINE,
    WRONG_USE,
    Stop,
    agenda_or_default,
    colour,
    load_agenda,
    load_script,
    media_length,
    read_agenda,
    say,
    stop,
    told,
    write,
    write_bytes,
)
from ssc_console.show.instants import WallInstant
from ssc_console.startup.beside import beside
from ssc_console.startup.libraries import link_qt

BEFORE_THE_START = timedelta(minutes=5)
"""Where a rehearsal begins that nobody gave a time."""


def check(options: argparse.Namespace) -> int:
    from ssc_console.agenda.check import check_json, check_text
    from ssc_console.agenda.loading import load

    loaded = load(options.agenda, media_length)
    if options.json:
        found = check_json(loaded, options.agenda, options.strict)
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        print(check_text(loaded, options.agenda, colour(sys.stdout), options.strict).rstrip("\n"))
    failed = loaded.rundown is None or (options.strict and loaded.problems)
    return BAD_INPUT if failed else FINE


def preflight(options: argparse.Namespace) -> int:
    """Look at everything that the show needs; 1 if anything is wrong."""
    from ssc_console.app import check
    from ssc_console.preflight.item import Verdict
    from ssc_console.preflight.told import told_json, told_text

    path = agenda_or_default(options.agenda)
    rundown = load_agenda(path).rundown
    items = check.preflight(rundown, path, options.journal)
    if options.json:
        print(json.dumps(told_json(items, rundown.event.title), ensure_ascii=False, indent=2))
    else:
        print(told_text(items), end="")
    return BAD_INPUT if any(item.verdict is Verdict.BAD for item in items) else FINE


def timetable(options: argparse.Namespace) -> int:
    from ssc_console.reports.timetable import timetable_json, timetable_text
    from ssc_console.timecode import known_zone, nearest_zones

    for zone in options.zone:
        if not known_zone(zone):
            near = nearest_zones(zone)
            hint = f" Did you mean {' or '.join(near)}?" if near else " Use a name such as Asia/Bangkok."
            stop(f"There is no time zone “{zone}”.{hint}")
    rundown = load_agenda(options.agenda).rundown
    if options.format == "json":
        text = json.dumps(timetable_json(rundown, options.zone), ensure_ascii=False, indent=2) + "\n"
    else:
        text = timetable_text(rundown, options.zone)
    write(text, options.output)
    return FINE


def simulate(options: argparse.Namespace) -> int:
    from ssc_console.records import event_record
    from ssc_console.simulate import perform
    from ssc_console.wire import Rows, show, text

    rundown = load_agenda(options.agenda).rundown
    performance = perform(rundown, load_script(options.script))
    zone = rundown.event.timezone
    if not options.json:
        from ssc_console.reports.performance import performance_text

        print(performance_text(performance), end="")
        return FINE
    rows = Rows()
    reads = ", ".join([show(snapshot, "rehearsal", rows) for snapshot in performance.reads])
    rest = {
        "refused": [
            {"line": each.line, "command": each.command, "reason": each.reason}
            for each in performance.refused
        ],
        "events": [event_record(event, zone) for event in performance.events],
    }
    print(f'{{"reads": [{reads}], {text(rest).removeprefix("{")}')
    return FINE


def schema(_: argparse.Namespace) -> int:
    from ssc_console.agenda.check import schema_json

    print(schema_json().rstrip("\n"))
    return FINE


def desk(options: argparse.Namespace) -> int:
    """Open the desk: live around the event, on any other day a rehearsal of it, and say so.

    An interrupted live show is gone on with whatever day it is and whatever has become of the agenda.
    """
    path = agenda_or_default(options.agenda)
    reading = beside(lambda: (read_agenda(path), _interrupted(options.journal)))
    link_qt()
    from ssc_console.app import parts

    found, interrupted = reading()
    loaded = told(found, path, needed=interrupted is None)
    wanted = parts.Wanted(
        path=path,
        loaded=loaded,
        look=options.theme,
        journal=options.journal,
        media_length=media_length,
    )
    if options.live or interrupted is not None or parts.is_about_now(loaded.rundown.event):
        from ssc_console.app import live

        return live.live(wanted)
    from ssc_console.app import rehearsal

    event = loaded.rundown.event
    day = timecode.day(event.start, event.timezone)
    say(f"The event is not today but on {day}: this is a rehearsal. --live opens it live.")
    return rehearsal.rehearse(wanted, WallInstant(event.start - BEFORE_THE_START), 1.0)


def _interrupted(journal: str | None) -> Any:
    from ssc_console.clock import wall_now
    from ssc_console.journal.places import live_journal
    from ssc_console.journal.recovery import unfinished

    return unfinished(live_journal(journal), wall_now())


def rehearse(options: argparse.Namespace) -> int:
    path = agenda_or_default(options.agenda)
    reading = beside(lambda: read_agenda(path))
    link_qt()
    from ssc_console.app import parts, rehearsal
    from ssc_console.show.value import replace

    loaded = told(reading(), path)
    loaded = replace(loaded, rundown=_part(loaded.rundown, options.session))
    at = _planned_start(loaded.rundown, options.segment)
    if options.at is not None:
        at = _time_of_day(options.at, loaded.rundown.event)
    wanted = parts.Wanted(
        path=path,
        loaded=loaded,
        look=options.theme,
        journal=options.journal,
        outside=options.outside,
        media_length=media_length,
        part=lambda rundown: _part_of_a_later(rundown, options.session),
    )
    return rehearsal.rehearse(wanted, at, options.speed, options.segment)


def _part(rundown: Any, session: str | None) -> Any:
    return rundown if session is None else _session(rundown, session)


def _part_of_a_later(rundown: Any, session: str | None) -> Any:
    """Of the file as it was saved since: the same session, or all of it, if that is gone."""
    try:
        return _part(rundown, session)
    except Stop:
        return rundown


def _session(rundown: Any, wanted: str) -> Any:
    """The rundown of one session, by its number from 1 or by its title."""
    from ssc_console.show.excerpt import only_session, sessions

    titles = sessions(rundown)
    by_word = [title for title in titles if wanted.casefold() in title.casefold()]
    if wanted.isdecimal() and 1 <= int(wanted) <= len(titles):
        return only_session(rundown, titles[int(wanted) - 1])
    if len(by_word) == 1:
        return only_session(rundown, by_word[0])
    known = "; ".join(f"{number} {title}" for number, title in enumerate(titles, start=1))
    return stop(f"--session: “{wanted}” is not one session. There are: {known}.", WRONG_USE)


def _planned_start(rundown: Any, segment: str | None) -> WallInstant:
    """When a rehearsal begins: with the show, or with one of its segments."""
    from ssc_console.show.plan import planned_timeline

    if segment is None:
        start: WallInstant = rundown.event.start
        return start
    if segment not in rundown.by_id:
        import difflib

        near = difflib.get_close_matches(segment, list(rundown.by_id), n=1)
        hint = f" Did you mean “{near[0]}”?" if near else f" There are: {', '.join(rundown.by_id)}."
        stop(f"--from: there is no segment “{segment}”.{hint}", WRONG_USE)
    place = list(rundown.by_id).index(segment)
    return planned_timeline(rundown)[place].planned_start


def _time_of_day(text: str, event: Any) -> WallInstant:
    try:
        return timecode.nearest(timecode.parse_time_of_day(text), event.timezone, event.start)
    except timecode.NotATime as why:
        stop(f"--at: {why}.", WRONG_USE)


def picture(options: argparse.Namespace) -> int:
    from ssc_console.picture import paint
    from ssc_console.simulate import perform

    path = agenda_or_default(options.agenda)
    loaded = load_agenda(path)
    performance = perform(loaded.rundown, load_script(options.script))
    size = options.size or ((1440, 900) if options.screen == "desk" else (1280, 720))
    folder = os.path.dirname(os.path.abspath(path))
    kind = os.path.splitext(options.output)[1][1:]
    look = options.screen, size, options.scale, options.theme
    made = paint(loaded, performance, *look, folder, kind)
    if not made:
        stop(f"{options.output}: there is no such kind of picture. End the name in .png.")
    write_bytes(made, options.output)
    return FINE
