"""Whole seconds shared among those who have room: by class first, and in proportion within a class.

The shares must keep within limits on stretches of neighbours that all begin (or all end) at the same place.
Such limits, with a bound for each share, are a laminar family, so what they leave is a polymatroid: handing
out one second after the other to whoever should have the next one, as long as its limits have room, is not
an approximation but finds the best shares there are (Federgruen and Groenevelt, 1986).
"""

from collections.abc import Sequence
from heapq import heapify, heappop, heapreplace

from ssc_console.show.value import value


@value
class Limit:
    """No more than `most` for the places from `first` up to `last`, that one not included."""

    first: int
    last: int
    most: int


def share(rooms: Sequence[int], ranks: Sequence[int], limits: Sequence[Limit]) -> list[int]:
    """How much each place is given, as much as the limits allow.

    Places of the lowest rank are given all they can take before the next rank is given anything. Within a
    rank the sum of share² / room is the least that there is: everybody is given the same part of their own
    room, as near as whole seconds and the limits allow. Where two are alike, the earlier place is first.

    Args:
        rooms: What each place can take at most; not negative.
        limits: Not negative, and of stretches that lie within each other or apart.
    """
    shares = [0] * len(rooms)
    left = [limit.most for limit in limits]
    binding = [n for n, limit in enumerate(limits) if limit.most < sum(rooms[limit.first : limit.last])]
    for rank in sorted(set(ranks)):
        members = [place for place, own in enumerate(ranks) if own == rank and rooms[place]]
        _share_in_rank(members, rooms, shares, limits, left, binding)
    return shares


def _share_in_rank(
    members: Sequence[int],
    rooms: Sequence[int],
    shares: list[int],
    limits: Sequence[Limit],
    left: list[int],
    binding: Sequence[int],
) -> None:
    # The next second costs a place (share + 1)² / room − share² / room. Quotients of figures this small
    # are told apart by a float, and equal ones are equal floats.
    waiting = [(1 / rooms[place], place) for place in members]
    heapify(waiting)
    limits_of = {
        place: [n for n in binding if limits[n].first <= place < limits[n].last] for place in members
    }
    while waiting:
        place = waiting[0][1]
        over = limits_of[place]
        if 0 in [left[n] for n in over]:
            heappop(waiting)  # a limit that is reached stays reached
            continue
        shares[place] += 1
        for n in over:
            left[n] -= 1
        if shares[place] < rooms[place]:
            heapreplace(waiting, ((2 * shares[place] + 1) / rooms[place], place))
        else:
            heappop(waiting)
