"""Items that are put in during shows, kept to be put in again: those used last, and some that come along."""

from datetime import timedelta

from ssc_console import timecode
from ssc_console.desk.store import Store
from ssc_console.show.value import value

_KEPT_AS = "desk/inserted"
_MOST = 3
"""As many are offered: those used last."""


@value
class Item:
    """What an inserted item is called, and how long it is, as it is typed."""

    title: str
    length: str


THAT_COME_ALONG = (Item("Technical break", "2:00"), Item("Questions", "5:00"), Item("Photo", "1:30"))


def kept_items(store: Store) -> tuple[Item, ...]:
    """The latest first; where few were used, what comes along fills up."""
    used = [item for item in map(_item, _lines(store)) if item is not None]
    titles = {item.title for item in used}
    return (*used, *(item for item in THAT_COME_ALONG if item.title not in titles))[:_MOST]


def keep_item(store: Store, title: str, duration: timedelta) -> None:
    """Remember one that was put in."""
    line = f"{timecode.span(duration)} {' '.join(title.split())}"
    others = [each for each in _lines(store) if each.partition(" ")[2] != line.partition(" ")[2]]
    store.setValue(_KEPT_AS, [line, *others][:_MOST])


def _lines(store: Store) -> list[str]:
    kept = store.value(_KEPT_AS, [])
    if isinstance(kept, str):
        return [kept]  # a list of one comes back from the settings as a text
    return [each for each in kept if isinstance(each, str)] if isinstance(kept, list) else []


def _item(line: str) -> Item | None:
    length, _, title = line.partition(" ")
    try:
        timecode.parse_duration(length)
    except timecode.NotATime:
        return None
    return Item(title, length) if title else None
