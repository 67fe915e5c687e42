"""The report of a run, in each of its formats: what it says, and that nothing in a name breaks it."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from datetime import datetime, timedelta
from html.parser import HTMLParser
from typing import Any

import pytest

from ssc_console.page import Page, Table
from ssc_console.reports.drawing_svg import svg
from ssc_console.reports.run_csv import BYTE_ORDER_MARK, defused
from ssc_console.reports.run_report import REPORT_FORMATS, report_page, run_report
from ssc_console.reports.widths import cells, cut
from ssc_console.show import commands as c
from ssc_console.show.history import History
from ssc_console.show.instants import ShowInstant
from ssc_console.show.presence import Readiness
from tests.reports.runs import PLAN, broken, of, opened, whole
from tests.reports.runs import cut as cut_run
from tests.show.playbook import Playbook, instant, rundown, segment, span

TEXTS = [each for each in REPORT_FORMATS if each != "pdf"]


def page(history: History) -> Page:
    return report_page(history)


def table(of: Page, heading: str) -> Table:
    return next(each for each in of.tables if each.heading.startswith(heading))


def rows(of: Page, heading: str) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table(of, heading).rows if not row.is_heading]


# ---- what it says


def test_the_verdict_is_how_the_show_stood_to_its_hard_out():
    verdict = page(whole()).verdict
    assert verdict.text == "0:52 past the hard out of 10:45"
    assert verdict.below == "Ended at 10:45:52, 3:42 later than planned."


def test_a_run_whose_record_ends_while_it_is_on_air_says_so():
    told = page(cut_run())
    assert told.verdict.text == "Not ended"
    assert told.verdict.below.startswith("The record ends at 10:33:00. The show was then to end at 10:42:10")
    address = table(told, "Segments").rows[-2]
    assert address.cells[2].below == "Mr Jorge Chediek · still on air when the record ends"
    assert [cell.text for cell in address.cells][3:6] == ["5:20", "1:30", "–"]


def test_a_run_in_which_nothing_was_on_air_says_so_in_every_format():
    assert page(opened()).verdict.text == "Not started"
    for form in ("text", "md", "html"):
        assert "Nothing was on air in this run." in run_report(opened(), form)


def test_each_airing_is_held_against_its_slot_and_what_the_speaker_had():
    assert rows(page(whole()), "Segments")[1] == [
        *("10:31:30", "10:31:40", "Address"),
        *("5:20", "6:30", "+1:10"),
        *("6:00", "6:10", "+0:10"),
    ]


def test_what_was_unusual_about_an_airing_is_said_below_it():
    below = [row.cells[2].below for row in table(page(whole()), "Segments").rows if not row.is_heading]
    assert below[1] == "Mr Jorge Chediek · 1:00 added"
    assert below[2] == "คุณพัชรัตน์ หงษ์ทอง, 王小明 · held 1:07"
    assert below[3] == "inserted"


def test_a_segment_taken_twice_stands_there_twice():
    told = rows(page(broken()), "Segments")
    assert [each[2] for each in told[:4]] == ["=Welcome", "Address", "Address", "=Welcome"]
    below = [row.cells[2].below for row in table(page(broken()), "Segments").rows if not row.is_heading]
    assert below[1:3] == [
        "Mr Jorge Chediek · the console was away",
        "Mr Jorge Chediek · taken again",
    ]


def test_what_was_not_on_air_has_the_time_that_it_had_at_the_end_and_says_what_was_planned():
    show = Playbook(rundown(segment("a"), segment("b", "3:00", intro="0:20"), segment("c", "2:00")))
    show.at("10:30:00").do(c.Start()).at("10:31:00").do(c.Retime("b", span("5:00")))
    show.do(c.Insert("Extra", span("1:00"), "b")).at("10:32:00").do(c.End())
    told = table(page(show.history), "Not on air").rows
    assert [(row.cells[1].text, row.cells[1].below, row.cells[3].text) for row in told] == [
        ("B", "planned 3:20", "5:20"),
        ("Extra", "", "1:00"),
        ("C", "", "2:00"),
    ]


def test_differences_are_those_of_the_figures_beside_them():
    for row in rows(page(whole()), "Segments"):
        _, _, _, slot, ran, difference, *_ = row
        assert (slot == "–") == (difference == "–")
        if slot != "–":
            assert _seconds(ran) - _seconds(slot) == _seconds(difference)


def _seconds(text: str) -> int:
    sign = -1 if text.startswith("−") else 1
    total = 0
    for part in text.lstrip("+−").split(":"):
        total = total * 60 + int(part)
    return sign * total


def test_cues_come_with_how_fast_they_were_done():
    told = rows(page(whole()), "Cues")
    assert told[0][:3] == ["10:29:00", "missed", ""]
    assert told[1][:3] == ["10:32:00", "10:32:00", ""]  # by itself
    assert told[2][:3] == ["10:37:00", "10:37:20", "+0:20"]
    assert table(page(whole()), "Cues").lead == (
        "1 cue done by hand: median +0:20, longest +0:20; 1 more than 0:05 late."
    )


def test_changes_are_told_in_order_with_what_was_undone():
    assert [each[1] for each in rows(page(whole()), "Changes")] == [
        "1:00 added to “Address”",
        "Skip of “Close <b>” undone after 0:03",
        "“Remarks” held for 1:07",
        "“Technical break” (0:30) inserted after “Remarks”",
    ]


def test_what_was_taken_out_of_turn_is_among_the_changes():
    show = Playbook(rundown(segment("a"), segment("b"), segment("c"), segment("d")))
    show.at("10:30:00").do(c.Start()).at("10:31:00").do(c.Take("c")).at("10:32:00").do(c.Take("b"))
    show.at("10:33:00").do(c.Take("b")).at("10:34:00").do(c.Back()).at("10:35:00").do(c.Skip("d"))
    show.at("10:36:00").do(c.Take("d"))
    assert [each[:2] for each in rows(page(show.history), "Changes")] == [
        ["10:31:00", "“C” taken before “B”"],
        ["10:32:00", "“B” taken, which had been passed over"],
        ["10:33:00", "“B” begun again"],
        ["10:34:00", "Back to “A”"],
        ["10:35:00", "“D” skipped"],
        ["10:36:00", "“D” taken, which was skipped"],
    ]
    told = json.loads(run_report(show.history, "json"))["changes"]
    assert (told[0]["type"], told[0]["segment"], told[0]["how"], told[0]["was"], told[0]["next"]) == (
        *("segment_taken", "c", "take", "pending", "b"),
    )


def test_gaps_and_steps_of_the_wall_are_told():
    assert rows(page(broken()), "The clock") == [
        ["10:32:00", "The console was away", "2:00"],
        ["10:34:30", "The wall clock was stepped", "+0:30"],
    ]


def test_the_mode_is_seen_at_a_glance():
    for form in ("text", "md", "html"):
        assert "rehearsal" in run_report(whole(), form, "rehearsal")
        assert "rehearsal" not in run_report(whole(), form)


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("history", [whole, opened, cut_run, broken], ids=lambda each: each.__name__)
def test_every_run_can_be_told_in_every_format(history: Any, form: str) -> None:
    assert run_report(history(), form)


# ---- text and Markdown


def test_columns_align_whatever_the_script():
    lines = run_report(whole(), "text").splitlines()
    head = next(line for line in lines if line.startswith("Plan "))
    told = [line for line in lines if re.match(r"10:\d\d:\d\d  10:\d\d:\d\d  .*  [=A-Z]\w", line)]
    assert len(told) >= 4
    names = {cells(line[: re.search(r"  [=A-Z]", line).end() - 1]) for line in told}  # type: ignore[union-attr]
    assert names == {cells(head) + 2}


def test_a_name_means_nothing_to_markdown_but_itself():
    text = run_report(whole(), "md")
    assert "slides \\| late" in text
    assert "Close \\<b\\>" in text
    segments = text[text.index("| Plan") :].split("\n\n")[0].splitlines()
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in segments} == {10}


def test_a_text_that_is_cut_ends_in_an_ellipsis_and_fits():
    assert cut("Welcome", 20) == "Welcome"
    assert cut("Remarks by a person with a long name", 10).endswith("…")
    assert cells("王小明") == 6
    assert cells("น้ำ") == 2


# ---- HTML


class _Checker(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag not in ("meta", "col", "br", "rect", "line"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        elif tag not in ("rect", "line"):
            raise AssertionError(f"</{tag}> closes {self.open[-1:]}")


def test_the_html_is_one_file_without_scripts_and_fetches_nothing():
    html = run_report(whole(), "html")
    checker = _Checker()
    checker.feed(html)
    assert checker.open == []
    assert {"svg", "table", "style"} <= checker.seen
    assert not {"script", "link", "img", "iframe", "b"} & checker.seen
    assert checker.addresses == []
    assert "url(" not in html
    assert "Close &lt;b&gt;" in html
    assert html.index("<meta charset") < 200


def test_names_of_any_direction_keep_their_own():
    assert '<span dir="auto">Address</span>' in run_report(whole(), "html")


# ---- CSV


def table_of(history: History) -> list[dict[str, str]]:
    text = run_report(history, "csv")
    assert text.startswith(BYTE_ORDER_MARK)
    return list(csv.DictReader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")))


def test_the_table_for_spreadsheets_has_a_row_an_airing():
    found = table_of(whole())
    assert [each["segment"] for each in found] == [
        "welcome",
        "address",
        "remarks",
        "technical-break",
        "close",
    ]
    address = found[1]
    assert (address["taken"], address["begun"], address["ended"]) == ("10:31:40", "10:32:00", "10:38:10")
    assert (address["slot_s"], address["length_s"], address["over_plan_s"]) == ("320", "390", "70")
    assert (address["added_s"], found[2]["held_s"], found[3]["slot_s"]) == ("60", "67", "")
    assert found[2]["speakers"] == "คุณพัชรัตน์ หงษ์ทอง, 王小明"


def test_no_title_is_taken_for_a_formula():
    assert table_of(whole())[0]["title"] == "'=Welcome"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1+1", "\t=1", "\r=1", "\n=1"])
def test_whatever_a_spreadsheet_would_run_is_defused(text: str) -> None:
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Welcome", "5:00", "a=b", ""])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert defused(text) == text


# ---- JSON


def report(history: History, mode: str = "") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run_report(history, "json", mode))
    return found


def test_the_json_has_instants_with_their_offset_and_whole_milliseconds():
    found = report(whole(), "rehearsal")
    assert found["mode"] == "rehearsal"
    assert found["show"]["ended_at"] == "2020-09-14T10:45:52.000+07:00"
    assert found["show"]["to_hard_out_ms"] == -52_000
    address = found["airings"][1]
    assert address["taken_at"] == "2020-09-14T10:31:40.000+07:00"
    assert (address["intro_used_ms"], address["spoken_ms"], address["held_ms"]) == (20_000, 370_000, 0)
    assert found["airings"][3]["planned_ms"] is None
    assert [each["type"] for each in found["changes"]] == ["time_added", "segment_inserted"]
    assert found["undone"][0]["what"] == "skip"
    assert found["holds"][0]["length_ms"] == 67_000


def test_what_does_not_apply_is_null():
    found = report(opened())
    assert found["mode"] is None
    assert (found["show"]["started_at"], found["show"]["ended_at"], found["show"]["ended_how"]) == (None,) * 3
    assert found["airings"] == []


@pytest.mark.parametrize("history", [whole, opened, cut_run, broken], ids=lambda each: each.__name__)
def test_every_instant_of_the_json_is_rfc_3339_and_every_span_an_integer(history: Any) -> None:
    def walk(key: str, value: Any) -> None:
        if isinstance(value, dict):
            for name, each in value.items():
                walk(name, each)
        elif isinstance(value, list):
            for each in value:
                walk(key, each)
        elif key.endswith("_ms"):
            assert value is None or type(value) is int
        elif (key.endswith("_at") or key in ("at", "since", "until")) and value is not None:
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+07:00", value)
            datetime.fromisoformat(value)

    walk("", report(history()))


# ---- the picture


def test_the_picture_has_a_row_a_segment_and_the_hard_out():
    (drawing,) = page(whole()).pictures
    drawn = ET.fromstring(svg(drawing))
    words = [each.text for each in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert "10:45 hard out" in words
    assert "Address · Mr Jorge Chediek" in words
    assert {"+1:10", "inserted"} <= set(words)


def test_no_bar_leaves_the_picture():
    for history in (whole(), cut_run(), broken()):
        for drawing in page(history).pictures:
            drawn = ET.fromstring(svg(drawing))
            _, _, wide, high = map(float, drawn.attrib["viewBox"].split())
            for bar in drawn.iter("{http://www.w3.org/2000/svg}rect"):
                x, y, width, height = (float(bar.attrib[name]) for name in ("x", "y", "width", "height"))
                assert 0 <= x <= x + width <= wide
                assert 0 <= y <= y + height <= high


def test_the_picture_of_a_long_show_goes_on_in_the_next_with_its_own_hours():
    many = rundown(*(segment(f"s{number}", "1:00") for number in range(60)), end="11:40")
    first, *_, last = map(svg, page(of(many, *["1:00"] * 60)).pictures)
    assert (">10:35<" in first, ">11:28<" in first) == (True, False)
    assert (">10:35<" in last, ">11:28<" in last) == (False, True)
    assert ("hard out" in first, "hard out" in last) == (False, False)


def test_a_run_on_another_day_than_planned_can_still_be_seen():
    show = Playbook(PLAN)
    show.now = ShowInstant(instant("10:30:00") + timedelta(days=2000))
    show.do(c.Start())
    show.now = ShowInstant(show.now + span("2:00"))
    show.do(c.Advance())
    show.now = ShowInstant(show.now + span("5:00"))
    (drawing,) = page(show.do(c.End()).history).pictures
    drawn = ET.fromstring(svg(drawing))
    bars = [float(bar.get("width", "0")) for bar in drawn.iter("{http://www.w3.org/2000/svg}rect")]
    assert max(bars) > 200
    assert len(list(drawn.iter("{http://www.w3.org/2000/svg}line"))) < 20


def test_a_catch_up_is_told_with_what_everybody_gave():
    show = Playbook(
        rundown(segment("a", "5:00"), segment("b", "9:00"), segment("d", "1:00", may_skip=True), end="10:43")
    )
    show.at("10:30:00").do(c.Start()).do(c.CatchUp(skip=("d",)))
    assert [each[1] for each in rows(page(show.history), "Changes")] == [
        "Caught up for the hard out: 1:00 from “B”, “D” left out"
    ]
    told = json.loads(run_report(show.history, "json"))["changes"][0]
    assert (told["type"], told["duration_ms"], told["to"]) == ("caught_up", 60_000, "hard out")
    assert (told["cuts"], told["skipped"]) == ([{"segment": "b", "cut_ms": 60_000}], ["d"])


def test_the_green_room_is_told_with_who_said_so():
    show = Playbook(PLAN).do(c.MarkPerson("wang", Readiness.CHECKED))
    assert rows(page(show.history), "The green room") == [["10:29:00", "王小明: sound checked", "test"]]
    told = json.loads(run_report(show.history, "json"))["green_room"]
    assert told == [
        {"at": "2020-09-14T10:29:00.000+07:00", "by": "test", "person": "wang", "state": "checked"}
    ]
