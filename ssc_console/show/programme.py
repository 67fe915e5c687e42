"""What the audience sees at an instant: the programme, as a pure question put to the state of the show.

A programme window that is opened late, moved, or opened again after a crash is shown the answer, and is
right at once. The cover of a publication is not among the answers before it was revealed.
"""

import posixpath
from datetime import timedelta
from enum import StrEnum

from ssc_console.show import airtime
from ssc_console.show.actions import Verb
from ssc_console.show.figures import Status
from ssc_console.show.instants import SECOND, ZERO, ShowInstant
from ssc_console.show.media import MediaState
from ssc_console.show.rundown import AtEnd, Person, Publication, Segment
from ssc_console.show.stage import Instead, Run, Stage
from ssc_console.show.state import ShowState, once_per_state
from ssc_console.show.value import field, value

COUNT = 5
"""A reveal is counted down from here."""
SHOT_COUNT = 3
"""A photo is."""
TRIAL = timedelta(seconds=5)
"""For so long the programme shows what a cue does that is tested before the show."""


class Scene(StrEnum):
    """What fills the programme.

    LIVE is the call itself, with a lower third if there is one: the console has no picture of its own there.
    """

    HOLDING = "holding"
    LIVE = "live"
    VIDEO = "video"
    LAUNCH = "launch"
    PICTURE = "picture"
    CLOSING = "closing"
    BLACK = "black"


class Motion(StrEnum):
    """How a video is to run: cued at its first frame, rolling, paused where it is, or faded out."""

    CUED = "cued"
    ROLLING = "rolling"
    PAUSED = "paused"
    STOPPED = "stopped"


@value(kw_only=True)
class VideoFigures:
    """The video of the segment on air.

    Attributes:
        file: As the agenda writes it.
        airing: Which airing it rolls in, and `roll` which time it was rolled from its beginning in that: a
            player that has played another pair begins anew.
        at: Where it is to be, as far as was observed; 0 where nothing was.
    """

    file: str
    airing: int
    roll: int
    motion: Motion
    at: timedelta = field(compare=False)


@value(kw_only=True)
class LaunchFigures:
    """A launch that is on air.

    Attributes:
        segment: Its id.
        step: The latest that was made.
        count: What is counted now, for the reveal or a photo: 5 … 1; None: nothing is.
        cover_shown: The audience has seen the cover.
        link_shown: It is to see the link.
    """

    segment: str
    publication: Publication
    step: Verb
    count: int | None
    cover_shown: bool
    link_shown: bool


@value(kw_only=True)
class ProgrammeFigures:
    """What the audience sees.

    Attributes:
        lower_third: Whose names are shown, in order; nobody's where the scene has no room for it.
        coming: The file of the next video, to be made ready where nobody sees it.
        picture: As the agenda writes the file.
        lost: The video does not play: the file is gone or can't be read.
        instead: Was put in place of what the show has, and hides it; None: nothing is.
    """

    scene: Scene
    lower_third: tuple[Person, ...] = ()
    video: VideoFigures | None = None
    coming: str | None = None
    launch: LaunchFigures | None = None
    picture: str | None = None
    lost: bool = False
    instead: Instead | None = None


def programme(state: ShowState, now: ShowInstant) -> ProgrammeFigures:
    """What the audience sees at `now`, which is not before the state's latest event."""
    stage = stage_at(state, now)
    video, launch = _video(state, now), _launch(state, stage, now)
    scene = _scene(state, stage, video, launch, now)
    return ProgrammeFigures(
        scene=scene,
        lower_third=_lower_third(state, stage) if scene in (Scene.LIVE, Scene.VIDEO) else (),
        video=video,
        coming=_coming(state),
        launch=launch if scene is Scene.LAUNCH else None,
        picture=stage.picture if scene is Scene.PICTURE else None,
        lost=_media_state(state) is MediaState.LOST,
        instead=_hides(state, stage),
    )


def _hides(state: ShowState, stage: Stage) -> Instead | None:
    """What hides the show; before it the holding picture, and after it the closing one, hides nothing."""
    usual = {Status.BEFORE: Instead.HOLDING, Status.ENDED: Instead.CLOSING}
    return None if stage.instead is usual.get(state.status) else stage.instead


def stage_at(state: ShowState, now: ShowInstant) -> Stage:
    """What people put before the audience; for a moment, what a cue that is tested would."""
    trial = state.trial
    return state.stage if trial is None or now - trial.at >= TRIAL else trial.stage


def _scene(
    state: ShowState,
    stage: Stage,
    video: VideoFigures | None,
    launch: LaunchFigures | None,
    now: ShowInstant,
) -> Scene:
    if stage.instead is not None:
        return _INSTEAD[stage.instead]
    if stage.picture is not None and not _hides_a_cover(state, stage.picture):
        return Scene.PICTURE
    if launch is not None and launch.step is not Verb.LAUNCH_DONE:
        return Scene.LAUNCH
    if video is not None:
        return _scene_of_video(state, video, now)
    if state.airing is not None or stage.lower_third:
        return Scene.LIVE
    return Scene.HOLDING if state.ended is None else Scene.CLOSING


_INSTEAD = {
    Instead.HOLDING: Scene.HOLDING,
    Instead.CLOSING: Scene.CLOSING,
    Instead.BLACK: Scene.BLACK,
}


