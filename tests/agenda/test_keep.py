"""Chosen durations written into the agenda: those characters, nothing else, and never half of a file."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssc_console.agenda.edits import CannotKeep, with_durations
from ssc_console.agenda.keep import keep
from ssc_console.agenda.loading import parse
from ssc_console.show.plan import planned_timeline
from ssc_console.show.value import replace
from tests.agenda.agendas import AGENDA, PROGRAMME
from tests.show.playbook import span

HERE = Path("agenda.yaml")


def edited(text: str | bytes, **durations: str) -> str:
    """The text with durations, by segment id (an underscore for a hyphen)."""
    data = text.encode() if isinstance(text, str) else text
    wanted = {id_.replace("_", "-"): span(each) for id_, each in durations.items()}
    return with_durations(data, wanted, HERE).data.decode()


def refusal(text: str, **durations: str) -> str:
    with pytest.raises(CannotKeep) as why:
        edited(text, **durations)
    return str(why.value)


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    path = tmp_path / "agenda.yaml"
    path.write_bytes(AGENDA.encode())
    return path


# ---- the characters


def test_only_the_figure_changes():
    assert edited(AGENDA, address="5:45") == AGENDA.replace("duration: 5:00", "duration: 5:45")


def test_a_segment_without_an_id_is_known_by_the_one_that_is_made_from_its_title():
    assert edited(AGENDA, remarks="3:05") == AGENDA.replace("4:00", "3:05")


@pytest.mark.parametrize(
    ("old", "wanted", "new"),
    [
        ("duration: 5:00   # as agreed", "6:10", "duration: 6:10   # as agreed"),
        ('duration: "5:00"', "6:10", 'duration: "6:10"'),
        ("duration: '5:00'", "6:10", "duration: '6:10'"),
        ("duration:   5:00", "1:02:03", "duration:   1:02:03"),
        ("duration: 5m", "6:10", "duration: 6m 10s"),
        ("duration: 90s", "0:50", "duration: 50s"),
        ("duration: 1h 5m", "1:10:00", "duration: 1h 10m"),
        ("duration: 65m", "1:10:05", "duration: 70m 5s"),
        ("duration: &speech 5:00", "6:10", "duration: &speech 6:10"),
        ("duration: |\n          5:00", "6:10", "duration: |\n          6:10"),
        ("duration:\n          5:00", "6:10", "duration:\n          6:10"),
    ],
)
def test_the_figure_is_written_as_staff_wrote_it(old: str, wanted: str, new: str) -> None:
    assert edited(AGENDA.replace("duration: 5:00", old), address=wanted) == AGENDA.replace(
        "duration: 5:00", new
    )


def test_a_segment_on_one_line_keeps_its_braces():
    one_line = "- {title: Remarks, duration: 4:00}"
    text = AGENDA.replace("- title: Remarks\n        duration: 4:00", one_line)
    assert edited(text, remarks="4:30") == text.replace("4:00", "4:30")


def test_windows_line_ends_and_a_byte_order_mark_stay():
    data = b"\xef\xbb\xbf" + AGENDA.replace("\n", "\r\n").replace("A test", "ทดสอบ 测试").encode()
    assert with_durations(data, {"address": span("5:45")}, HERE).data == data.replace(b"5:00", b"5:45")


def test_a_part_of_a_second_counts_as_a_whole_one():
    assert "duration: 3:11" in edited(AGENDA, address="3:10.2")


def test_an_edit_says_its_line_and_what_stood_there():
    (edit,) = with_durations(AGENDA.encode(), {"address": span("5:45")}, HERE).edits
    assert (edit.segment, edit.line, edit.old, edit.new) == ("address", 16, "5:00", "5:45")
    assert AGENDA.splitlines()[edit.line - 1].strip() == "duration: 5:00"


def test_what_says_so_already_is_no_edit():
    assert with_durations(AGENDA.encode(), {"address": span("5:00")}, HERE).edits == ()


# ---- what is refused


def test_a_segment_that_lasts_until_a_time_of_day_is_refused():
    text = AGENDA.replace("duration: 4:00", "until: 10:50")
    assert "until a time of day" in refusal(text, remarks="3:00")


def test_a_segment_as_long_as_its_media_file_is_refused():
    text = AGENDA.replace("duration: 4:00", "media: x.mp4\n        duration: media")
    assert "as long as its media file" in refusal(text, remarks="3:00")
    assert "5:45" in edited(text, address="5:45")


def test_an_unknown_segment_is_refused_with_the_nearest_one():
    assert refusal(AGENDA, adress="3:00") == "The agenda has no segment “adress”. Did you mean “address”?"


def test_a_duration_that_is_shared_through_an_alias_is_refused():
    text = AGENDA.replace("duration: 5:00", "duration: &five 5:00").replace(
        "duration: 4:00", "duration: *five"
    )
    assert "write it out in line 16" in refusal(text, remarks="4:30")


def test_no_time_at_all_and_more_than_a_day_are_refused():
    assert "more than 0:00" in refusal(AGENDA, address="0:00")
    assert "at most 24 hours" in refusal(AGENDA, address="25:00:00")


def test_an_agenda_that_cant_be_loaded_is_refused_with_its_first_error():
    answer = refusal(AGENDA.replace("duration: 4:00", "duration: 4"), address="3:00")
    assert "agenda.yaml:18:19" in answer
    assert "mend the agenda first" in answer


def test_durations_that_would_not_fit_together_are_refused():
    text = AGENDA.replace("duration: 4:00", "duration: 4:00\n        start: 10:35")
    assert "would not fit together" in refusal(text, address="6:00")


def test_every_refusal_is_told_at_once_and_nothing_is_changed(agenda: Path):
    with pytest.raises(CannotKeep) as why:
        keep(agenda, {"address": span("6:00"), "a": span("1:00"), "b": span("1:00")})
    assert str(why.value).count("The agenda has no segment") == 2
    assert agenda.read_text() == AGENDA


# ---- the file


def test_the_previous_version_is_kept_beside_the_new_one(agenda: Path):
    kept = keep(agenda, {"address": span("5:45")})
    assert agenda.read_text() == AGENDA.replace("5:00", "5:45")
    assert kept.previous == agenda.with_name("agenda.previous.yaml")
    assert kept.previous.read_text() == AGENDA
    assert sorted(each.name for each in agenda.parent.iterdir()) == ["agenda.previous.yaml", "agenda.yaml"]


def test_permissions_and_links_stay(agenda: Path, tmp_path: Path):
    agenda.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(agenda)
    keep(link, {"address": span("5:45")})
    assert link.is_symlink()
    assert (agenda.read_text(), agenda.stat().st_mode & 0o777) == (AGENDA.replace("5:00", "5:45"), 0o640)


def test_a_file_that_changed_since_it_was_read_is_left_alone(agenda: Path):
    agenda.write_text(AGENDA.replace("A test", "Another"))
    with pytest.raises(CannotKeep, match="has changed since it was read"):
        keep(agenda, {"address": span("5:45")}, as_read=AGENDA.encode())
    assert agenda.read_text() == AGENDA.replace("A test", "Another")
    assert [each.name for each in agenda.parent.iterdir()] == ["agenda.yaml"]


def test_a_file_that_is_not_there_is_told():
    with pytest.raises(CannotKeep, match="There is no such file"):
        keep(Path("/nowhere/agenda.yaml"), {"address": span("5:45")})


def test_nothing_is_written_where_nothing_changes(agenda: Path):
    before = agenda.stat().st_mtime_ns
    assert keep(agenda, {"address": span("5:00")}).previous is None
    assert agenda.stat().st_mtime_ns == before


# ---- the law

_FORMS = (
    "duration: {}",
    'duration: "{}"',
    "duration: '{}'   # as agreed: {}",
    "duration:    {} ",
    "duration:\n          {}",
)


@st.composite
def agendas(draw: st.DrawFn) -> str:
    """An agenda with its durations in any form, with comments, blank lines and other keys around them."""
    text = AGENDA[: AGENDA.index("      - id: address")]
    for number in range(draw(st.integers(1, 5))):
        text += draw(st.sampled_from(["", "\n", "      # 5:00 was too long\n"]))
        text += f"      - title: {draw(st.sampled_from(['Remarks', '备注 5:00', 'ภาพ', 'A']))} {number}\n"
        text += draw(st.sampled_from(["", "        intro: 0:20\n", '        notes: "duration: 5:00"\n']))
        figure = draw(st.sampled_from(["5:00", "0:45", "4m", "90s", "1m 30s"]))
        text += f"        {draw(st.sampled_from(_FORMS)).format(figure, figure)}\n"
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    return draw(st.sampled_from(["", "\ufeff"])) + text


@given(agendas(), st.lists(st.integers(1, 4000), min_size=5, max_size=5))
def test_after_keeping_the_agenda_says_the_new_durations_and_nothing_else_is_different(
    text: str, seconds: list[int]
):
    before = parse(text.encode(), HERE).rundown
    assert before is not None
    wanted = {each.id: timedelta(seconds=one) for each, one in zip(before.segments, seconds, strict=False)}
    done = with_durations(text.encode(), wanted, HERE)
    after = parse(done.data, HERE).rundown
    assert after is not None
    assert after.segments == tuple(replace(each, duration=wanted[each.id]) for each in before.segments)
    assert (after.event, after.people) == (before.event, before.people)
    expected = text.split("\n")
    found = done.data.decode().split("\n")
    for edit in done.edits:
        line = expected[edit.line - 1]
        places = [at for at in range(len(line)) if line.startswith(edit.old, at)]
        ways = {line[:at] + edit.new + line[at + len(edit.old) :] for at in places}
        assert found[edit.line - 1] in ways
        expected[edit.line - 1] = found[edit.line - 1]
    assert found == expected


def test_the_agenda_that_ships_keeps_every_byte_but_those_of_its_durations():
    data = PROGRAMME.read_bytes()
    before = parse(data, PROGRAMME).rundown
    assert before is not None
    wanted = {each.id: (each.duration or span("0:00")) + span("0:05") for each in before.segments}
    done = with_durations(data, wanted, PROGRAMME)
    assert len(done.edits) == len(before.segments)
    old, new = data.decode().splitlines(), done.data.decode().splitlines()
    changed = [number for number, (a, b) in enumerate(zip(old, new, strict=True), 1) if a != b]
    assert changed == [edit.line for edit in done.edits]
    for edit in done.edits:
        assert new[edit.line - 1] == old[edit.line - 1].replace(edit.old, edit.new)
    after = parse(done.data, PROGRAMME).rundown
    assert after is not None
    assert planned_timeline(after)[-1].planned_end - planned_timeline(before)[-1].planned_end == span("1:15")
