"""A video of OBS as observations: only what is news."""

from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ssc_console.outputs.obs.following import OFF, Follower
from ssc_console.show.instants import ShowInstant
from ssc_console.show.media import MediaState, Observation
from tests.outputs.obs_room import at

START = at("10:30:00")


def later(milliseconds: int) -> ShowInstant:
    return ShowInstant(START + timedelta(milliseconds=milliseconds))


def status(state: str, position: int | None = None, length: int | None = 60000) -> dict[str, Any]:
    length = None if position is None else length
    return {"mediaState": f"OBS_MEDIA_STATE_{state}", "mediaCursor": position, "mediaDuration": length}


def seen(follower: Follower, *looks: tuple[int, dict[str, Any]]) -> list[tuple[str, int | None]]:
    """What was news, at these milliseconds: its state and position."""
    found = []
    for when, what in looks:
        news = follower.seen(what, later(when))
        if news is not None:
            found.append((news.state.value, _milliseconds(news)))
    return found


def _milliseconds(news: Observation) -> int | None:
    return None if news.position is None else news.position // timedelta(milliseconds=1)


def test_a_video_that_plays_on_is_no_news() -> None:
    looks = [(when, status("PLAYING", when + 40)) for when in range(0, 5000, 500)]
    assert seen(Follower(), *looks) == [("playing", 40)]


def test_a_video_that_is_more_than_a_quarter_of_a_second_off_is_news() -> None:
    looks = [(0, status("PLAYING", 0)), (500, status("PLAYING", 750)), (1000, status("PLAYING", 1251))]
    assert seen(Follower(), *looks) == [("playing", 0), ("playing", 1251)]


def test_a_video_that_is_paused_sought_and_played_on_is_news_each_time() -> None:
    looks = [
        (0, status("PLAYING", 0)),
        (500, status("PAUSED", 480)),
        (1000, status("PAUSED", 480)),
        (1500, status("PAUSED", 30000)),
        (2000, status("PLAYING", 30010)),
    ]
    assert seen(Follower(), *looks) == [
        ("playing", 0),
        ("paused", 480),
        ("paused", 30000),
        ("playing", 30010),
    ]


def test_a_video_that_says_that_it_plays_and_stands_still_is_paused() -> None:
    looks = [(when, status("PLAYING", 100)) for when in range(0, 2500, 500)]
    looks.append((2500, status("PLAYING", 400)))
    assert seen(Follower(), *looks)[-2:] == [("paused", 100), ("playing", 400)]


def test_a_video_is_reported_anew_when_that_is_asked_for_and_only_once() -> None:
    follower = Follower()
    assert seen(follower, (0, status("PLAYING", 0)), (500, status("PLAYING", 500))) == [("playing", 0)]
    follower.report_anew()
    looks = [(when, status("PLAYING", when)) for when in (1000, 1500, 2000)]
    assert seen(follower, *looks) == [("playing", 1000)]


def test_an_end_is_told_once_by_the_event_or_by_the_look() -> None:
    follower = Follower()
    assert seen(follower, (0, status("PLAYING", 0))) == [("playing", 0)]
    assert follower.ended(later(60000)) == Observation(MediaState.ENDED)
    assert seen(follower, (60500, status("ENDED"))) == []


def test_an_end_of_yesterday_is_none_of_today() -> None:
    """A segment that takes the next by itself would otherwise be left as soon as it is taken."""
    follower = Follower()
    assert seen(follower, (0, status("ENDED")), (500, status("ENDED"))) == []
    assert seen(follower, (1000, status("PLAYING", 0)), (61000, status("ENDED"))) == [
        ("playing", 0),
        ("ended", None),
    ]


def test_a_video_that_was_stopped_is_lost_and_not_at_its_end() -> None:
    follower = Follower()
    assert seen(follower, (0, status("PLAYING", 0))) == [("playing", 0)]
    follower.stopped()
    assert seen(follower, (500, status("ENDED")), (1000, status("ENDED"))) == [("lost", None)]
    follower.rolled()
    assert seen(follower, (1500, status("PLAYING", 10)), (61500, status("ENDED"))) == [
        ("playing", 10),
        ("ended", None),
    ]


def test_what_is_loading_stays_what_it_was_and_what_is_no_video_is_nothing() -> None:
    follower = Follower()
    assert seen(follower, (0, status("NONE")), (500, status("OPENING")), (900, {})) == []
    assert seen(follower, (1000, status("PLAYING", 0)), (1500, status("BUFFERING"))) == [("playing", 0)]
    assert seen(follower, (2000, status("NONE"))) == [("lost", None)]


def test_a_live_stream_has_no_end_to_count_to() -> None:
    assert seen(Follower(), (0, status("PLAYING", 5000, 0)), (500, status("PLAYING", 5500, None))) == []


def test_a_position_past_the_end_is_the_end() -> None:
    assert seen(Follower(), (0, status("PLAYING", 60040))) == [("playing", 60000)]


@given(
    st.lists(
        st.tuples(st.integers(1, 2000), st.sampled_from(["PLAYING", "PAUSED"]), st.integers(0, 60000)),
        min_size=1,
    )
)
def test_whoever_has_only_the_news_is_never_further_off_than_that(looks: list[tuple[int, str, int]]) -> None:
    follower, now = Follower(), 0
    for wait, state, position in looks:
        now += wait
        follower.seen(status(state, position), later(now))
        reported, when = follower.reported, follower.at
        assert reported is not None
        assert reported.position is not None
        assert when is not None
        gone = later(now) - when if reported.state is MediaState.PLAYING else timedelta()
        assert abs(reported.position + gone - timedelta(milliseconds=position)) <= OFF
