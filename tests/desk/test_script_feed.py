"""The script: no words are ever replaced under the eyes that read them."""

from ssc_console.desk.script_feed import Passage, passages
from ssc_console.show.commands import Advance, Begin, Move, Start
from ssc_console.show.rundown import Rundown
from ssc_console.show.value import replace
from tests.staged import Stage, usual


def with_words() -> Rundown:
    rundown = usual()
    return replace(
        rundown, segments=tuple(replace(one, script=f"Words for {one.id}.") for one in rundown.segments)
    )


class Reader:
    """A script as it is shown, one look after another."""

    def __init__(self) -> None:
        self.stage = Stage(with_words())
        self.shown: tuple[Passage, ...] = ()

    def look(self) -> list[str]:
        self.shown = passages([one.segment for one in self.shown], self.stage.seen)
        return [one.segment for one in self.shown]

    @property
    def past(self) -> list[str]:
        return [one.segment for one in self.shown if one.is_past]


def introduced() -> Reader:
    reader = Reader()
    reader.stage.at("0:00").do(Start())
    reader.look()
    reader.stage.at("1:30").do(Advance())
    return reader


def test_before_the_show_the_first_words_are_there() -> None:
    assert Reader().look() == ["welcome"]


def test_while_something_runs_the_next_ones_words_stand_below() -> None:
    reader = Reader()
    reader.stage.at("0:00").do(Start())
    assert reader.look() == ["welcome", "address"]


def test_at_the_take_the_words_that_are_being_read_do_not_move() -> None:
    assert introduced().look() == ["welcome", "address"]


def test_what_was_read_before_is_past() -> None:
    reader = introduced()
    reader.look()
    assert reader.past == ["welcome"]


def test_when_the_clock_begins_the_next_words_come_up_below_and_nothing_moves() -> None:
    reader = introduced()
    reader.look()
    reader.stage.at("1:45").do(Begin())
    assert reader.look() == ["welcome", "address", "video"]


def test_when_nobody_can_be_reading_any_more_the_old_words_go() -> None:
    reader = introduced()
    reader.look()
    reader.stage.at("1:45").do(Begin()).at("1:54")
    assert reader.look() == ["address", "video"]
    assert reader.past == ["address"]


def test_a_desk_that_is_opened_in_an_introduction_shows_its_words() -> None:
    reader = introduced()
    reader.shown = ()
    assert reader.look() == ["address"]


def test_words_that_were_written_to_follow_somebody_else_say_whom() -> None:
    reader = introduced()
    reader.stage.at("7:00").do(Move("remarks", "video"))
    reader.look()
    assert reader.shown[-1].heading == "FOR THE NEXT · Mr Kaveh Zahedi · written to follow Video"


def test_words_that_follow_whom_they_were_written_to_follow_say_nothing_of_it() -> None:
    reader = Reader()
    reader.stage.at("0:00").do(Start())
    reader.look()
    assert reader.shown[-1].heading == "FOR THE NEXT · Mr Jorge Chediek"
