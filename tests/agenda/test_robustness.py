"""Whatever the file is, there is an answer; and whatever is loaded keeps the rundown's laws."""

import re
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ssc_console.agenda import Loaded, Severity, render
from ssc_console.agenda.check import check_json, check_text
from ssc_console.agenda.ids import Ids
from ssc_console.agenda.loading import parse
from ssc_console.agenda.problems import Findings
from ssc_console.agenda.syntax import compose
from ssc_console.agenda.tree import Entry
from ssc_console.show.plan import planned_timeline
from ssc_console.show.rundown import id_from_title
from tests.agenda.agendas import AGENDA, PROGRAMME

PATH = Path("agenda.yaml")
PROGRAMME_TEXT = PROGRAMME.read_text(encoding="utf-8")

PAINTS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e]")
"""What must not reach a terminal."""

PIECES = st.sampled_from(
    [
        *" \t\n:-#'\"[]{}&*!|>%@`,?0\\<=~“”é๕\u00a0\u200b\x00\x07\x85\u2028\ud800",
        "\r\n",
        "<<: ",
        "---\n",
        "*a",
        "&a ",
        "!!int ",
        "null",
        "media",
        "630",
        "-1:00",
        "until: 10:00\n",
        "duration:",
        "- ",
        "    ",
        "show",
        "\ufeff",
    ]
)


@st.composite
def edits(draw: st.DrawFn, text: str) -> str:
    """The text as a clumsy hand leaves it: pieces typed, deleted and pasted elsewhere."""
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(text)))
        how_much = draw(st.sampled_from([0, 0, 1, 2, 8, 40, 200]))
        pasted = draw(st.integers(0, len(text)))
        piece = draw(st.one_of(PIECES, st.just(text[pasted : pasted + how_much])))
        text = text[:at] + piece + text[at + draw(st.sampled_from([0, 0, 1, 3, 30])) :]
    return text


def check_answer(loaded: Loaded, lines: int) -> None:
    """What holds of every answer."""
    places = [(problem.line, problem.column) for problem in loaded.problems]
    assert places == sorted(places)
    assert all(1 <= line <= lines and column >= 1 for line, column in places)
    errors = [problem for problem in loaded.problems if problem.severity is Severity.ERROR]
    assert (loaded.rundown is None) == bool(errors)
    answer = check_json(loaded, PATH, strict=True)
    assert answer["ok"] == (not loaded.problems)
    assert not PAINTS.search(check_text(loaded, PATH))
    if loaded.rundown is not None:
        check_rundown(loaded)


def check_rundown(loaded: Loaded) -> None:
    """What holds of everything that is loaded."""
    rundown = loaded.rundown
    assert rundown is not None
    before = rundown.event.start
    for segment, times in zip(rundown.segments, planned_timeline(rundown), strict=True):
        assert before <= times.planned_start <= times.planned_end
        assert segment.fixed_start is None or segment.fixed_start == times.planned_start
        assert set(segment.speakers) <= rundown.people.keys()
        assert segment.id == segment.id.lower()
        before = times.planned_end
    assert rundown.event.start < rundown.event.hard_out
    ids = [*rundown.by_id, *(cue.id for cue in rundown.cues())]
    assert len(set(ids)) == len(ids)
    assert set(loaded.made_ids) <= rundown.by_id.keys()
    assert all(cue.say is not None or cue.do for cue in rundown.cues())


@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b"PK\x03\x04")
@example(b"\xef\xbb\xbf")
def test_any_bytes_have_an_answer(data: bytes) -> None:
    loaded = parse(data, PATH)
    assert loaded.problems
    assert loaded.rundown is None
    assert "\n".join(render(problem, PATH) for problem in loaded.problems)


@given(st.text(max_size=200))
@example("\ud800")
@example("a: &a [*a]")
@example("? [a]\n: b")
@example("a: 1\n---\n[")
def test_any_text_has_an_answer(text: str) -> None:
    check_answer(parse(text, PATH), len(text) + 1)


@settings(max_examples=150)
@given(edits(AGENDA))
def test_a_small_agenda_edited_by_a_clumsy_hand_has_an_answer(text: str) -> None:
    check_answer(parse(text, PATH), len(text) + 1)


@settings(max_examples=60)
@given(edits(PROGRAMME_TEXT))
def test_the_programme_edited_by_a_clumsy_hand_has_an_answer(text: str) -> None:
    check_answer(parse(text, PATH), len(text) + 1)


@given(st.lists(st.sampled_from(["A", "A 2", "A-2", "a", "Show", "ข้อความ", "", "A 3"]), max_size=30))
def test_ids_are_made_as_the_engine_makes_them_for_an_inserted_segment(titles: list[str]) -> None:
    root = compose("x: y")
    assert root is not None
    ids, taken = Ids(Findings(), []), {"show"}
    for title in titles:
        entry = Entry(root)
        entry.values["title"] = title
        made = ids.of_segment(entry)
        assert made == id_from_title(title, taken)
        taken.add(made)
    assert ids.made == [made for made in ids.made if made in taken]
