"""Which segments of two agendas are the same one, though an id changed with its title; and what has moved."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from ssc_console.show.rundown import Segment

Alignment = Mapping[str, str]
"""From a segment's id in the file to the run's own, where they differ."""

ALIKE = 0.75
"""Titles that are the same to this part are one title, mended."""


LOOKED_AT = 20
"""Where more than these are gone from one place, it is another agenda."""


def align(before: Sequence[Segment], after: Sequence[Segment]) -> Alignment:
    """The run's own ids of segments that the file has under another.

    It is the same segment if it has the same title and speakers, or if it stands in the same place and is
    plainly the same item: of the same kind, and with a title that is nearly the same, or the same speakers,
    script or file.
    """
    had, has = {each.id for each in before}, {each.id for each in after}
    if had == has:
        return {}
    gone = [each for each in before if each.id not in has]
    came = [each for each in after if each.id not in had]
    found = _by_name(gone, came)
    used = set(found.values())
    left = _by_place(before, [each for each in gone if each.id not in used], has)
    places = _places(after, had)
    for new in came:
        here = left.get(places[new.id], [])
        if new.id in found or len(here) > LOOKED_AT:
            continue
        same = next((old for old in here if _is_alike(old, new)), None)
        if same is not None:
            found[new.id] = same.id
            here.remove(same)
    return found


def _by_place(
    before: Sequence[Segment], gone: Sequence[Segment], common: set[str]
) -> dict[str | None, list[Segment]]:
    places, found = _places(before, common), dict[str | None, list[Segment]]()
    for each in gone:
        found.setdefault(places[each.id], []).append(each)
    return found


def _by_name(gone: Sequence[Segment], came: Sequence[Segment]) -> dict[str, str]:
    by_name: dict[object, list[str]] = {}
    for old in gone:
        by_name.setdefault((old.title, old.speakers), []).append(old.id)
    found = {}
    for new in came:
        same = by_name.get((new.title, new.speakers))
        if same:
            found[new.id] = same.pop(0)
    return found


def _places(segments: Sequence[Segment], common: set[str]) -> dict[str, str | None]:
    """After which segment that both agendas have each of the others stands."""
    places: dict[str, str | None] = {}
    last: str | None = None
    for each in segments:
        if each.id in common:
            last = each.id
        else:
            places[each.id] = last
    return places


def _is_alike(old: Segment, new: Segment) -> bool:
    if old.kind is not new.kind:
        return False
    shared = ((old.speakers, new.speakers), (old.script, new.script), (old.media, new.media))
    if any(one and one == other for one, other in shared):
        return True
    from difflib import SequenceMatcher  # seldom needed

    return SequenceMatcher(None, old.title.lower(), new.title.lower()).ratio() >= ALIKE


def longest_rising(ids: Sequence[str], place: Mapping[str, int]) -> list[str]:
    """As many of these as there are in rising order of their places, in order."""
    ends: list[int] = []
    last: list[str] = []
    before: dict[str, str | None] = {}
    for id_ in ids:
        index = bisect_left(ends, place[id_])
        before[id_] = last[index - 1] if index else None
        ends[index : index + 1] = [place[id_]]
        last[index : index + 1] = [id_]
    found: list[str] = []
    at = last[-1] if last else None
    while at is not None:
        found.append(at)
        at = before[at]
    return found[::-1]
