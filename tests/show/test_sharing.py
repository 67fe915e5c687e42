"""Sharing whole seconds: held against every way of sharing them that there is."""

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from ssc_console.show.sharing import Limit, share

PLACES = st.lists(st.tuples(st.integers(0, 6), st.sampled_from([1, 1, 1, 2])), min_size=2, max_size=4)


def judged(shares: tuple[int, ...], rooms: list[int], ranks: list[int]) -> tuple[Fraction, ...]:
    """The smaller the better: what each rank gives, the first ranks first; then how unequal each rank is."""
    sums = [-sum(own for own, rank in zip(shares, ranks, strict=True) if rank == of) for of in (1, 2)]
    unequal = [
        sum(
            (
                Fraction(own * own, room)
                for own, room, rank in zip(shares, rooms, ranks, strict=True)
                if rank == of and room
            ),
            Fraction(),
        )
        for of in (1, 2)
    ]
    return (*map(Fraction, sums), *unequal)


def kept(shares: tuple[int, ...], limits: list[Limit]) -> bool:
    return all(sum(shares[limit.first : limit.last]) <= limit.most for limit in limits)


@given(
    PLACES,
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 12)), max_size=2),
    st.booleans(),
    st.integers(0, 12),
)
def test_no_way_of_sharing_is_better(
    places: list[tuple[int, int]], given_limits: list[tuple[int, int]], at_the_front: bool, in_all: int
):
    rooms, ranks = [room for room, _ in places], [rank for _, rank in places]
    count = len(rooms)
    limits = [
        Limit(0, min(at, count), most) if at_the_front else Limit(min(at, count), count, most)
        for at, most in given_limits
    ]
    limits.append(Limit(0, count, in_all))
    every = product(*(range(room + 1) for room in rooms))
    best = min(judged(shares, rooms, ranks) for shares in every if kept(shares, limits))
    found = tuple(share(rooms, ranks, limits))
    assert kept(found, limits)
    assert all(own <= room for own, room in zip(found, rooms, strict=True))
    assert judged(found, rooms, ranks) == best


def test_those_of_one_rank_give_the_same_part_of_what_they_can():
    assert share([60, 120, 30], [1, 1, 1], [Limit(0, 3, 70)]) == [20, 40, 10]


def test_the_next_rank_gives_only_what_the_first_can_not():
    assert share([60, 120, 30], [2, 1, 1], [Limit(0, 3, 170)]) == [20, 120, 30]


def test_a_limit_in_front_leaves_the_rest_to_those_behind_it():
    assert share([60, 60, 60], [1, 1, 1], [Limit(0, 1, 5), Limit(0, 3, 65)]) == [5, 30, 30]


def test_of_two_that_are_alike_the_earlier_one_gives_the_odd_second():
    assert share([10, 10], [1, 1], [Limit(0, 2, 3)]) == [2, 1]
