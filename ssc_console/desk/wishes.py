"""What a key, a button or a menu entry comes to as the show is: a command, a form, or why not."""

from collections.abc import Callable
from datetime import timedelta

from ssc_console import timecode
from ssc_console.desk import forms
from ssc_console.desk.billing import called
from ssc_console.desk.effects import changes_next, effect_words
from ssc_console.desk.forms import Form
from ssc_console.desk.kept_items import Item
from ssc_console.desk.keys import Wish, key_of
from ssc_console.desk.press import seen_show
from ssc_console.desk.rundown_offers import Ask, Offer, Question, offers, why_not
from ssc_console.desk.sight import Sight
from ssc_console.show.actions import Verb
from ssc_console.show.commands import (
    Add,
    Back,
    ClearMessage,
    Command,
    Declare,
    Dismiss,
    Do,
    End,
    Flash,
    Go,
    Hold,
    Move,
    Postpone,
    Rearm,
    Redo,
    Reset,
    Restore,
    Resume,
    Seen,
    SeenCue,
    SeenUndo,
    Skip,
    Standby,
    Take,
    TestCue,
)
from ssc_console.show.cues import launch_step
from ssc_console.show.figures import CueState, Status
from ssc_console.show.media import MediaState
from ssc_console.show.programme import Motion
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.stage import Instead
from ssc_console.show.value import value

STEP = timedelta(seconds=30)
"""What one press of an arrow gives or takes away."""


@value
class Give:
    """Give this command.

    Attributes:
        twice: It wants a second press within the time for an answer; `words` say what of.
    """

    command: Command
    seen: Seen | None = None
    twice: bool = False
    words: str = ""


Answer = Give | Form | str
"""A string is the reason why nothing can be done."""

_OFFERED = {
    Wish.TAKE: ("Take now", "Take again"),
    Wish.SKIP: ("Skip", "Restore"),
    Wish.ADD: ("Add or take time…",),
    Wish.RETIME: ("Set its length…",),
    Wish.INSERT: ("Insert after…",),
    Wish.EARLIER: ("Move up",),
    Wish.LATER: ("Move down",),
    Wish.MOVE: ("Move before…",),
    Wish.BRING_BACK: ("Bring back as next", "Move to be next"),
}
_ON_CUES: dict[Wish, Callable[[str], Command]] = {
    Wish.GO: Go,
    Wish.STANDBY: Standby,
    Wish.DISMISS: Dismiss,
    Wish.TEST: TestCue,
}


def answer(wish: Wish, snapshot: Snapshot, sight: Sight) -> Answer:
    """What the wish comes to."""
    if wish in _OFFERED:
        return _about_a_segment(wish, snapshot, sight)
    if wish in _ON_CUES:
        return _about_the_first_cue(wish, snapshot, sight)
    return _about_the_show(wish, snapshot)


def form_for(question: Question, snapshot: Snapshot, kept: tuple[Item, ...] = ()) -> Form:
    """The form that asks what a wish about a segment lacks; `kept` are items to put in."""
    if question.ask is Ask.INSERT_AFTER:
        return forms.insert(snapshot, question.segment, kept)
    if question.ask is Ask.MOVE_BEFORE:
        return forms.move(snapshot, question.segment, question.before)
    make = {Ask.RETIME: forms.retime, Ask.ADD: forms.add}[question.ask]
    return make(snapshot, question.segment)


def _about_a_segment(wish: Wish, snapshot: Snapshot, sight: Sight) -> Answer:
    chosen = sight.chosen
    if chosen is None or chosen not in snapshot.order:
        if wish is not Wish.INSERT or snapshot.on_air is None:
            key = key_of(Wish.RUNDOWN)
            return f"Choose a segment in the rundown first: click it, or go to it with {key} and the arrows."
        chosen = snapshot.on_air.segment.id
    for offer in offers(snapshot, chosen):
        if offer.words in _OFFERED[wish] and offer.wish is not None:
            if isinstance(offer.wish, Question):
                return form_for(offer.wish, snapshot, sight.kept)
            return _given_twice(wish, offer, chosen, snapshot)
    title = snapshot.segment(chosen).title
    return f"{_OFFERED[wish][0].rstrip('…')} does not fit “{title}” as it is now."


def _given_twice(wish: Wish, offer: Offer, segment: str, snapshot: Snapshot) -> Answer:
    """A key about a segment says first what it would do to the show; a small step of a move does not ask."""
    command = offer.wish
    assert not isinstance(command, Question)
    if offer.why_not is not None:
        return offer.why_not
    name = called(snapshot.segment(segment), snapshot.rundown)
    small = isinstance(command, Move) and wish is not Wish.BRING_BACK and not changes_next(snapshot, command)
    verb = _VERBS.get(type(command), "move")
    words = f"{verb} {name}: {effect_words(snapshot, command)}"
    return Give(command, seen_show(snapshot), twice=not small, words=words)


_VERBS: dict[type, str] = {Take: "take", Skip: "skip", Restore: "restore", Move: "move"}


def _about_the_first_cue(wish: Wish, snapshot: Snapshot, sight: Sight) -> Answer:
    first = sight.first_cue
    if wish is Wish.STANDBY:
        pending = (one for one in snapshot.cue_order() if snapshot.cue(one).state is CueState.PENDING)
        cue = next(pending, None)
        first = SeenCue(cue, CueState.PENDING.value) if cue is not None else None
    if first is None:
        return "No cue is waiting."
    if wish is Wish.GO and first.state == CueState.PENDING.value and not _is_step(snapshot, first.cue):
        return Give(Go(first.cue), first, twice=True, words=f"go {_early(snapshot, first.cue)}")
    return Give(_ON_CUES[wish](first.cue), first)


