"""The summary for the event's own page: sessions, who spoke, and when. A fragment, to be pasted into it."""

from collections.abc import Iterator
from html import escape

from ssc_console import timecode
from ssc_console.reports.chapters import NoChapters, billing
from ssc_console.reports.page_markdown import plain
from ssc_console.reports.run_words import people_of
from ssc_console.show.aired import Aired
from ssc_console.show.as_run import AsRun


def event_page(run: AsRun, form: str) -> str:
    """What was on air, as ``md`` or ``html``; a segment that was taken twice stands there once.

    Raises:
        NoChapters: Nothing was on air.
    """
    if not run.airings:
        raise NoChapters("Nothing was on air in this run, so there is nothing to tell: choose another run.")
    return _markdown(run) if form == "md" else _html(run)


def _sessions(run: AsRun) -> Iterator[tuple[str, list[Aired]]]:
    """The airings under their sessions, each segment at its last taking, in order of time."""
    last = {each.segment.id: each for each in run.airings}
    session: str | None = None
    together: list[Aired] = []
    for each in sorted(last.values(), key=lambda one: one.number):
        if together and each.segment.session != session:
            yield session or "", together
            together = []
        session = each.segment.session
        together.append(each)
    yield session or "", together


def _when(run: AsRun) -> str:
    event = run.rundown.event
    first, last = run.airings[0].taken.wall, run.airings[-1].until.wall
    hours = "–".join(timecode.hour_minute(at, event.timezone) for at in (first, last))
    return f"{timecode.day(first, event.timezone)}, {hours} ({timecode.place(event.timezone)})"


def _markdown(run: AsRun) -> str:
    zone = run.rundown.event.timezone
    lines = [f"## {plain(run.rundown.event.title)}", "", plain(_when(run))]
    for session, airings in _sessions(run):
        lines += ["", f"### {plain(session)}", ""] if session else [""]
        for each in airings:
            people = "; ".join(plain(billing(person)) for person in people_of(each.segment, run.rundown))
            who = f": {people}" if people else ""
            at = timecode.hour_minute(each.taken.wall, zone)
            lines.append(f"- {at} **{plain(each.segment.title)}**{who}")
    return "\n".join(lines) + "\n"


def _html(run: AsRun) -> str:
    lines = ["<section>", f"<h2>{escape(run.rundown.event.title)}</h2>", f"<p>{escape(_when(run))}</p>"]
    for session, airings in _sessions(run):
        lines += [f"<h3>{escape(session)}</h3>"] if session else []
        lines += ["<ul>", *(_item(run, each) for each in airings), "</ul>"]
    return "\n".join([*lines, "</section>"]) + "\n"


def _item(run: AsRun, each: Aired) -> str:
    zone = run.rundown.event.timezone
    at = each.taken.wall
    clock = f'<time datetime="{timecode.rfc3339_seconds(at, zone)}">{timecode.hour_minute(at, zone)}</time>'
    people = "; ".join(escape(billing(person)) for person in people_of(each.segment, run.rundown))
    who = f": {people}" if people else ""
    return f"<li>{clock} <strong>{escape(each.segment.title)}</strong>{who}</li>"
