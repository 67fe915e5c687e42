"""The speaker display: what it says in each phase, and what a second paints."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, QSizeF
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ssc_console.displays.speaker import SMALL, SpeakerDisplay
from ssc_console.displays.speaker_face import Mood, SpeakerFace, billed, face
from ssc_console.displays.speaker_layout import places
from ssc_console.look import theme
from ssc_console.look.mode_look import REHEARSAL
from ssc_console.look.shapes import Shape
from ssc_console.show.commands import (
    Advance,
    Begin,
    End,
    Flash,
    Hold,
    ObserveMedia,
    Postpone,
    Request,
    SendMessage,
    Start,
    Take,
    Undo,
)
from ssc_console.show.engine import decide
from ssc_console.show.flash import HALF
from ssc_console.show.instants import ShowInstant
from ssc_console.show.media import MediaState, Observation
from ssc_console.show.one_line import LONGEST_MESSAGE
from ssc_console.show.rundown import Person, Segment
from tests.staged import Stage, an_hour, at, minutes


class Watched(SpeakerDisplay):
    """A display that remembers what it painted."""

    painted: list[QRect]

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.append(QRect(event.rect()))
        super().paintEvent(event)


@pytest.fixture
def display(qtbot: QtBot) -> Watched:
    widget = Watched(theme.load("dark"))
    widget.painted = []
    qtbot.addWidget(widget)
    widget.resize(1280, 720)
    widget.show()
    return widget


def speaking(text: str) -> Stage:
    """Mr Chediek has five minutes from 10:31:50 on; it is now so late."""
    stage = Stage().at("0:00").do(Start()).at("1:30").do(Advance())
    return stage.at(text)


def said(stage: Stage) -> SpeakerFace:
    return face(stage.seen)


# ---- what it says


def test_before_the_show_it_counts_down_to_the_start() -> None:
    before = said(Stage().at("-3:10"))
    assert (before.digits, before.under, before.following) == ("3:10", "Starts at 10:30", "First: Welcome")
    assert before.mood is Mood.CALM


def test_a_postponed_show_starts_at_its_new_time() -> None:
    stage = Stage().at("-3:10").do(Postpone(at("10:00")))
    assert (said(stage).digits, said(stage).under) == ("13:10", "Starts at 10:40")


def test_a_show_that_is_late_to_start_says_a_calm_word_and_no_figure() -> None:
    late = said(Stage().at("2:00"))
    assert (late.digits, late.word) == ("", "We are about to start")


def test_in_the_intro_the_speaker_sees_the_full_time_and_a_calm_word() -> None:
    intro = said(speaking("1:40"))
    assert (intro.name, intro.digits, intro.mood, intro.left) == ("Mr Jorge Chediek", "5:00", Mood.CALM, 1.0)
    assert intro.word == "about\nto begin"


@pytest.mark.parametrize(
    ("time", "digits", "word", "shape", "mood"),
    [
        ("1:40", "5:00", "about\nto begin", Shape.RING, Mood.CALM),
        ("2:00", "4:50", "time left", Shape.PLAY, Mood.NORMAL),
        ("5:50", "1:00", "one\nminute", Shape.WARNING, Mood.WARNING),
        ("6:20", "0:30", "wrap up", Shape.SQUARE, Mood.WRAP_UP),
        ("6:50", "0:00", "time\nis over", Shape.SPENT, Mood.OVERRUN),
        ("7:02", "+0:12", "time\nis over", Shape.SPENT, Mood.OVERRUN),
    ],
)
def test_each_phase_has_a_word_and_a_shape(
    time: str, digits: str, word: str, shape: Shape, mood: Mood
) -> None:
    shown = said(speaking(time))
    assert (shown.digits, shown.word, shown.shape, shown.mood) == (digits, word, shape, mood)


@pytest.mark.parametrize(
    ("warning", "words"),
    [("2:00", "two\nminutes"), ("0:45", "last 45\nseconds"), ("1:30", "coming\nto the end")],
)
def test_the_warning_says_what_its_threshold_is(warning: str, words: str) -> None:
    talk = Segment(id="talk", title="Talk", duration=minutes("10:00"), warning=minutes(warning))
    stage = Stage(an_hour(talk)).at("0:00").do(Start())
    stage.now = stage.at("10:00").now - minutes(warning)
    assert said(stage).word == words


def test_a_held_speaker_sees_that_it_is_on_hold() -> None:
    held = said(speaking("3:00").do(Hold()).at("4:00"))
    assert (held.word, held.digits, held.shape) == ("on hold", "3:50", Shape.PAUSE)


def test_the_speaker_s_own_time_is_shown_with_the_day_where_it_is_another() -> None:
    shown = said(speaking("6:18"))
    assert (shown.clock, shown.clock_note) == ("23:36:18", "your time · New York, Sunday")


def test_a_speaker_in_the_event_s_own_place_sees_the_time_there() -> None:
    shown = said(speaking("3:00").do(Take("remarks")))
    assert (shown.name, shown.clock, shown.clock_note) == ("Mr Kaveh Zahedi", "10:33:00", "Bangkok")


def together(*zones: str | None) -> Stage:
    """So many people speak at once, each in a zone."""
    name = "Her Excellency Ms Pattarat Hongtong na Ayudhya"
    people = tuple(Person(id=f"{n}", name=name, timezone=zone) for n, zone in enumerate(zones))
    speakers = tuple(person.id for person in people)
    panel = Segment(id="panel", title="Panel", duration=minutes("5:00"), speakers=speakers)
    return Stage(an_hour(panel, people=people)).at("0:00").do(Start()).at("1:00")


def test_speakers_who_share_a_clock_see_it_and_others_see_the_event_s() -> None:
    same = said(together("America/New_York", "America/Toronto"))
    assert (same.clock, same.clock_note) == ("23:31:00", "your time · New York, Sunday")
    apart = said(together("America/New_York", "Europe/Berlin"))
    assert (apart.clock, apart.clock_note) == ("10:31:00", "event time · Bangkok")
    unknown = said(together("America/New_York", None))
    assert (unknown.clock, unknown.clock_note) == ("10:31:00", "event time · Bangkok")


def test_many_speakers_are_named_as_far_as_there_is_room_and_the_others_counted() -> None:
    assert billed(["Ms A"]) == ("Ms A",)
    assert billed(["Ms A", "Mr B"]) == ("Ms A and Mr B",)
    assert billed(["Ms A", "Mr B", "Ms C"]) == ("Ms A, Mr B and Ms C", "Ms A and 2 more")
    assert billed(list("ABCDE")) == ("A, B, C, D and E", "A, B and 3 more", "A and 4 more")


def test_no_number_of_speakers_makes_their_names_small(display: Watched) -> None:
    shown = said(together(*["Asia/Bangkok"] * 9))
    display.present(together(*["Asia/Bangkok"] * 9).seen)
    name = display._name(shown)
    assert (name.cut, name.style.size) == (False, SMALL)
    assert name.text.endswith("Ayudhya and 8 more")


def test_what_is_next_is_said_and_at_the_end_that_nothing_is() -> None:
    assert said(speaking("3:00").do(Take("video"))).following == "Next: Mr Kaveh Zahedi · Remarks"
    assert said(speaking("3:00").do(Take("closing"))).following == "Next: the end"


def test_a_message_is_shown_and_gone_with_the_next_take() -> None:
    stage = speaking("3:00").do(SendMessage("Please come to your closing words"))
    assert said(stage).message == "Please come to your closing words"
    assert said(stage.at("3:10").do(Take("video"))).message == ""


def test_the_last_message_ends_with_the_show_and_is_back_when_the_end_is_undone() -> None:
    stage = speaking("3:00").do(SendMessage("Please come to your closing words")).at("3:10").do(End())
    assert said(stage).message == ""
    thanked = speaking("3:00").do(End(), SendMessage("Please stay on the line"))
    assert said(thanked).message == "Please stay on the line"
    assert said(stage.do(Undo())).message == "Please come to your closing words"


def test_a_message_that_flashes_is_bright_in_halves_of_a_second(display: Watched) -> None:
    stage = speaking("3:00").do(SendMessage("Please come to your closing words"), Flash())
    colours = []
    for _ in range(4):
        display.present(stage.seen)
        settle(display)
        corner = display._places.message.topLeft().toPoint() + QPoint(20, 20)
        colours.append(display.grab().toImage().pixelColor(corner))
        stage.now = ShowInstant(stage.now + HALF)
    look = theme.load("dark")
    assert colours == [look.text, look.amber, look.text, look.amber]


def test_a_video_counts_what_is_left_of_the_video() -> None:
    stage = speaking("3:00").do(Take("video")).at("3:01")
    played = Observation(MediaState.PLAYING, minutes("0:00"), minutes("2:00"))
    for event in decide(stage.history.state, Request(ObserveMedia(played), "player"), stage.now):
        stage.history.append(event)
    shown = said(stage.at("4:01"))
    assert (shown.digits, shown.word, shown.left) == ("1:00", "video", 0.5)


def test_after_the_show_it_says_thank_you() -> None:
    shown = said(speaking("3:00").do(End()))
    assert (shown.word, shown.digits, shown.under) == ("Thank you", "", "The event is over")


def test_the_countdown_keeps_its_size_from_the_first_second_to_the_last() -> None:
    talk = Segment(id="talk", title="Talk", duration=minutes("12:00"))
    stage = Stage(an_hour(talk)).at("0:00").do(Start())
    assert said(stage.at("0:01")).pattern == "12:00"
    assert len(said(stage.at("11:30")).pattern) == len("12:00")


# ---- how it is painted


def settle(display: Watched) -> None:
    QApplication.processEvents()
    display.painted.clear()


def test_a_second_paints_the_clock_the_digits_that_change_and_the_bar_s_edge(display: Watched) -> None:
    stage = speaking("3:00")
    display.present(stage.seen)
    settle(display)
    display.present(stage.at("3:01").seen)
    QApplication.processEvents()
    area = sum(rect.width() * rect.height() for rect in display.painted)
    assert 0 < area < 0.6 * 1280 * 720
    assert display.rect() not in display.painted


def test_showing_the_same_again_paints_nothing(display: Watched) -> None:
    stage = speaking("3:00")
    display.present(stage.seen)
    settle(display)
    display.present(stage.seen)
    stage.now += timedelta(milliseconds=200)
    display.present(stage.seen)
    QApplication.processEvents()
    assert display.painted == []


def test_a_new_phase_paints_everything(display: Watched) -> None:
    stage = speaking("6:49")
    display.present(stage.seen)
    settle(display)
    display.present(stage.at("6:50").seen)
    QApplication.processEvents()
    assert display.rect() in display.painted
    assert display.grab().toImage().pixelColor(4, 4) == theme.load("dark").red_strong


def test_black_shows_nothing_at_all(display: Watched) -> None:
    display.present(speaking("3:00").do(SendMessage("Louder, please")).seen)
    display.set_black(black=True)
    picture = display.grab().toImage()
    colours = {
        picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)
    }
    assert colours == {QColor("black").rgb()}
    display.set_black(black=False)
    assert display.grab().toImage() != picture


def test_what_is_not_live_has_a_frame_and_a_word(display: Watched) -> None:
    display.present(speaking("3:00").seen)
    live = display.grab().toImage()
    other = Watched(theme.load("dark"), REHEARSAL)
    other.painted = []
    other.resize(display.size())
    other.present(speaking("3:00").seen)
    rehearsal = other.grab().toImage()
    frame = theme.load("dark").violet
    assert all(rehearsal.pixelColor(x, y) == frame for x, y in ((2, 300), (640, 2), (640, 717)))
    assert live.pixelColor(2, 300) != frame
    badge = QRect(1000, 660, 270, 50)
    assert rehearsal.copy(badge) != live.copy(badge)


@pytest.mark.parametrize(
    "size", [(320, 180), (640, 360), (1280, 720), (1024, 768), (3840, 2160), (720, 1280)]
)
@pytest.mark.parametrize("has_message", [True, False])
def test_at_every_size_nothing_lies_over_anything_else(size: tuple[int, int], has_message: bool) -> None:
    spots = places(QSizeF(*size), has_message=has_message, has_bar=True)
    rects = [spots.name, spots.under, spots.clock, spots.clock_note, spots.digits, spots.word, spots.bar]
    rects += [spots.following, *([spots.message] if has_message else [])]
    assert not any(a.intersects(b) for i, a in enumerate(rects) for b in rects[i + 1 :])
    assert all(r.left() >= 0 and r.right() <= size[0] and r.bottom() <= size[1] for r in rects)
    assert spots.digits.height() > 0.25 * min(size)


@pytest.mark.parametrize("name", theme.NAMES)
def test_long_names_and_messages_in_any_script_can_be_painted_in_every_theme(
    display: Watched, name: str
) -> None:
    people = tuple(
        Person(id=f"p{i}", name=words * 5, timezone="Asia/Bangkok")
        for i, words in enumerate(
            ("นางสาวภัทรัตน์ ", "王小明", "លោកស្រី ", "السيدة فاطمة ", "Ms Extraordinarily ")
        )
    )
    segments = (Segment(id=p.id, title=p.name, speakers=(p.id,), duration=minutes("5:00")) for p in people)
    stage = Stage(an_hour(*segments, people=people)).at("0:00").do(Start())
    display.set_theme(theme.load(name))
    for number in range(1, len(people)):
        stage.at(f"{number}:00").do(
            Take(f"p{number}"), SendMessage((people[number].name * 3)[:LONGEST_MESSAGE])
        )
        display.present(stage.seen)
        assert not display.grab().isNull()


def test_a_person_can_begin_and_the_word_changes(display: Watched) -> None:
    stage = speaking("1:40")
    display.present(stage.seen)
    before = display.accessibleDescription()
    display.present(stage.do(Begin()).seen)
    assert (before, display.accessibleDescription()) == (
        "Mr Jorge Chediek about to begin",
        "Mr Jorge Chediek time left",
    )


@pytest.mark.parametrize("size", [(640, 360), (1280, 720), (3840, 2160)])
@pytest.mark.parametrize(
    "letters", ["Please come to your closing words, Minister. ", "请在一分钟之内结束您的发言"]
)
def test_the_longest_message_is_whole_on_the_display(
    display: Watched, size: tuple[int, int], letters: str
) -> None:
    display.resize(*size)
    words = (letters * 20)[:LONGEST_MESSAGE].strip()
    display.present(speaking("2:00").do(SendMessage(words)).seen)
    display.grab()
    panel = display._places.message
    shown = display._message_block(words, panel.width() - 48 * display._places.unit)
    assert not shown.cut
    assert shown.height <= panel.height()


def test_a_short_message_is_as_large_as_ever(display: Watched) -> None:
    display.present(speaking("2:00").do(SendMessage("One minute left")).seen)
    display.grab()
    assert display._message_block("One minute left", 1120).style.size == 48
