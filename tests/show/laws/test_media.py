"""docs/show-timing.md, "Media": each sentence with a script worked by hand."""

from typing import Any

from ssc_console.show import commands as c
from ssc_console.show.figures import CountsTo, Phase
from tests.show.playbook import Playbook, cue, instant, rundown, segment, span


def video(duration: str = "3:00", **given: Any) -> Playbook:
    """A video V, taken at 10:30:00, and B (5:00) after it."""
    given = {"kind": "video", **given}
    return Playbook(rundown(segment("v", duration, **given), segment("b"))).at("10:30:00").do(c.Start())


# media.intro.1: "*playing* observed in the intro begins the clock"


def test_a_video_that_rolls_in_the_intro_begins_the_clock():
    show = video(intro="0:20").paused("0:00", "3:04").at("10:30:08").playing("0:00", "3:04").at("10:30:18")
    assert (show.on_air.begun_at, show.on_air.elapsed) == (instant("10:30:08"), span("10"))
    assert (show.on_air.remaining, show.on_air.allotted) == (span("2:54"), span("3:00"))
    assert show.show.projected_end == instant("10:38:12")


# media.intro.2: "one that is loaded but not rolled when its intro is used up stays in the intro (with 0 of it
# left) until it plays or a person begins"


def test_a_loaded_video_waits_in_the_intro_for_a_person_too():
    show = video(intro="0:20").paused("0:00", "3:04").at("10:31:00")
    assert (show.on_air.phase, show.on_air.intro_remaining, show.on_air.elapsed) == (
        Phase.INTRO,
        span("0"),
        span("0"),
    )
    assert show.show.projected_end == instant("10:39:04")
    show.do(c.Begin()).at("10:31:10")
    assert (show.on_air.begun_at, show.on_air.elapsed) == (instant("10:31:00"), span("10"))
    assert (show.on_air.phase, show.on_air.remaining) == (Phase.NORMAL, span("3:04"))


def test_a_loaded_video_that_is_lost_when_its_intro_is_used_up_begins_then():
    show = video(intro="0:20").paused("0:00", "3:04").at("10:31:00").lost().at("10:31:10")
    assert (show.on_air.begun_at, show.on_air.elapsed) == (instant("10:31:00"), span("10"))
    assert (show.on_air.remaining, show.on_air.counts_to) == (span("2:50"), CountsTo.DURATION)


def test_a_video_that_ended_before_anybody_saw_it_roll_begins_no_earlier_than_it_was_seen():
    show = video(intro="0:20").paused("0:00", "3:04").at("10:31:00").ended().at("10:31:10")
    assert (show.on_air.begun_at, show.on_air.elapsed) == (instant("10:31:00"), span("10"))
    assert (show.on_air.phase, show.on_air.remaining) == (Phase.OVERRUN, span("0"))


def test_a_video_lost_in_a_hold_after_its_intro_begins_then_and_its_clock_stands():
    show = video(intro="0:20").paused("0:00", "3:04").at("10:30:30").do(c.Hold()).at("10:30:40").lost()
    show.at("10:30:50")
    assert (show.on_air.begun_at, show.on_air.elapsed) == (instant("10:30:40"), span("0"))
    show.do(c.Resume()).at("10:31:00")
    assert (show.on_air.elapsed, show.on_air.remaining) == (span("10"), span("2:50"))


def test_a_video_lost_or_ended_in_its_intro_leaves_the_intro_its_time():
    show = video(intro="0:20").playing("0:00", "3:00")
    assert show.on_air.phase is Phase.NORMAL
    show = video(intro="0:20").at("10:30:05").lost().at("10:30:19")
    assert (show.on_air.phase, show.at("10:30:20").on_air.phase) == (Phase.INTRO, Phase.NORMAL)
    show = video(intro="0:20", auto_advance=True).at("10:30:05").ended().at("10:30:19")
    assert (show.on_air.phase, show.on_air.remaining) == (Phase.INTRO, span("0"))
    assert show.at("10:30:25").on_air_id == "b"  # never in the intro: at 10:30:20
    assert show.on_air.taken_at == instant("10:30:20")


# media.hold.1: "A hold pauses it: from then on, until the next observation, it counts as paused where it was,
# and from the resume as playing on from there."


def test_a_hold_shows_the_video_paused_where_it_was():
    show = video().playing("0:00", "3:00").at("10:31:00").do(c.Hold()).at("10:35:00")
    media = show.on_air.media
    assert media is not None
    assert (media.state.value, media.position, media.length) == ("paused", span("1:00"), span("3:00"))
    assert show.show.projected_end == instant("10:42:00")
    show.do(c.Resume()).at("10:35:30")
    assert (show.on_air.remaining, show.on_air.elapsed) == (span("1:30"), span("1:30"))


