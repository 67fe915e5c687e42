"""What comes of a wish: a command, a form, a question for a second press; or it is said why not."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from ssc_console.desk.contents import Contents
from ssc_console.desk.dock import Dock
from ssc_console.desk.keys import Wish, key_of
from ssc_console.desk.press import Accept, Press
from ssc_console.desk.press_guard import ANSWER, JUST_UP, SecondPress
from ssc_console.desk.undo_button import wants_two_presses
from ssc_console.show.commands import Command, Seen, SeenCue, SeenUndo, Undo
from ssc_console.show.figures import Status, UndoOffer
from ssc_console.show.snapshot import Snapshot

if TYPE_CHECKING:
    from ssc_console.desk.rundown_offers import Question

Ask = Callable[[Command, Seen | None], str | None]
"""Gives a command; the answer is None, or the one sentence of a refusal."""


class Errands:
    """Stands between the parts that wish and the show that may refuse.

    Attributes:
        contents: Where a refusal is shown: on the large button, and on the cue it is about.
        snapshot: The show as it was presented last.
    """

    def __init__(self, ask: Ask, elapsed: Callable[[], int], dock: Dock, accept: Callable[[], None]) -> None:
        """`accept` is called when what the console offers is accepted."""
        self._ask = ask
        self._accept = accept
        self._elapsed = elapsed
        self._dock = dock
        self._twice = SecondPress()
        self.contents: Contents | None = None
        self.snapshot: Snapshot | None = None

    def serve(self, contents: Contents) -> None:
        """From now on these are the parts that wish."""
        self.contents = contents
        contents.commanded.connect(self.give)
        contents.asked.connect(self.ask_in_a_form)
        contents.bottom.big.obeyed.connect(self.press)
        contents.bottom.undo.pressed_offer.connect(self.undo)

    def obey(self, wish: Wish) -> None:
        """Do what a wish about the show comes to."""
        from ssc_console.desk.wishes import Give, answer

        if self.snapshot is None or self.contents is None:
            return
        if self.contents.bottom.big.has_just_appeared:
            self.contents.bottom.big.refuse(JUST_UP)
            return
        answered = answer(wish, self.snapshot, self.contents.sight())
        if isinstance(answered, str):
            self.contents.bottom.big.refuse(answered)
        elif not isinstance(answered, Give):
            self._dock.ask(answered)
        elif not answered.twice or self.is_meant(
            (wish, answered.command), f"Press {key_of(wish)} again to {answered.words}"
        ):
            self.give(answered.command, answered.seen)

    def is_meant(self, wish: object, question: str) -> bool:
        """Whether this press is the second one for the same wish; if not, the question is asked."""
        meant = self._twice.is_answer(wish, self._elapsed())
        if self.contents is not None:
            big = self.contents.bottom.big
            big.never_mind() if meant else big.ask(question)
        return meant

    def press(self, press: Press) -> None:
        """The large button was pressed, and meant."""
        if isinstance(press.command, Accept):
            self._accept()
        elif press.command is not None:
            self.give(press.command, press.seen)

    def give(self, command: Command, seen: Seen | None = None) -> str | None:
        """Give a command, and show it where the eye is if it is refused."""
        refusal = self._ask(command, seen)
        if refusal is None and self.contents is not None:
            self.contents.bottom.big.never_mind()  # what was refused before is no longer the latest word
        if refusal is not None and self.contents is not None:
            self.contents.bottom.big.refuse(refusal)
            cues = self.contents.cues
            if isinstance(seen, SeenCue) and cues is not None:
                cues.show_refusal(seen.cue, refusal)
        return refusal

    def undo(self, offer: UndoOffer | None) -> None:
        """Take back what was painted on the undo button; an old take only at the second press."""
        if self.contents is None:
            return
        if offer is None:
            self.contents.bottom.big.refuse("There is nothing to undo.")
            return
        button = self.contents.bottom.undo
        wish = (Wish.UNDO, offer.command)
        if wants_two_presses(offer) and not self._twice.is_answer(wish, self._elapsed()):
            button.ask_again(True)
            QTimer.singleShot(ANSWER, button, lambda: button.ask_again(False))
            return
        button.ask_again(False)
        self.give(Undo(), SeenUndo(offer.name, offer.command))

    def ask_in_a_form(self, question: "Question") -> None:
        """Open the form for what a wish about a segment lacks."""
        from ssc_console.desk.wishes import form_for

        if self.snapshot is not None:
            kept = self.contents.sight().kept if self.contents is not None else ()
            self._dock.ask(form_for(question, self.snapshot, kept))

    def give_from_form(self, command: Command) -> bool:
        """Give a form's command; whether the form is done with."""
        refusal = self.give(command)
        if refusal is not None:
            self._dock.refuse(refusal)
        return refusal is None

    def may_leave(self, unkept: int = 0) -> bool:
        """Whether the window may be closed: a show that runs is not left by a slip of the hand.

        Args:
            unkept: So many events are not on the disk yet.
        """
        running = self.snapshot is not None and self.snapshot.status in (Status.ON_AIR, Status.HELD)
        if not (running or unkept):
            return True
        why = "The show is on air: close the window again to leave it"
        if unkept:
            events = "1 event is" if unkept == 1 else f"{unkept} events are"
            why = f"{events} not on the disk yet: close the window again to leave all the same"
        return self.is_meant("close", why)

    def forget_questions(self) -> None:
        """No second press is expected any more."""
        self._twice.forget()
        if self.contents is not None:
            self.contents.bottom.big.never_mind()
            self.contents.bottom.undo.ask_again(False)