def _is_step(snapshot: Snapshot, cue: str) -> bool:
    """Whether it is a step of a launch on the way: the next one is made when the moderator makes it."""
    return launch_step(snapshot.state.cues[cue]) not in (None, Verb.LAUNCH_DONE)


def _early(snapshot: Snapshot, cue: str) -> str:
    row = snapshot.cue(cue)
    words = f"“{row.cue.text}”"
    return (
        words
        if row.due_at is None
        else f"{words}, due in {timecode.countdown(row.due_at - snapshot.wall_now)}"
    )


def _about_the_show(wish: Wish, snapshot: Snapshot) -> Answer:
    make: dict[Wish, Callable[[Snapshot], Answer]] = {
        Wish.HOLD: lambda now: Give(Resume() if now.status is Status.HELD else Hold()),
        Wish.MORE: lambda now: _time(STEP, now),
        Wish.LESS: lambda now: _time(-STEP, now),
        Wish.BACK: _back,
        Wish.END: lambda now: Give(End(), seen_show(now), twice=True, words="end the show"),
        Wish.RESET: lambda _: Give(Reset(), twice=True, words="start over with a new run"),
        Wish.CLEAR: lambda _: Give(ClearMessage()),
        Wish.FLASH: lambda _: Give(Flash()),
        Wish.IS_SHOW: lambda _: Give(Declare(is_rehearsal=False)),
        Wish.IS_REHEARSAL: lambda _: Give(Declare(is_rehearsal=True)),
        Wish.REDO: _redo,
        Wish.REARM: _rearm,
        Wish.SWAP: _swap,
        Wish.FALLBACK: _fallback,
        Wish.POSTPONE: lambda now: why_not(now, Postpone(now.expected_start)) or forms.postpone(now),
        Wish.MESSAGE: forms.message,
        Wish.NOTE: forms.note,
        Wish.VIDEO: _video,
        Wish.RESTART_VIDEO: lambda _: Give(Do(Verb.RESTART.value)),
        Wish.STOP_VIDEO: lambda _: Give(Do(Verb.STOP.value)),
        Wish.THIRD: _third,
        Wish.HOLDING: lambda now: _instead(Instead.HOLDING, now),
        Wish.BLACK: lambda now: _instead(Instead.BLACK, now),
    }
    found = make[wish](snapshot)
    if isinstance(found, Give) and found.twice:
        return why_not(snapshot, found.command) or found  # nobody is asked for what can't be
    return found


def _back(snapshot: Snapshot) -> Answer:
    """It leaves who is on air, so it says first what that does to the show."""
    return Give(Back(), seen_show(snapshot), twice=True, words=f"go back: {effect_words(snapshot, Back())}")


def _video(snapshot: Snapshot) -> Answer:
    video = snapshot.programme.video
    rolls = video is not None and video.motion is Motion.ROLLING and not _is_over(snapshot)
    return Give(Do((Verb.PAUSE if rolls else Verb.ROLL).value))


def _is_over(snapshot: Snapshot) -> bool:
    media = None if snapshot.on_air is None else snapshot.on_air.media
    return media is not None and media.state is MediaState.ENDED


def _third(snapshot: Snapshot) -> Answer:
    if snapshot.state.stage.lower_third:
        return Give(Do(Verb.CLEAR_LOWER_THIRD.value))
    if snapshot.on_air is None or not snapshot.on_air.segment.speakers:
        return "Nobody is on air whose name could be shown."
    return Give(Do(Verb.LOWER_THIRD.value))


def _instead(what: Instead, snapshot: Snapshot) -> Answer:
    return Give(Do(Verb.PROGRAMME.value if snapshot.state.stage.instead is what else what.value))


def _redo(snapshot: Snapshot) -> Answer:
    offer = snapshot.can_redo
    return Give(Redo(), SeenUndo(offer.name, offer.command) if offer else None)


def _time(span: timedelta, snapshot: Snapshot) -> Answer:
    """To the segment by name: should it be left in the same moment, nobody else is given its time."""
    if snapshot.on_air is None:
        return "Nothing is on air that time could be given to."
    return Give(Add(span, snapshot.on_air.segment.id))


def _swap(snapshot: Snapshot) -> Answer:
    from ssc_console.desk.instead import swap_order

    if snapshot.missing is None:
        return "Nobody is missed: there is nothing to swap."
    order = swap_order(snapshot)
    return (
        "Nobody who comes later is ready to go on instead."
        if order is None
        else Give(order.command, order.seen)
    )


def _fallback(snapshot: Snapshot) -> Answer:
    from ssc_console.desk.instead import fallback_order

    if snapshot.missing is None:
        return "Nobody is missed: nothing has to be done instead."
    order = fallback_order(snapshot)
    if order is None:
        return snapshot.missing.fallback or "The agenda has no fallback for this segment."
    return Give(order.command, order.seen)


def _rearm(snapshot: Snapshot) -> Answer:
    for cue in snapshot.finished_cues():
        row = snapshot.cue(cue)
        if row.marked_at is not None:
            return Give(Rearm(cue), SeenCue(cue, row.state.value))
    return "No cue has been done or dismissed yet."
