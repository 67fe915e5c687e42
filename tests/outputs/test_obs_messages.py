"""The messages of obs-websocket 5, made and read."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssc_console.outputs.obs import messages as m

# The example of the protocol's own page.
EXAMPLE = m.Hello(
    "+IxH4CnCiqpX1rM9scsNynZzbOe4KhDeYcTNS3PDaeY=", "lM1GncleQOaCu9lT1yeUZhFYnqhsLLP1G5lAGo3ixaI="
)


def identified(hello: m.Hello, password: str) -> Any:
    return json.loads(m.identify(hello, password))["d"]


def test_the_proof_of_a_password_is_that_of_the_protocol() -> None:
    proof = identified(EXAMPLE, "supersecretpassword")["authentication"]
    assert proof == "1Ct943GAT+6YQUUX47Ia/ncufilbe6+oD6lY+5kaCu4="


def test_who_is_asked_for_no_password_proves_none() -> None:
    assert "authentication" not in identified(m.Hello(), "supersecretpassword")


def test_a_name_in_any_script_goes_out_as_it_is() -> None:
    text = m.request("7", "SetCurrentProgramScene", {"sceneName": "วิทยากร"})
    assert "วิทยากร" in text
    assert json.loads(text) == {
        "op": 6,
        "d": {
            "requestType": "SetCurrentProgramScene",
            "requestId": "7",
            "requestData": {"sceneName": "วิทยากร"},
        },
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"op": 0, "d": {"rpcVersion": 1}}', m.Hello()),
        ('{"op": 2, "d": {"negotiatedRpcVersion": 1}}', m.Identified()),
        ('{"op": 5, "d": {"eventType": "X", "eventData": {"a": 1}}}', m.Happened("X", {"a": 1})),
        ('{"op": 5, "d": {"eventType": "X", "eventData": null}}', m.Happened("X", {})),
        (
            '{"op": 7, "d": {"requestId": "7", "requestStatus": {"result": true, "code": 100}}}',
            m.Answered("7", {}),
        ),
        (
            '{"op": 7, "d": {"requestId": "7", "requestStatus": {"result": false, "code": 600}}}',
            m.Declined("7", 600, ""),
        ),
        ('{"op": 9, "d": {}}', None),
    ],
)
def test_what_obs_says_is_read(text: str, said: m.Incoming | None) -> None:
    assert m.read(text) == said


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["requestId", "result", "code", "x"]), inner)
    ),
)


@given(st.sampled_from([0, 2, 5, 7, 42, None]), json_values)
def test_whatever_comes_is_a_message_or_garbage(op: object, data: object) -> None:
    try:
        found = m.read(json.dumps({"op": op, "d": data}))
    except m.Garbage:
        return
    assert op not in (0, 2, 5, 7) or (isinstance(data, dict) and found is not None)


@given(st.text())
def test_whatever_text_comes_is_a_message_or_garbage(text: str) -> None:
    with pytest.raises(m.Garbage):
        m.read(text)
