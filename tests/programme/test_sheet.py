"""The sheet: what the audience is told, and what it is not told yet."""

from pathlib import Path

from ssc_console.programme.messages import Leave, Observed, Show, from_line, to_line
from ssc_console.programme.sheet import BACK_SOON, THANKS, Sheet, sheet_of
from ssc_console.show import commands as c
from ssc_console.show.media import MediaState, Observation
from ssc_console.show.programme import Scene
from ssc_console.show.rundown import Person, Publication
from ssc_console.show.value import replace
from tests.show.playbook import Playbook, cue, rundown, segment, span

BOOK = Publication(
    title="Volunteering: Experiences",
    series="In Action",
    organisations=("UNV", "TICA", "UNOSSC"),
    cover="cover.svg",
    link="https://example.org/book",
)
STEPS = ("covered", "count", "reveal", "link")


def show() -> Playbook:
    cues = tuple(cue(f"l/{step}", "begin", do=[f"launch {step}"]) for step in STEPS)
    ann = Person(id="ann", name="Ms Ann", title="Director, Office X", organisation="X")
    made = rundown(
        segment("a", speakers=("ann",)),
        segment("v", "3:00", kind="video", media="v.mp4"),
        segment("l", kind="launch", publication=BOOK, cues=cues),
    )
    return Playbook(replace(made, people={"ann": ann}))


def sheet(of: Playbook) -> Sheet:
    return sheet_of(of.show, "/agenda", "")


def test_before_the_show_it_counts_down_to_the_start():
    told = sheet(show())
    assert (told.scene, told.countdown, told.note) == (Scene.HOLDING, "1:00", "Starts at 10:30 · Bangkok")


def test_a_start_that_is_late_is_not_counted_up_before_the_audience():
    told = sheet(show().at("10:31"))
    assert (told.countdown, told.note) == ("", "We are about to start")


def test_the_holding_picture_in_the_middle_of_a_show_says_that_it_goes_on():
    told = sheet(show().at("10:30").do(c.Start()).do(c.Do("holding picture")))
    assert (told.scene, told.countdown, told.note) == (Scene.HOLDING, "", BACK_SOON)


def test_the_closing_picture_thanks():
    assert sheet(show().at("10:30").do(c.Start()).do(c.End())).note == THANKS


def test_an_organisation_that_the_title_names_already_is_not_said_twice():
    told = sheet(show().at("10:30").do(c.Start()).do(c.Do("lower third")))
    assert [(name.name, name.under) for name in told.names] == [("Ms Ann", "Director, Office X")]


def test_files_are_found_beside_the_agenda():
    told = sheet(show())
    assert told.coming == "/agenda/v.mp4"


def test_nothing_of_the_publication_is_on_the_sheet_before_it_is_revealed():
    launch = show().at("10:30").do(c.Start()).do(c.Take("l"))
    for number, step in enumerate(STEPS):
        launch.at(f"10:31:{10 + 2 * number}").do(c.Go(f"l/{step}"))
        told = repr(sheet(launch))
        hidden = [word for word in ("Volunteering", "cover.svg", "UNV", "example.org") if word in told]
        assert (
            hidden
            == {
                "covered": [],
                "count": [],
                "reveal": ["Volunteering", "cover.svg", "UNV"],
                "link": ["Volunteering", "cover.svg", "UNV", "example.org"],
            }[step]
        )


def test_a_title_with_a_colon_is_title_and_subtitle_and_the_organisations_are_a_sentence():
    launch = show().at("10:30").do(c.Start()).do(c.Take("l"))
    for number, step in enumerate(STEPS[:3]):
        launch.at(f"10:31:{10 + 2 * number}").do(c.Go(f"l/{step}"))
    told = sheet(launch).launch
    assert told is not None
    assert (told.title, told.subtitle) == ("Volunteering", "Experiences")
    assert told.by == "Launched today by UNV, TICA and UNOSSC"


def test_every_sheet_of_a_show_is_the_same_after_its_journey_to_the_other_process():
    launch = show()
    for step in (c.Start(), c.Do("lower third"), c.Take("v"), c.Take("l"), c.Go("l/covered"), c.End()):
        told = Show(sheet(launch.do(step)), rate=4000, jumps=3)
        assert from_line(to_line(told)) == told


def test_what_the_player_says_arrives_as_it_was_said():
    said = Observed(7, Observation(MediaState.PLAYING, span("1.5"), span("3:04")))
    assert from_line(to_line(said)) == said
    assert from_line(to_line(Leave())) == Leave()


def test_a_picture_that_leads_to_the_cover_by_another_name_is_not_on_the_sheet_before_the_reveal(
    tmp_path: Path,
):
    (tmp_path / "cover.svg").write_text("<svg/>", encoding="utf-8")
    (tmp_path / "group.svg").symlink_to(tmp_path / "cover.svg")
    (tmp_path / "other.svg").write_text("<svg/>", encoding="utf-8")
    live = show().at("10:30").do(c.Start()).do(c.Do("picture: group.svg"))
    assert sheet_of(live.show, str(tmp_path), "").picture is None
    live.do(c.Do(f"picture: {tmp_path / 'cover.svg'}"))
    assert sheet_of(live.show, str(tmp_path), "").picture is None
    live.do(c.Do("picture: other.svg"))
    assert sheet_of(live.show, str(tmp_path), "").picture == str(tmp_path / "other.svg")
