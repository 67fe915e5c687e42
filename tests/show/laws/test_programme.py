"""What the audience sees: each rule with a script worked by hand, and the properties of the stage."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ssc_console.show import commands as c
from ssc_console.show.actions import LAUNCH_STEPS, Verb
from ssc_console.show.commands import Refused
from ssc_console.show.figures import CueState
from ssc_console.show.programme import Motion, Scene
from ssc_console.show.rundown import AtEnd, Person, Publication, Rundown
from ssc_console.show.value import replace
from tests.show.playbook import Playbook, cue, instant, rundown, segment, span

PEOPLE = {"ann": Person(id="ann", name="Ms Ann"), "bo": Person(id="bo", name="Mr Bo")}
COVER = "cover.png"


def with_people(*segments: Any, **given: Any) -> Rundown:
    return replace(rundown(*segments, **given), people=PEOPLE)


def scene(show: Playbook) -> Scene:
    return show.show.programme.scene


def names(show: Playbook) -> list[str]:
    return [person.name for person in show.show.programme.lower_third]


# ---- the whole


def test_the_programme_holds_until_the_show_starts_and_closes_when_it_is_over():
    show = Playbook(with_people(segment("a")))
    assert scene(show) is Scene.HOLDING
    assert scene(show.at("10:30").do(c.Start())) is Scene.LIVE
    assert scene(show.at("10:35").do(c.End())) is Scene.CLOSING
    assert scene(show.do(c.Undo())) is Scene.LIVE


def test_what_a_person_shows_instead_stays_until_the_next_take_or_until_it_is_taken_away():
    show = Playbook(with_people(segment("a"), segment("b"))).at("10:30").do(c.Start())
    assert scene(show.do(c.Do("black"))) is Scene.BLACK
    assert scene(show.do(c.Do("programme"))) is Scene.LIVE
    show.do(c.Do("holding picture")).at("10:35").do(c.Advance())
    assert scene(show) is Scene.LIVE


def test_an_undo_of_a_wrong_advance_brings_the_programme_of_the_segment_before_back():
    show = Playbook(with_people(segment("a", speakers=("ann",)), segment("b"))).at("10:30").do(c.Start())
    show.do(c.Do("lower third")).at("10:31").do(c.Advance())
    assert names(show) == []
    assert names(show.do(c.Undo())) == ["Ms Ann"]


# ---- the lower third


def test_a_lower_third_names_who_speaks_in_the_segment_or_the_one_it_is_about():
    third = cue("a/1", "begin", auto=True, do=["lower third"])
    other = cue("a/2", "1:00 after begin", auto=True, do=["lower third: bo"])
    gone = cue("a/3", "2:00 after begin", auto=True, do=["clear lower third"])
    show = Playbook(with_people(segment("a", intro="0:20", speakers=("ann",), cues=(third, other, gone))))
    show.at("10:30").do(c.Start())
    assert names(show) == []
    assert names(show.at("10:30:20")) == ["Ms Ann"]
    assert names(show.at("10:31:20")) == ["Mr Bo"]
    assert names(show.at("10:32:20")) == []


def test_a_lower_third_of_nobody_known_is_refused_with_the_nearest_name():
    show = Playbook(with_people(segment("a"))).at("10:30").do(c.Start())
    assert "Did you mean “ann”?" in show.refusal(c.Do("lower third: anne"))


def test_what_nobody_can_do_is_refused_with_the_nearest_that_can_be_done():
    show = Playbook(with_people(segment("a")))
    assert "Did you mean `lower third`?" in show.refusal(c.Do("lower thrid"))


# ---- a cue that is tested


def test_a_cue_that_is_tested_is_seen_for_five_seconds_and_leaves_no_trace():
    third = cue("a/1", "begin", do=["lower third"])
    show = Playbook(with_people(segment("a", speakers=("ann",), cues=(third,))))
    show.at("10:29:10").do(c.TestCue("a/1"))
    assert (scene(show), names(show), show.cue("a/1")) == (Scene.LIVE, ["Ms Ann"], "pending")
    assert (scene(show.at("10:29:14.999")), names(show)) == (Scene.LIVE, ["Ms Ann"])
    assert (scene(show.at("10:29:15")), names(show)) == (Scene.HOLDING, [])


def test_a_test_of_the_reveal_reveals_nothing():
    show = launch()
    show.at("10:29:10").do(c.TestCue("l/reveal"))
    assert show.show.programme.launch is not None
    assert not show.show.programme.launch.cover_shown


# ---- videos


def video(**given: Any) -> Playbook:
    given = {"kind": "video", "media": "v.mp4", **given}
    return Playbook(with_people(segment("v", "3:00", **given), segment("b"))).at("10:30").do(c.Start())


def motion(show: Playbook) -> Motion:
    figures = show.show.programme.video
    assert figures is not None
    return figures.motion


def test_a_video_is_not_seen_in_its_introduction_and_rolls_when_that_is_used_up():
    show = video(intro="0:15").paused("0:00", "3:04")
    assert (scene(show), motion(show)) == (Scene.LIVE, Motion.CUED)
    assert (scene(show.at("10:30:14.999")), motion(show)) == (Scene.LIVE, Motion.CUED)
    assert (scene(show.at("10:30:15")), motion(show)) == (Scene.VIDEO, Motion.ROLLING)


def test_a_video_rolls_at_one_press_of_begin():
    show = video(intro="0:15").paused("0:00", "3:04").at("10:30:05").do(c.Begin())
    assert (scene(show), motion(show)) == (Scene.VIDEO, Motion.ROLLING)


def test_a_video_that_rolls_by_hand_stays_at_its_first_frame_until_it_is_rolled():
    show = video(intro="0:15", roll_by_hand=True).paused("0:00", "3:04").at("10:31")
    assert (scene(show), motion(show)) == (Scene.VIDEO, Motion.CUED)
    assert motion(show.do(c.Do("roll video"))) is Motion.ROLLING


def test_a_hold_pauses_the_video_and_the_resume_lets_it_play_on():
    show = video().playing("0:00", "3:04").at("10:31").do(c.Hold())
    assert (scene(show), motion(show)) == (Scene.VIDEO, Motion.PAUSED)
    assert motion(show.at("10:32").do(c.Resume())) is Motion.ROLLING


def test_a_video_that_a_person_paused_stays_paused_and_plays_on_where_it_was():
    show = video().playing("0:00", "3:04").at("10:31").do(c.Do("pause video")).paused("1:00", "3:04")
    assert motion(show) is Motion.PAUSED
    show.do(c.Do("roll video"))
    figures = show.show.programme.video
    assert figures is not None
    assert (figures.motion, figures.roll, figures.at) == (Motion.ROLLING, 0, span("1:00"))


def test_to_roll_a_video_that_rolls_does_not_start_it_again_and_to_restart_it_does():
    show = video().playing("0:00", "3:04").at("10:31").do(c.Do("roll video"))
    assert show.show.programme.video is not None
    assert show.show.programme.video.roll == 0
    show.do(c.Do("restart video"))
    assert show.show.programme.video is not None
    assert show.show.programme.video.roll == show.history.state.revision


def test_a_video_that_ended_is_rolled_again_from_its_beginning():
    show = video().playing("0:00", "3:04").at("10:33:04").ended().do(c.Do("roll video"))
    assert show.show.programme.video is not None
    assert show.show.programme.video.roll == show.history.state.revision


def test_a_video_that_is_stopped_gives_way_to_the_holding_picture():
    show = video().playing("0:00", "3:04").at("10:31").do(c.Do("stop video"))
    assert (scene(show), motion(show)) == (Scene.HOLDING, Motion.STOPPED)
    assert scene(show.do(c.Do("restart video"))) is Scene.VIDEO


def test_the_last_frame_stays_or_the_holding_picture_comes_as_the_agenda_says():
    assert scene(video().playing("0:00", "3:04").at("10:33:04").ended()) is Scene.VIDEO
    holding = video(at_end=AtEnd.HOLDING).playing("0:00", "3:04").at("10:33:04").ended()
    assert scene(holding) is Scene.HOLDING


def test_a_video_that_does_not_play_is_never_black_but_the_holding_picture():
    show = video().playing("0:00", "3:04").at("10:31").lost()
    assert (scene(show), show.show.programme.lost) == (Scene.HOLDING, True)


def test_a_video_that_is_taken_again_begins_again():
    show = video().playing("0:00", "3:04").at("10:31")
    before = show.show.programme.video
    show.do(c.Take("v"))
    after = show.show.programme.video
    assert before is not None
    assert after is not None
    assert (before.airing, after.airing, after.at) == (1, show.history.state.revision, span("0"))


def test_where_nothing_but_talk_is_on_air_there_is_nothing_to_roll():
    show = Playbook(with_people(segment("a"))).at("10:30").do(c.Start())
    assert show.refusal(c.Do("roll video")) == "No video is on air: there is nothing to roll."


def test_the_next_video_is_known_long_before_and_a_skipped_one_is_not_waited_for():
    show = Playbook(
        with_people(
            segment("a"),
            segment("v", kind="video", media="v.mp4"),
            segment("w", kind="video", media="w.mp4"),
        )
    )
    assert show.show.programme.coming == "v.mp4"
    assert show.do(c.Skip("v")).show.programme.coming == "w.mp4"


# ---- the launch

STEPS = {
    Verb.LAUNCH_COVERED: "covered",
    Verb.LAUNCH_COUNT: "count",
    Verb.LAUNCH_REVEAL: "reveal",
    Verb.LAUNCH_LINK: "link",
    Verb.LAUNCH_PHOTOS: "photos",
    Verb.LAUNCH_SHOT: "shot",
    Verb.LAUNCH_DONE: "done",
}


def launch() -> Playbook:
    cues = [cue(f"l/{name}", "begin", do=[step.value]) for step, name in STEPS.items()]
    cues.append(cue("l/picture", "begin", do=[f"picture: {COVER}"]))
    publication = Publication(title="A title: and more", cover=COVER, link="https://example.org")
    made = segment("l", kind="launch", publication=publication, cues=tuple(cues))
    return Playbook(with_people(segment("a"), made, segment("z")))


def on_air() -> Playbook:
    show = launch().at("10:30").do(c.Start()).at("10:35").do(c.Advance())
    assert show.on_air_id == "l"
    return show


def test_the_steps_of_a_launch_are_made_in_order_one_key_each():
    show = on_air()
    assert scene(show) is Scene.LIVE
    seen = []
    for number, step in enumerate(STEPS.values()):
        show.at(f"10:36:{10 * number // 10:02}.000" if number == 0 else f"10:36:{2 * number:02}")
        show.do(c.Go(f"l/{step}"))
        figures = show.show.programme.launch
        seen.append((scene(show), figures is not None and figures.cover_shown))
    launched = [(Scene.LAUNCH, False)] * 2 + [(Scene.LAUNCH, True)] * 4
    assert seen == [*launched, (Scene.LIVE, False)]


def test_a_step_out_of_order_is_refused_with_the_one_that_comes_first():
    show = on_air().do(c.Go("l/covered")).at("10:36")
    assert show.refusal(c.Go("l/reveal")) == "First comes “l/count”: press go on it, or dismiss it."
    show.do(c.Dismiss("l/count")).do(c.Go("l/reveal"))
    assert show.show.programme.launch is not None
    assert show.show.programme.launch.cover_shown


def test_the_photo_can_be_taken_again_and_again_before_what_is_to_come_and_after_what_is_due():
    show = on_air()
    for number, step in enumerate(("covered", "count", "reveal", "link", "photos", "shot")):
        show.at(f"10:36:{2 * number:02}").do(c.Go(f"l/{step}"))
    assert "l/shot" in show.show.photo_again
    order = show.show.cue_order()
    due = [one for one in order if show.show.cue(one).state is CueState.DUE]
    assert order[: len(due) + 1] == (*due, "l/shot")
    for second in (20, 25):
        show.at(f"10:36:{second}").do(c.Go("l/shot"))
        assert "l/shot" in show.show.photo_again
    show.at("10:36:30").do(c.Go("l/done"))
    assert len(show.show.photo_again) == 0
    assert "l/shot" not in show.show.cue_order()


def test_a_double_press_makes_one_step_only():
    show = on_air().do(c.Go("l/covered")).at("10:35:00.999")
    assert "only just now" in show.refusal(c.Go("l/count"))
    show.at("10:35:01").do(c.Go("l/count"))
    assert "is done already" in show.at("10:35:10").refusal(c.Go("l/count"))


def test_no_step_is_made_while_the_launch_is_not_on_air():
    show = launch().at("10:30").do(c.Start()).at("10:31")
    assert show.refusal(c.Go("l/covered")) == "“L” is not on air: take it first."
    assert "are cues" in show.refusal(c.Do("launch reveal"))


def test_five_is_counted_down_a_second_each():
    show = on_air().do(c.Go("l/covered")).at("10:36").do(c.Go("l/count"))
    counts = []
    for second in ("00", "00.999", "01", "02", "03", "04", "04.999", "05"):
        show.at(f"10:36:{second}")
        assert show.show.programme.launch is not None
        counts.append(show.show.programme.launch.count)
    assert counts == [5, 5, 4, 3, 2, 1, 1, None]


def test_each_photo_is_a_mark_in_the_run_and_can_be_made_again():
    show = on_air()
    for number, step in enumerate(["covered", "count", "reveal", "link", "photos", "shot", "shot"]):
        show.at(f"10:36:{2 * number:02}").do(c.Go(f"l/{step}"))
    shots = [event.at for event in show.history.events if getattr(event.fact, "cue", "") == "l/shot"]
    assert shots == [instant("10:36:10"), instant("10:36:12")]
    assert show.show.programme.launch is not None
    assert show.show.programme.launch.count == 3


def test_the_cover_as_a_mere_picture_is_not_shown_before_the_reveal_and_may_be_after():
    show = on_air().do(c.Go("l/covered")).at("10:36").do(c.Do(f"picture: {COVER}"))
    assert (scene(show), show.show.programme.picture) == (Scene.LAUNCH, None)
    for number, step in enumerate(["count", "reveal"]):
        show.at(f"10:37:{2 * number:02}").do(c.Go(f"l/{step}"))
    assert scene(show.do(c.Do(f"picture: {COVER}"))) is Scene.PICTURE


ACTS = st.lists(
    st.one_of(
        st.sampled_from([f"l/{name}" for name in STEPS.values()] + ["l/picture"]).map(c.Go),
        st.sampled_from([f"l/{name}" for name in STEPS.values()]).map(c.TestCue),
        st.sampled_from([f"l/{name}" for name in STEPS.values()]).map(c.Rearm),
        st.sampled_from([f"picture: {COVER}", f"picture: ./{COVER}", f"picture: a\\..\\{COVER.upper()}"]).map(
            c.Do
        ),
        st.sampled_from(["black", "programme", "launch reveal"]).map(c.Do),
        st.sampled_from([c.Start(), c.Advance(), c.Undo(), c.Redo(), c.Back(), c.End(), c.Take("l")]),
    ),
    max_size=14,
)


@given(ACTS)
def test_the_cover_reaches_the_programme_by_no_path_before_it_was_revealed_on_air(acts: list[Any]):
    show = launch()
    ever_revealed = False
    for number, act in enumerate(acts):
        show.at(f"10:{30 + number}:00")
        try:
            show.do(act)
        except Refused:
            continue
        ever_revealed |= isinstance(act, c.Go) and act.cue == "l/reveal"
        figures = show.show.programme
        shown = figures.picture is not None or (figures.launch is not None and figures.launch.cover_shown)
        assert ever_revealed or not shown


def test_every_step_has_its_place_in_the_order():
    assert tuple(STEPS) == LAUNCH_STEPS


# ---- what fails


def test_a_cue_whose_action_failed_says_so_and_can_be_fired_again():
    lamp = cue("a/1", "begin", do=["http get: http://10.0.0.5/on"])
    show = Playbook(with_people(segment("a", cues=(lamp,)))).at("10:30").do(c.Start()).do(c.Go("a/1"))
    assert show.cue("a/1") == "done"
    show.at("10:31").do(c.NoticeFailure("a/1", "http get: http://10.0.0.5/on", "10.0.0.5 does not answer."))
    assert (show.cue("a/1"), show.show.cue("a/1").failed) == ("due", "10.0.0.5 does not answer.")
    show.do(c.Go("a/1"))
    assert (show.cue("a/1"), show.show.cue("a/1").failed) == ("done", None)


def test_an_automatic_cue_that_failed_waits_for_a_person():
    lamp = cue("a/1", "begin", auto=True, do=["osc: 10.0.0.5:53000 /go"])
    show = Playbook(with_people(segment("a", cues=(lamp,)))).at("10:30").do(c.Start())
    assert show.cue("a/1") == "done"
    show.do(c.NoticeFailure("a/1", "osc: 10.0.0.5:53000 /go", "There is no network.")).at("10:32")
    assert show.cue("a/1") == "due"


def test_a_message_that_a_cue_gives_is_the_one_that_the_speaker_sees():
    wrap = cue("a/1", "1:00 before end", auto=True, do=["message: Please come to an end"])
    show = Playbook(with_people(segment("a", cues=(wrap,)))).at("10:30").do(c.Start()).at("10:34")
    assert show.show.message == "Please come to an end"
    assert show.do(c.Do("clear message")).show.message is None
