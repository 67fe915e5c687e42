"""What a producer does with rehearsals on the desk: see them side by side, and keep what they suggest."""

from ssc_console.desk.contents import Contents
from ssc_console.desk.errands import Errands
from ssc_console.desk.keys import Wish, key_of
from ssc_console.show.figures import Status


def toggle(contents: Contents, status: Status) -> None:
    """The rehearsals side by side in place of the page before or after the show, or back."""
    page = contents.compare
    if page is None:
        contents.bottom.big.refuse(
            "Only a rehearsal is compared with others: ssc-console rehearse opens one."
        )
    elif status in (Status.ON_AIR, Status.HELD):
        contents.bottom.big.refuse("Rehearsals are compared once this one has ended.")
    else:
        contents.wants_compared, contents.wants_rundown = not contents.wants_compared, False
        if contents.wants_compared:
            page.compare()


def keep(contents: Contents, errands: Errands) -> None:
    """Write what rehearsals suggest into the agenda, at the second press."""
    big, page = contents.bottom.big, contents.compare
    if page is None or not contents.wants_compared:
        big.refuse(f"{key_of(Wish.COMPARE)} first shows what would be written.")
        return
    question = page.question()
    if question is None:
        big.refuse("No duration is chosen that could be written.")
    elif errands.is_meant((Wish.KEEP, question), f"Press {key_of(Wish.KEEP)} again to {question}"):
        written = page.write()
        if not written.done:
            big.refuse(written.lines[-1])
