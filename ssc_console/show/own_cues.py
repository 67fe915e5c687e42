"""Cues of the file, with the ids that the run knows them by: a cue is known by what it says."""

from collections.abc import Callable, Sequence

from ssc_console.show.rundown import Cue
from ssc_console.show.value import replace

SHOW = "show"
"""What the ids of the show's own cues begin with."""

_Key = Callable[[Cue], object]


def _whole(cue: Cue) -> object:
    return cue.moment, cue.offset, cue.lead, cue.auto, cue.say, cue.do, cue.to, cue.confirm


def _words(cue: Cue) -> object:
    return cue.say, cue.do, cue.to


def _place(cue: Cue) -> object:
    return cue.id, cue.moment, cue.offset


def own_cues(old: Sequence[Cue], new: Sequence[Cue], segment: str | None, taken: set[str]) -> tuple[Cue, ...]:
    """The new cues, those that the run has already under its own ids.

    The same cue is first one that is the same in all, then one that says the same, then one of the same id at
    the same moment. No other cue gets an id that stood for something else.

    Args:
        segment: Whose they are; None: the show's.
        taken: Ids that are in use; those given here are added.
    """
    known = _matched(old, new)
    return tuple(
        replace(cue, id=known[place] if place in known else _fresh(cue, segment, taken), segment=segment)
        for place, cue in enumerate(new)
    )


def same_cues(was: Sequence[Cue], now: Sequence[Cue]) -> bool:
    """Whether these are the same in all that can be noticed; their order and ids are no part of it."""
    return was == now or sorted(map(repr, map(_whole, was))) == sorted(map(repr, map(_whole, now)))


def _matched(old: Sequence[Cue], new: Sequence[Cue]) -> dict[int, str]:
    """The ids that the run has for the new cues, by their places."""
    known: dict[int, str] = {}
    left = list(old)
    keys: tuple[_Key, ...] = (_whole, _words, _place)
    for key in keys:
        for place, cue in enumerate(new):
            found = None if place in known else next((each for each in left if key(each) == key(cue)), None)
            if found is not None:
                known[place] = found.id
                left.remove(found)
    return known


def _fresh(cue: Cue, segment: str | None, taken: set[str]) -> str:
    candidate, number = cue.id, 0
    while candidate in taken:
        number += 1
        candidate = f"{segment or SHOW}/{number}"
    taken.add(candidate)
    return candidate
