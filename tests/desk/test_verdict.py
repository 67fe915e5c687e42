"""One verdict: will it be over by the hard out."""

from datetime import timedelta

import pytest

from ssc_console.desk.headline import whereabouts
from ssc_console.desk.verdict import judgement
from ssc_console.reports.run_report import run_report
from ssc_console.show.commands import Command, End, Hold, Insert, Skip, Start, Take
from ssc_console.show.instants import ShowInstant
from tests.staged import Stage, at, minutes

PLANNED = Stage().at("0:00").do(Start())


@pytest.mark.parametrize(
    ("commands", "later", "fits", "words", "because"),
    [
        ((), "1:00", True, "38:06 spare", "ends 10:51:54 · as planned"),
        ((Hold(),), "2:00", True, "36:06 spare", "ends 10:53:54 · 2:00 late"),
        ((Skip("launch"),), "0:30", True, "42:06 spare", "ends 10:47:54 · 4:00 early"),
        (
            (Insert("Break", minutes("38:46"), "welcome"),),
            "1:00",
            False,
            "0:40 past 11:30",
            "ends 11:30:40 · 38:46 late",
        ),
        ((Take("closing"), End()), "0:00", True, "60:00 before 11:30", ""),
    ],
)
def test_the_verdict_is_one_figure_and_what_explains_it(
    commands: tuple[Command, ...], later: str, fits: bool, words: str, because: str
) -> None:
    shown = judgement(Stage().at("0:00").do(Start(), *commands).at(later).seen)
    assert shown.fits is fits
    assert shown.words in (words, words.replace("60:00", "1:00:00"))
    assert because in shown.because


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        (Stage(), "Monday 14 September 2020"),
        (Stage().at("0:00").do(Start()), "1 of 6 · Opening"),
        (Stage().at("0:00").do(Start(), Skip("address"), Take("video")), "2 of 5 · Opening"),
        (Stage().at("0:00").do(Start(), End()), "ended"),
    ],
)
def test_the_headline_says_how_far_the_show_has_come(stage: Stage, said: str) -> None:
    assert whereabouts(stage.seen) == said


def test_after_the_end_the_desk_and_the_report_tell_the_same_figure() -> None:
    stage = Stage().at("0:00").do(Start())
    stage.now = ShowInstant(at("60:20") + timedelta(milliseconds=700))
    stage.do(End())
    assert judgement(stage.seen).words == "0:20 past 11:30"
    assert "0:20 past the hard out of 11:30" in run_report(stage.history, "text")
