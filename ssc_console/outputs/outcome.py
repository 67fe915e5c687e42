"""What became of an action outside: an output takes an `Action` and a token, and says one of these later.

A token is whatever the caller gives (a cue's id); it comes back as it was.
"""

from ssc_console.show.actions import Action
from ssc_console.show.value import value


@value
class Performed:
    """It is done."""

    action: Action
    token: object


@value
class Failed:
    """It is not done, and it can be asked for again.

    Attributes:
        why: One sentence that a person can act on.
    """

    action: Action
    token: object
    why: str


Outcome = Performed | Failed


class CannotDo(Exception):
    """Why an action can't be done: one sentence that a person can act on."""


def did_you_mean(name: str, known: list[str]) -> str:
    """The nearest known name as a question, or what there is; with a space before it, or nothing."""
    import difflib  # slow to import, and few names are mistyped

    by_lower = {each.lower(): each for each in reversed(known)}
    near = difflib.get_close_matches(name.lower(), list(by_lower), n=1, cutoff=0.5)
    if near:
        return f" Did you mean “{by_lower[near[0]]}”?"
    shown = ", ".join(f"“{each}”" for each in known[:5])
    more = f" and {len(known) - 5} more" if len(known) > 5 else ""
    return f" There are: {shown}{more}." if known else ""
