"""Commands × states, as one table: what fits when, and what to say when it does not.

The engine, the refusals, the menus' enabled state and a page of the docs are made from it.
"""

from ssc_console.show import commands as c
from ssc_console.show.figures import Status
from ssc_console.show.value import value

BEFORE, ON_AIR, HELD, ENDED = Status.BEFORE, Status.ON_AIR, Status.HELD, Status.ENDED
RUNNING = frozenset({ON_AIR, HELD})
NOT_ENDED = frozenset({BEFORE, ON_AIR, HELD})
ANY = frozenset(Status)


@value
class Rule:
    """Where a command fits.

    Attributes:
        name: As people and scripts write it.
        fits: The states of the show in which it fits.
        effect: What it does, in a few words.
    """

    name: str
    fits: frozenset[Status]
    effect: str


TABLE: dict[type, Rule] = {
    c.Postpone: Rule("postpone", frozenset({BEFORE}), "expect the show to start later"),
    c.Start: Rule("start", frozenset({BEFORE}), "take the first segment, at once"),
    c.Begin: Rule("begin", frozenset({ON_AIR}), "begin the speaker's clock: the intro is over"),
    c.Advance: Rule("advance", RUNNING, "take the next segment; after the last, end the show"),
    c.Take: Rule("take", NOT_ENDED, "put a segment of your choice on air"),
    c.Back: Rule("back", RUNNING, "take the segment before this one again"),
    c.Hold: Rule("hold", frozenset({ON_AIR}), "let the segment's clock stand still"),
    c.Resume: Rule("resume", frozenset({HELD}), "let the segment's clock go on"),
    c.Add: Rule("add", RUNNING, "give a segment time, or take some away"),
    c.Skip: Rule("skip", NOT_ENDED, "leave a segment out"),
    c.Restore: Rule("restore", NOT_ENDED, "bring a skipped segment back in"),
    c.Move: Rule("move", NOT_ENDED, "put a segment elsewhere in the rundown"),
    c.Insert: Rule("insert", NOT_ENDED, "put an unplanned item in"),
    c.Retime: Rule("retime", NOT_ENDED, "set how long a segment has"),
    c.CatchUp: Rule("catch up", NOT_ENDED, "shorten what is to come, so that the show is over in time"),
    c.Reload: Rule("reload", NOT_ENDED, "take changes of the agenda’s file"),
    c.End: Rule("end", RUNNING, "end the show now"),
    c.SendMessage: Rule("message", ANY, "show the speaker a line"),
    c.ClearMessage: Rule("clear", ANY, "take the speaker's line away"),
    c.Flash: Rule("flash", ANY, "let the speaker's line flash"),
    c.Standby: Rule("standby", ANY, "call a cue ready"),
    c.Go: Rule("go", ANY, "execute a cue"),
    c.Dismiss: Rule("dismiss", ANY, "put a cue away without doing it"),
    c.Rearm: Rule("rearm", ANY, "make a cue usable again"),
    c.TestCue: Rule("test", frozenset({BEFORE}), "do what a cue does without using it up"),
    c.Do: Rule("do", ANY, "do at once what a cue could do"),
    c.Note: Rule("note", ANY, "keep a remark with the run"),
    c.Measure: Rule("measure", ANY, "keep how long a person really took, by a stopwatch"),
    c.MarkPerson: Rule("person", ANY, "say where a person stands: here, sound checked, ready, dropped"),
    c.Declare: Rule("declare", ANY, "say whether this run is the show, or only a rehearsal"),
    c.Undo: Rule("undo", ANY, "take the latest change of the show back"),
    c.Redo: Rule("redo", ANY, "take the latest undo back"),
    c.Reset: Rule("reset", frozenset({BEFORE, ENDED}), "open a new run from the beginning"),
}

RULE_OF: dict[str, Rule] = {rule.name: rule for rule in TABLE.values()}


def allowed(name: str, status: Status) -> bool:
    """Whether a command of that name fits the show in that state."""
    return status in RULE_OF[name].fits


def why_not(rule: Rule, status: Status) -> str:
    """Why a command does not fit the show in that state, and what would."""
    if status is ENDED:
        return f"The show is over: there is nothing to {rule.name}. Undo takes the end back."
    if status is BEFORE:
        return f"The show has not started: start it before you {rule.name}."
    if rule.name == "hold":
        return "The segment is already on hold."
    if status is HELD and ON_AIR in rule.fits:
        return "The segment is on hold: resume it first."
    if rule.name == "resume":
        return "The segment is not on hold."
    return (
        f"The show is running: {rule.name} is for {'before or after' if ENDED in rule.fits else 'before'} it."
    )
