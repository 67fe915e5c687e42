"""OSC messages in words, as an agenda has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssc_console.show.actions import NotAnAction, parse
from ssc_console.show.osc import Argument, NotOsc, OscMessage, read_osc


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("", ()),
        (" 3", (3,)),
        (" -3 +4", (-3, 4)),
        (" 0.5 -1.", (0.5, -1.0)),
        (' "hello there" true FALSE', ("hello there", True, False)),
        (" “typed in a letter”", ("typed in a letter",)),
        (' "" "3" "true"', ("", "3", "true")),
        (" 9223372036854775807", (2**63 - 1,)),
    ],
)
def test_arguments_are_numbers_texts_and_truths(text: str, arguments: tuple[Argument, ...]) -> None:
    found = read_osc(f"10.0.0.5:53000 /cue/1{text}")
    assert found == OscMessage("10.0.0.5", 53000, "/cue/1", arguments)
    assert [type(each) for each in found.arguments] == [type(each) for each in arguments]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("10.0.0.5 /cue", "host:port"),
        ("10.0.0.5:53000 cue", "host:port"),
        ("10.0.0.5:0 /cue", "0 is no port"),
        ("10.0.0.5:70000 /cue", "70000 is no port"),
        ("10.0.0.5:53000 /cue hello", 'a text stands in quotes, "hello"'),
        ('10.0.0.5:53000 /cue "hello', "does not end"),
        ("10.0.0.5:53000 /cue 9223372036854775808", "too large"),
        ("10.0.0.5:53000 /cue 1e5", "no number"),
    ],
)
def test_what_cannot_be_sent_says_why(text: str, why: str) -> None:
    with pytest.raises(NotOsc, match=why):
        read_osc(text)


def test_an_agenda_with_such_a_message_is_told_so() -> None:
    with pytest.raises(NotAnAction, match="can't be sent: hello is no number"):
        parse("osc: 10.0.0.5:53000 /cue hello")


@given(st.text())
def test_any_text_is_a_message_or_is_told_why_not(text: str) -> None:
    try:
        found = read_osc(f"host:1 /a {text}")
    except NotOsc:
        return
    assert bool(found.arguments) == bool(text.split())
