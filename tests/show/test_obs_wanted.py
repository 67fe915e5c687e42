"""What the show has asked of OBS so far, as a state."""

from collections.abc import Iterable
from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from ssc_console.show.actions import TELL_OBS, Action, Verb, parse
from ssc_console.show.obs_wanted import ObsWanted, Shown, after


def wanted_of(fired: Iterable[Action]) -> ObsWanted:
    return reduce(after, fired, ObsWanted())


def wanted(*texts: str) -> ObsWanted:
    return wanted_of(map(parse, texts))


def test_a_show_that_asked_nothing_of_obs_wants_nothing() -> None:
    assert wanted("lower third", "roll video", "obs restart: Video 1", "obs stop: Video 1") == ObsWanted()


def test_the_latest_scene_is_wanted_and_each_source_in_the_scene_of_its_time() -> None:
    found = wanted("obs hide: Logo", "obs scene: A", "obs hide: Logo", "obs scene: B", "obs show: Clock")
    assert found.scene == "B"
    assert found.sources == (Shown(None, "Logo", False), Shown("A", "Logo", False), Shown("B", "Clock", True))


def test_of_a_source_that_was_hidden_and_shown_again_the_latest_counts() -> None:
    assert wanted("obs hide: Logo", "obs hide: Clock", "obs show: Logo").sources == (
        Shown(None, "Clock", False),
        Shown(None, "Logo", True),
    )


def test_recording_and_streaming_are_as_they_were_last_asked_for() -> None:
    found = wanted("obs start recording", "obs start streaming", "obs stop recording")
    assert (found.recording, found.streaming) == (False, True)


actions = st.builds(
    lambda verb, name: Action(verb, name if "recording" not in verb and "streaming" not in verb else None),
    st.sampled_from(sorted(TELL_OBS | {Verb.ROLL})),
    st.sampled_from(["A", "B", "C"]),
)


@given(st.lists(actions))
def test_asking_twice_is_asking_once(fired: list[Action]) -> None:
    for action in fired:
        once = wanted_of([*fired, action])
        assert after(once, action) == once


@given(st.lists(actions))
def test_each_source_of_a_scene_is_wanted_shown_or_hidden_not_both(fired: list[Action]) -> None:
    sources = wanted_of(fired).sources
    assert len({(each.scene, each.source) for each in sources}) == len(sources)
