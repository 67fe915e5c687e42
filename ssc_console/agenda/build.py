"""From entries to a rundown: what depends on more than one value, such as ids, people and times of day.

What could not be read is stood in for, so that everything else is still checked; a rundown with stand-ins
never leaves `load`.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from ssc_console.agenda.cues import cues_of
from ssc_console.agenda.explain import nearest, several
from ssc_console.agenda.fallback_check import check_fallbacks
from ssc_console.agenda.ids import Ids
from ssc_console.agenda.launch import launch_cues, publication_of
from ssc_console.agenda.media import MediaLength, check_media, duration_of_media
from ssc_console.agenda.plan_check import check_plan
from ssc_console.agenda.problems import INVISIBLE, Findings, Severity, quoted
from ssc_console.agenda.programme_check import check_programme
from ssc_console.agenda.segment_check import (
    check_event_thresholds,
    check_lengths,
    check_lines,
    check_thresholds,
)
from ssc_console.agenda.syntax import Node
from ssc_console.agenda.times import Calendar
from ssc_console.agenda.tree import Entry
from ssc_console.agenda.values import MEDIA
from ssc_console.show.instants import ZERO, WallInstant
from ssc_console.show.rundown import (
    USUAL,
    AtEnd,
    EventInfo,
    Kind,
    Person,
    Rundown,
    Segment,
)
from ssc_console.show.value import value


@value
class Built:
    """What came of an agenda.

    Attributes:
        rundown: None if the event or its segments are missing; with stand-ins if there were errors.
        made_ids: The ids made from titles, in file order.
    """

    rundown: Rundown | None
    made_ids: tuple[str, ...]


def build(found: Findings, agenda: Entry, folder: str, media_length: MediaLength | None) -> Built:
    """The rundown of an agenda's entries; what is wrong between them is noted.

    Args:
        folder: What the names of media files count from.
        media_length: Answers for `duration: media`; None: nobody can.
    """
    return _Builder(found, agenda, folder, media_length).build()


class _Builder:
    """The parts of one agenda while its rundown is made."""

    def __init__(self, found: Findings, agenda: Entry, folder: str, media_length: MediaLength | None) -> None:
        self.found = found
        self.agenda = agenda
        self.folder = folder
        self.media_length = media_length
        self.event: Entry = agenda.values.get("event") or Entry(agenda.node)
        self.sessions: list[Entry] = agenda.values.get("sessions", [])
        self.people: dict[str, Entry] = agenda.values.get("people", {})
        self.unused = dict(self.people)
        self.calendar = self._calendar()
        self.ids = Ids(found, self._with_ids())

    def _with_ids(self) -> Iterator[Entry]:
        yield from self.event.values.get("cues", ())
        for session in self.sessions:
            for segment in session.values.get("segments", ()):
                yield segment
                yield from segment.values.get("cues", ())

    def _calendar(self) -> Calendar | None:
        """The event's day and zone, if the file gives them."""
        values = self.event.values
        if not {"date", "start", "timezone"} <= values.keys():
            return None
        return Calendar(values["date"], values["start"], values["timezone"])

    def build(self) -> Built:
        event = self._event()
        entries: list[Entry] = []
        segments: list[Segment] = []
        for session in self.sessions:
            for entry in self._segments_of(session):
                entries.append(entry)
                segments.append(self._segment(entry, session.values.get("title")))
        if not segments and "sessions" in self.agenda.values:
            hint = "Write at least one, with `title:` and `duration:`"
            self.found.add("AG211", self.agenda.nodes["sessions"], "There is not a single segment", hint)
        check_programme(self.found, entries, self.event, self.people, self.folder)
        check_fallbacks(self.found, entries, segments)
        self._note_nobody_refers_to()
        if event is None or not segments:
            return Built(None, tuple(self.ids.made))
        rundown = Rundown(event=event, segments=tuple(segments), people=self._persons())
        for entry, segment in zip(entries, segments, strict=True):
            if "warning" in entry.values or "wrap_up" in entry.values:
                check_thresholds(self.found, entry, event, segment)
        if self.calendar is not None:
            check_plan(self.found, rundown, self.calendar, self.event, entries)
        return Built(rundown, tuple(self.ids.made))

    def _segments_of(self, session: Entry) -> list[Entry]:
        segments: list[Entry] = session.values.get("segments", [])
        if not segments and session.nodes and not session.has("segments"):
            hint = "Write `segments:` and a list below it, or delete the session"
            self.found.add("AG210", session.node, "This session has no segments", hint)
        return segments

    # ---- the event

    def _event(self) -> EventInfo | None:
        values, nodes = self.event.values, self.event.nodes
        check_event_thresholds(self.found, self.event)
        check_lines(self.found, self.event)
        cues = cues_of(self.found, self.ids, self.event, None)
        if self.calendar is None:
            return None
        start = self.calendar.resolve(self.found, nodes["start"], values["start"])
        if start is None:
            return None
        return EventInfo(
            title=values.get("title", ""),
            timezone=values["timezone"],
            start=start,
            hard_out=self._hard_out(start) or WallInstant(start + timedelta(days=1)),
            warning=values.get("warning"),
            wrap_up=values.get("wrap_up"),
            messages=values.get("messages", ()),
            wrap_up_message=values.get("wrap_up_message"),
            cues=cues,
        )

    def _hard_out(self, start: WallInstant) -> WallInstant | None:
        end = self.event.values.get("end")
        if end is None or self.calendar is None:
            return None
        hard_out = self.calendar.resolve(self.found, self.event.nodes["end"], end)
        if hard_out is None or hard_out > start:
            return hard_out
        message = "The event's end is its start"
        self.found.add("AG316", self.event.nodes["end"], message, "Write when the show must be over")
        return None

    def _persons(self) -> dict[str, Person]:
        return {key: Person(id=key, **{"name": key, **entry.values}) for key, entry in self.people.items()}

    def _note_nobody_refers_to(self) -> None:
        """Notes people whom no segment names, unless parts of the file could not be read."""
        noted = (*self.found.of_the_file, *self.found.problems)
        if any(problem.code < "AG3" and problem.severity is Severity.ERROR for problem in noted):
            return
        for key, entry in self.unused.items():
            message = f"Nobody refers to {quoted(key)}"
            hint = f"Write `speaker: {key}` at a segment, or delete the person"
            self.found.add("AG402", entry.key, message, hint)

    # ---- a segment

    def _segment(self, entry: Entry, session: str | None) -> Segment:
        values = entry.values
        name = self.ids.of_segment(entry)
        duration, until = self._time_of(entry)
        intro = values.get("intro", self.event.values.get("intro", ZERO)) if until is None else ZERO
        check_media(self.found, entry, self.folder, name)
        check_lengths(self.found, entry, duration)
        check_lines(self.found, entry)
        cues = cues_of(self.found, self.ids, entry, name)
        publication = publication_of(entry)
        fallback = values["fallback"].values if "fallback" in values else {}
        return Segment(
            id=name,
            title=values.get("title", name),
            kind=values.get("kind", Kind.OTHER),
            session=session,
            speakers=self._speakers(entry),
            duration=duration,
            until=until,
            intro=intro,
            fixed_start=self._instant(entry, "start"),
            warning=values.get("warning"),
            wrap_up=values.get("wrap_up"),
            messages=values.get("messages", ()),
            wrap_up_message=values.get("wrap_up_message"),
            min_duration=values.get("min_duration"),
            priority=values.get("priority", USUAL),
            may_skip=values.get("may_skip", False),
            fallback=fallback.get("say"),
            fallback_picture=fallback.get("picture"),
            fallback_segment=fallback.get("segment"),
            auto_advance=values.get("advance") == "auto",
            media=values.get("media"),
            roll_by_hand=values.get("roll", False),
            at_end=values.get("at_end", AtEnd.HOLD),
            publication=publication,
            script=values.get("script"),
            notes=values.get("notes"),
            cues=(*cues, *launch_cues(self.ids, name, publication, cues)),
        )

    def _instant(self, entry: Entry, key: str) -> WallInstant | None:
        at = entry.values.get(key)
        if at is None or self.calendar is None:
            return None
        return self.calendar.resolve(self.found, entry.nodes[key], at)

    def _time_of(self, entry: Entry) -> tuple[timedelta | None, WallInstant | None]:
        """The segment's duration or its until, exactly one of them."""
        if not entry.has("until"):
            return self._duration(entry), None
        for key in ("duration", "intro"):
            if entry.has(key):
                message = f"`until` goes without `{key}`: it says when the segment is over"
                self.found.add("AG208", entry.nodes[key], message, f"Delete `{key}:` or `until:`")
        until = self._instant(entry, "until")
        return (None, until) if until is not None else (ZERO, None)

    def _duration(self, entry: Entry) -> timedelta:
        duration: Any = entry.values.get("duration")
        if duration == MEDIA:
            return duration_of_media(self.found, entry, self.folder, self.media_length) or ZERO
        if duration is not None:
            return duration  # type: ignore[no-any-return]
        if entry.nodes and not entry.has("duration"):
            message = "This segment has neither `duration` nor `until`"
            self.found.add("AG203", entry.node, message, "Write `duration: 5:00`, or how long it is to be")
        return ZERO

    def _speakers(self, entry: Entry) -> tuple[str, ...]:
        values = entry.values
        if "speaker" in values and "speakers" in values:
            hint = "Write them all after `speakers:`, as in [a, b]"
            self.found.add("AG208", entry.nodes["speaker"], "`speaker` goes without `speakers`", hint)
        named: tuple[tuple[str, Node], ...] = values.get("speakers") or values.get("speaker") or ()
        are_unread = self.agenda.has("people") and "people" not in self.agenda.values
        for key, node in named:
            if are_unread:
                continue  # nobody knows who is among them
            if key in self.people:
                self.unused.pop(key, None)
            else:
                self.found.add(
                    "AG401", node, f"{quoted(key)} is not among the people", self._person_hint(key)
                )
        return tuple(key for key, _ in named)

    def _person_meant(self, text: str) -> str | None:
        """Whose key or name is near to that."""
        by_name = {entry.values.get("name", name): name for name, entry in self.people.items()}
        return nearest(text, self.people) or by_name.get(nearest(text, by_name) or "")

    def _person_hint(self, key: str) -> str:
        as_seen = next((each for each in self.people if re.sub(INVISIBLE, "", each) == key), None)
        if as_seen is not None:
            self.unused.pop(as_seen, None)
            return f"The key in `people:` has an invisible character: {quoted(as_seen)}. Type it anew there"
        meant = [self._person_meant(each) for each in (several(key) or [key])]
        if len(meant) > 1 and None not in meant:
            for each in meant:
                self.unused.pop(str(each), None)
            return f"Name several with `speakers: [{', '.join(map(str, meant))}]`"
        close = self._person_meant(key)
        if close:
            self.unused.pop(close, None)
            return f"Did you mean {quoted(close)}?"
        return (
            f"Add them to `people:`, under the key {quoted(key)}"
            if key.islower()
            else ("Add them to `people:` under a short key, and write that key here")
        )
