"""How the check is told on the command line, and from process to process."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssc_console.cli import run
from ssc_console.preflight.item import Item, Verdict, bad, from_record, good, record, warning
from ssc_console.preflight.told import summary, told_text

ROOT = Path(__file__).resolve().parent.parent.parent
AGENDA = """
event: {{title: T, date: 2020-09-14, start: 10:30, end: 11:30, timezone: Asia/Bangkok}}
sessions:
  - title: S
    segments:
      - title: Talk
        duration: 5:00
        cues: [{{at: 1:00 before start, say: The call shares our sound, confirm: true}}]
      - {{title: Photos, duration: 1:00, cues: [{{at: start, do: "picture: {picture}"}}]}}
"""


def agenda(folder: Path, picture: str) -> str:
    path = folder / "agenda.yaml"
    path.write_text(AGENDA.format(picture=picture), encoding="utf-8")
    return str(path)


@given(st.builds(Item, st.text(min_size=1), st.sampled_from(Verdict), words=st.text(), what_to_do=st.text()))
def test_an_item_is_the_same_in_another_process(item: Item):
    assert from_record(json.loads(json.dumps(record(item)))) == item


@pytest.mark.parametrize("found", [None, [], "good", {}, {"what": "a"}, {"what": "a", "verdict": "fine"}])
def test_what_is_no_item_is_refused(found: object):
    with pytest.raises(ValueError):
        from_record(found)


def test_each_line_has_a_mark_and_below_it_what_to_do():
    items = [good("Cover"), warning("Clock", "slow", "Set it."), bad("Video 1", "empty", "Copy it.")]
    assert told_text(items).splitlines() == [
        "✓ Cover",
        "▲ Clock    slow",
        "  → Set it.",
        "✕ Video 1  empty",
        "  → Copy it.",
        "",
        "1 wrong, 1 to look at.",
    ]


def test_where_nothing_is_wrong_all_is_well():
    assert summary([good("Cover")]) == "All is well."


def test_a_check_in_which_something_is_bad_exits_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: object
):
    path = agenda(tmp_path, "nowhere.png")
    (tmp_path / "nowhere.png").write_bytes(b"")
    assert run(["preflight", path, "--journal", str(tmp_path), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["version"], found["event"]) == (1, "T")
    verdicts = {item["what"]: item["verdict"] for item in found["items"]}
    assert verdicts["Picture: nowhere.png"] == "bad"
    assert verdicts["The call shares our sound"] == "asks"
    assert set(found["items"][0]) == {"what", "verdict", "words", "what_to_do", "file"}


def test_a_check_in_which_nothing_is_bad_exits_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = agenda(tmp_path, str(ROOT / "resources" / "cover.svg"))
    assert run(["preflight", path, "--journal", str(tmp_path)]) == 0
    assert "? The call shares our sound" in capsys.readouterr().out


def test_the_process_that_looks_for_the_desk_prints_an_item_a_line_and_says_when_it_is_through(
    tmp_path: Path,
):
    path = agenda(tmp_path, "nowhere.png")
    command = [sys.executable, "-m", "ssc_console.preflight", path, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    *items, last = [json.loads(line) for line in done.stdout.splitlines()]
    assert last is None
    assert [item["what"] for item in items] == [
        "Picture: nowhere.png",
        "Fonts for all names",
        "Journal",
        "Disk",
        "Clock",
        "Sleep",
    ]


def test_an_agenda_that_cannot_be_used_is_all_that_the_process_says(tmp_path: Path):
    (tmp_path / "agenda.yaml").write_text("event: {}\n", encoding="utf-8")
    command = [sys.executable, "-m", "ssc_console.preflight", str(tmp_path / "agenda.yaml"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    item, last = [json.loads(line) for line in done.stdout.splitlines()]
    assert (item["what"], item["verdict"], last) == ("The agenda", "bad", None)


def test_only_what_asks_for_a_files_length_waits_for_what_reads_it(tmp_path: Path):
    path = agenda(tmp_path, str(ROOT / "resources" / "cover.svg"))
    program = (
        "import sys; from ssc_console.cli import run; run(['timetable', sys.argv[1]]);"
        "sys.exit('pymediainfo' in sys.modules or 'ssc_console.preflight' in sys.modules)"
    )
    command = [sys.executable, "-c", program, path]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 0