def _scene_of_video(state: ShowState, video: VideoFigures, now: ShowInstant) -> Scene:
    observed = _media_state(state)
    if observed is MediaState.LOST or video.motion is Motion.STOPPED:
        return Scene.HOLDING
    if observed is MediaState.ENDED:
        ends_on = airtime.on_air_segment(state).at_end
        return Scene.VIDEO if ends_on is AtEnd.HOLD else Scene.HOLDING
    if video.motion is Motion.CUED and not _intro_is_over(state, now):
        return Scene.LIVE
    return Scene.VIDEO


def _hides_a_cover(state: ShowState, picture: str) -> bool:
    """Whether a picture is a cover that nobody is to see yet."""
    return _as_place(picture) in {_as_place(cover) for cover in hidden_covers(state)}


def hidden_covers(state: ShowState) -> tuple[str, ...]:
    """The files of all covers that nobody is to see yet, as the agenda writes them."""
    return tuple(
        segment.publication.cover
        for segment in state.segments.values()
        if segment.publication is not None
        and segment.publication.cover is not None
        and segment.id not in state.stage.revealed
    )


def _as_place(file: str) -> str:
    """The same for each way in which a file can be written: ``./Cover.png`` and ``cover.png``."""
    return posixpath.normpath(file.replace("\\", "/")).casefold()


def _lower_third(state: ShowState, stage: Stage) -> tuple[Person, ...]:
    people = state.rundown.people
    return tuple(people[id_] for id_ in stage.lower_third if id_ in people)


@once_per_state
def _coming(state: ShowState) -> str | None:
    """The next video in rundown order, that of the segment on air apart."""
    first = 0 if state.airing is None else state.order.position[state.airing.segment] + 1
    for id_ in state.order.ids[first:]:
        progress = state.progress_of(id_)
        file = state.segments[id_].video
        if file is not None and not (progress.skipped or progress.aired):
            return file
    return None


# ---- the video


def _media_state(state: ShowState) -> MediaState | None:
    airing = state.airing
    return None if airing is None or airing.media is None else airing.media.observation.state


def _video(state: ShowState, now: ShowInstant) -> VideoFigures | None:
    airing = state.airing
    if airing is None or state.ended is not None:
        return None
    segment = state.segments[airing.segment]
    if segment.video is None:
        return None
    return VideoFigures(
        file=segment.video,
        airing=airing.id,
        roll=state.stage.roll,
        motion=_motion(state, segment, now),
        at=_position(state, now),
    )


def _motion(state: ShowState, segment: Segment, now: ShowInstant) -> Motion:
    run, airing = state.stage.run, airtime.on_air(state)
    if run is Run.STOPPED:
        return Motion.STOPPED
    if run is Run.BY_ITSELF and (segment.roll_by_hand or not _intro_is_over(state, now)):
        return Motion.CUED
    if run is Run.PAUSED or airing.held_since is not None:
        return Motion.PAUSED
    return Motion.ROLLING


def _intro_is_over(state: ShowState, now: ShowInstant) -> bool:
    return airtime.has_begun(state, now) or airtime.intro_left(state, now) == ZERO


def _position(state: ShowState, now: ShowInstant) -> timedelta:
    media = airtime.on_air(state).media
    if media is None or media.observation.position is None or media.observation.length is None:
        return ZERO
    if media.observation.state is not MediaState.PLAYING:
        return media.observation.position
    return min(media.observation.position + (now - media.at), media.observation.length)


# ---- the launch


def _launch(state: ShowState, stage: Stage, now: ShowInstant) -> LaunchFigures | None:
    where = _launched(state, stage)
    publication = None if where is None else state.segments[where].publication
    if where is None or publication is None or stage.step is None:
        return None
    return LaunchFigures(
        segment=where,
        publication=publication,
        step=stage.step,
        count=count_at(stage, now),
        cover_shown=where in stage.revealed,
        link_shown=stage.link_shown,
    )


def _launched(state: ShowState, stage: Stage) -> str | None:
    """The segment that launches something: the one on air, or that of a cue that is tested."""
    if state.ended is not None:
        return None
    if stage is not state.stage and state.trial is not None:
        return state.cues[state.trial.cue].segment
    return None if state.airing is None else state.airing.segment


def count_at(stage: Stage, now: ShowInstant) -> int | None:
    """What is counted at `now` for a reveal or a photo; None: nothing is, or it is counted out."""
    counted = _counted(stage)
    if counted is None:
        return None
    begun, number = counted
    left = number - (now - begun) // SECOND
    return left if 1 <= left <= number else None


def programme_turns(state: ShowState) -> tuple[ShowInstant, ...]:
    """When the programme changes by itself: the count shows another number, a trial is over."""
    turns = []
    counted = _counted(state.stage)
    if counted is not None:
        begun, number = counted
        turns += [ShowInstant(begun + SECOND * passed) for passed in range(1, number + 1)]
    if state.trial is not None:
        turns.append(ShowInstant(state.trial.at + TRIAL))
    return tuple(turns)


def _counted(stage: Stage) -> tuple[ShowInstant, int] | None:
    if stage.step_at is None or stage.step not in (Verb.LAUNCH_COUNT, Verb.LAUNCH_SHOT):
        return None
    return stage.step_at.at, COUNT if stage.step is Verb.LAUNCH_COUNT else SHOT_COUNT
