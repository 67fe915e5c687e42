"""What is new in the agenda's file, as the desk tells it: in a bar, beside the rows, and in the panel."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ssc_console.desk.dock import Dock

if TYPE_CHECKING:
    from ssc_console.desk.agenda_news import AgendaNews
    from ssc_console.desk.board import Board
    from ssc_console.desk.rundown_rows import Note

_NOTHING = "Nothing has changed in the agenda’s file."
_MEND = "The agenda’s file has mistakes: mend them first, and save it."


class FileNews:
    """Knows the newest; what was read is told no more."""

    def __init__(self, dock: Dock, left: Callable[[], None]) -> None:
        """`left` is called when what is told was read, and is left for later."""
        self._dock = dock
        self._left = left
        self._news: AgendaNews | None = None

    @property
    def marks(self) -> Mapping[str, "Note"]:
        """A word beside each row that would change."""
        return {} if self._news is None else self._news.marks

    def come(self, news: "AgendaNews | None") -> bool:
        """This is the newest; None: there is none. Whether the open panel is about what was before."""
        before, self._news = self._news, news
        was, found = (None if each is None else each.found for each in (before, news))
        return was is not None and was is not found and self._dock.is_about(was)

    @property
    def asks(self) -> bool:
        """There is something that a person can take, and has not left out."""
        return self._news is not None and self._news.asks

    def tell(self) -> None:
        """Say it in the bar, unless it is being read in the panel."""
        news = self._news
        reads = news is not None and news.found is not None and self._dock.is_about(news.found)
        self._dock.tell(None if news is None or reads else news.notice)

    def board(self) -> "Board | str":
        """What has changed, each change with a tick; or why there is nothing to be seen."""
        news = self._news
        if news is None:
            return _NOTHING
        if news.found is None:
            return _MEND
        from ssc_console.desk.reload_board import ReloadBoard

        return ReloadBoard(news.file, news.found)

    def are_read(self) -> None:
        """The bar is no longer needed."""
        if self._dock.notice is not None:
            self._dock.tell(None)
            self._left()
