"""All that is looked at before the show, in order. Needs a QGuiApplication, and takes its time.

A source is asked for a `Subject` and gives items; another one is a line in `SOURCES`.
"""

from collections.abc import Callable, Iterable, Iterator

from ssc_console.preflight import machine, player
from ssc_console.preflight.item import Item
from ssc_console.preflight.pictures import pictures
from ssc_console.preflight.scripts import scripts
from ssc_console.preflight.sleep import sleep
from ssc_console.preflight.subject import Subject
from ssc_console.preflight.videos import videos

Source = Callable[[Subject], Iterable[Item]]


def _what_plays(subject: Subject) -> Iterator[Item]:
    if subject.videos():
        found = player.look()
        yield from videos(subject, found.decode)
        yield player.item(found)


SOURCES: tuple[Source, ...] = (
    _what_plays,
    pictures,
    scripts,
    lambda subject: machine.journal(subject.journal),
    lambda _: (machine.clock(), sleep()),
)


def items(subject: Subject) -> Iterator[Item]:
    """Every item, one by one as it is found."""
    for source in SOURCES:
        yield from source(subject)
