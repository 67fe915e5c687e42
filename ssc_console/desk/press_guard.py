"""Whether a press is meant: of what was read, by one finger, once, and twice where it can't be taken back.

Time is in milliseconds of a clock that nobody steps, and comes in from outside.
"""

from ssc_console.desk.press import Press
from ssc_console.show.value import value

EYE_TO_FINGER = 250
"""A label that changed or came up less than this before a press was not what the person read."""
JUST_UP = "The desk has only just come up: look, and press again."
DOUBLE = 500
"""A press that follows one's own sooner than this is a bounce or a double click."""
ANSWER = 3_000
"""A second press counts for so long."""


@value
class Obey:
    """Do it: it was meant."""

    press: Press


@value
class AskAgain:
    """It wants a second press."""

    press: Press


@value
class Refuse:
    """It was not meant; `why` is for the person."""

    why: str


class PressGuard:
    """Judges presses of one button by what it has painted, and when."""

    def __init__(self) -> None:
        self._painted: Press | None = None
        self._appeared_at = -(10**9)
        self._changed_at = -(10**9)
        self._obeyed_at = -(10**9)
        self._asked_at: int | None = None

    @property
    def painted(self) -> Press | None:
        """What the button says, as far as a person can have seen."""
        return self._painted

    def was_painted(self, press: Press, now: int) -> None:
        """The button has just painted this."""
        if self._painted is None:
            self._appeared_at = now
        elif press.meaning != self._painted.meaning:
            self._changed_at = now
            self._asked_at = None
        self._painted = press

    def has_just_appeared(self, now: int) -> bool:
        """Whether nobody can have read anything yet, whichever key was pressed."""
        return now - self._appeared_at < EYE_TO_FINGER

    def is_asking(self, now: int) -> bool:
        """Whether a second press would now be taken as the answer."""
        return self._asked_at is not None and now - self._asked_at <= ANSWER

    def pressed(self, now: int) -> Obey | AskAgain | Refuse:
        """Judge a press."""
        press = self._painted
        if press is None or press.command is None:
            return Refuse("There is nothing to do here now.")
        if self.has_just_appeared(now):
            return Refuse(JUST_UP)
        if now - self._obeyed_at < DOUBLE:
            return Refuse("That was a double press: nothing was done twice.")
        if now - self._changed_at < EYE_TO_FINGER:
            return Refuse("This changed just before you pressed: look, and press again.")
        if press.twice:
            return self._pressed_with_a_question(press, now)
        self._obeyed_at = now
        return Obey(press)

    def forget_question(self) -> None:
        """No second press is expected any more."""
        self._asked_at = None

    def _pressed_with_a_question(self, press: Press, now: int) -> Obey | AskAgain | Refuse:
        asked = self._asked_at
        if asked is None or now - asked > ANSWER:
            self._asked_at = now
            return AskAgain(press)
        if now - asked < DOUBLE:
            return Refuse("That was a double press: wait a moment, then press again.")
        self._asked_at, self._obeyed_at = None, now
        return Obey(press)


class SecondPress:
    """For keys and buttons other than the large one: the same wish, twice, is the answer."""

    def __init__(self) -> None:
        self._asked: tuple[object, int] | None = None

    def is_asking(self, now: int) -> bool:
        """Whether a second press would now be taken as the answer."""
        return self._asked is not None and now - self._asked[1] <= ANSWER

    def is_answer(self, wish: object, now: int) -> bool:
        """Whether this press answers one for the same wish; if not, it asks."""
        asked = self._asked
        if asked is not None and asked[0] == wish and now - asked[1] <= ANSWER:
            if now - asked[1] < DOUBLE:
                return False  # a bounce: the question stays
            self._asked = None
            return True
        self._asked = (wish, now)
        return False

    def forget(self) -> None:
        """No answer is expected any more."""
        self._asked = None