def test_what_is_observed_in_a_hold_counts_and_the_resume_leaves_it_so():
    show = video().playing("0:00", "3:00").at("10:31:00").do(c.Hold()).paused("1:02", "3:00").at("10:32:00")
    assert show.on_air.remaining == span("1:58")
    show.do(c.Resume()).at("10:32:10")
    assert show.on_air.remaining == span("1:58")


def test_a_hold_in_the_intro_in_which_the_video_rolls_and_stops_projects_what_is_left_of_it():
    show = video(intro="0:20").at("10:30:05").do(c.Hold()).at("10:30:10").playing("0:00", "3:00")
    show.at("10:30:12").paused("0:02", "3:00").at("10:31:00")
    assert (show.on_air.phase, show.on_air.remaining) == (Phase.NORMAL, span("2:58"))
    assert show.show.projected_end == instant("10:38:58")


def test_a_video_that_was_paused_before_the_hold_stays_paused_after_it():
    show = video().playing("0:00", "3:00").at("10:31:00").paused("1:00", "3:00").do(c.Hold())
    assert show.at("10:32:00").do(c.Resume()).at("10:33:00").on_air.remaining == span("2:00")


# media.add.1: "additions don't change what a playing video has left"


def test_an_addition_does_not_make_a_video_longer():
    show = video().playing("0:00", "3:00").at("10:31:00").do(c.Add(span("1:00")))
    assert (show.on_air.remaining, show.on_air.allotted) == (span("2:00"), span("4:00"))


# media.lost.1: "After *lost*, until it is observed again, the segment's automatic take waits for a person."


def test_a_lost_video_waits_for_a_person_until_it_is_observed_again():
    show = video(auto_advance=True).playing("0:00", "3:00").at("10:31:00").lost().at("10:34:00")
    assert (show.on_air_id, show.on_air.remaining) == ("v", span("-1:00"))
    assert show.ended().on_air_id == "b"


def test_a_video_that_never_rolled_is_not_left():
    show = video(auto_advance=True).paused("0:00", "3:00").at("10:50:00")
    assert (show.on_air_id, show.on_air.remaining) == ("v", span("3:00"))


def test_a_video_that_ends_in_a_hold_is_left_at_the_resume():
    show = video(auto_advance=True).playing("2:50", "3:00").at("10:30:05").do(c.Hold()).ended().at("10:30:30")
    assert show.on_air_id == "v"
    assert show.do(c.Resume()).on_air.taken_at == instant("10:30:30")


def test_without_any_observation_the_plan_counts_and_advances():
    assert video(auto_advance=True).at("10:33:00").on_air_id == "b"


# media.cues.1: "The due time is worked out anew at … every media observation"


def test_a_video_that_is_sought_back_gains_its_cues_time():
    show = video(cues=(cue("v/1", "1:00 before end"),)).playing("0:00", "3:00").at("10:32:10")
    assert (show.cue("v/1"), show.due("v/1")) == ("due", instant("10:32:00"))
    show.playing("1:00", "3:00")
    assert (show.cue("v/1"), show.due("v/1")) == ("pending", instant("10:33:10"))
    show.at("10:33:00").paused("1:50", "3:00").at("10:40:00")
    assert (show.cue("v/1"), show.due("v/1")) == ("standby", instant("10:40:10"))


def test_a_begin_by_the_video_sets_off_the_cues_at_begin_as_one_step():
    show = video(intro="0:20", cues=(cue("v/1", "begin", auto=True),)).at("10:30:05").playing("0:00", "3:00")
    assert [type(event.fact).__name__ for event in show.history.events[-2:]] == ["MediaObserved", "CueFired"]
    assert show.history.events[-1].command == show.history.events[-2].command
    assert show.history.events[-1].at == instant("10:30:05")


def test_a_video_that_ended_stands_at_its_length_where_that_is_known():
    media = video().playing("0:00", "3:00").at("10:33:00").ended().on_air.media
    assert media is not None
    assert (media.state.value, media.position, media.length) == ("ended", span("3:00"), span("3:00"))
    media = video().ended().on_air.media
    assert media is not None
    assert (media.position, media.length) == (None, None)


def test_a_loaded_video_projects_its_intro_and_then_its_length_and_a_paused_one_moves_with_now():
    show = video(intro="0:20").paused("0:00", "3:04").at("10:30:10")
    assert show.show.projected_end == instant("10:38:24")
    show.playing("0:00", "3:04").at("10:30:14").paused("0:04", "3:04").at("10:32:00")
    assert show.show.projected_end == instant("10:40:00")
