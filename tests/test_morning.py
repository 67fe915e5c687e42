"""A morning that does not go to plan: 10:52, 4:10 late, a line dropped, a presenter in the wrong room.

It is performed with the agenda that ships. Its figures are worked out by hand.

The plan: Mr Zahedi 10:47:30, Ms Hongtong 10:51:50, the survey 10:56:10, the key points 11:03:30, the launch
11:08:50, China 11:13:10, Cambodia 11:15:55, Thailand 11:18:40, thanks 11:21:25, close 11:25:45–11:26:15. Mr
Chediek speaks 4:10 longer, so all of it is 4:10 later, and the show would end at 11:30:25.
"""

import json
from typing import Any

from ssc_console.agenda.loading import load
from ssc_console.resources import default_agenda
from ssc_console.script import parse
from ssc_console.simulate import perform
from ssc_console.wire import show

MORNING = """
10:15:00 person zahedi ready
10:15:00 person miah ready
10:15:00 person volunteer-china ready
10:15:00 person volunteer-cambodia ready
10:15:00 person volunteer-thailand ready
10:15:00 person country-representative ready
10:30:00 start
10:31:30 advance                            # Mr Chediek, who was to end at 10:36:50
10:41:00 advance                            # Ms Sabharwal
10:45:20 advance                            # the Secretary-General
10:48:35 advance                            # Mr Adam
10:51:40 advance                            # Mr Zahedi
10:52:00 person hongtong dropped
10:52:00 person unossc-presenter here       # but in the wrong room
10:52:00 read
10:53:00 read                               # three minutes before her
10:53:10 move key-points before hongtong-remarks
10:53:10 read
10:53:20 catch up
10:53:20 read
10:56:00 advance                            # the key points
10:57:00 person unossc-presenter ready
10:58:17 read                               # she is next, and still away
10:58:30 move survey before hongtong-remarks
11:01:17 advance                            # the survey
11:04:00 person hongtong here
11:05:00 person hongtong checked
11:05:00 person hongtong ready
11:07:31 read
11:08:31 advance                            # Ms Hongtong
11:12:48 advance                            # the launch
11:17:06 advance
11:19:49 advance
11:22:32 advance
11:25:16 advance                            # the vote of thanks
11:29:30 advance
11:29:50 read
11:30:00 end
11:30:00 read
"""


def test_the_morning_ends_in_time_with_everybody_heard():
    rundown = load(default_agenda()).rundown
    lines, problems = parse(MORNING)
    assert rundown is not None
    assert problems == ()
    performed = perform(rundown, lines)
    assert performed.refused == ()
    reads: list[dict[str, Any]] = [json.loads(show(each, "rehearsal")) for each in performed.reads]
    at_52, at_53, moved, caught_up, at_58, at_07, closing, ended = reads

    assert (at_52["over_under_ms"], at_52["to_hard_out_ms"]) == (250_000, -25_000)
    assert at_52["missing"]["level"] == "amber"  # four minutes before her: that she dropped is told at once

    assert at_53["missing"] == {
        "segment": "hongtong-remarks",
        "people": ["hongtong"],
        "level": "amber",
        "swap": "key-points",  # the survey's presenter is here, but not ready
        "fallback": "Go on with what comes next, and call on her when she is back",
        "fallback_picture": None,
        "fallback_segment": None,
    }

    assert (moved["next"]["id"], moved["missing"], moved["to_hard_out_ms"]) == ("key-points", None, -25_000)
    # What they can give, in seconds: 60, 60, 120, 48 (a fifth of 4:00), 30, 30, 30, 120, 6; 504 in all. Of
    # the 25 that are needed their parts are 2.98, 2.98, 5.95, 2.38, 1.49, 1.49, 1.49, 5.95, 0.30.
    assert [(each["id"], each["cut_ms"]) for each in moved["catch_up"]["cuts"]] == [
        ("key-points", 3_000),
        ("hongtong-remarks", 3_000),
        ("survey", 6_000),
        ("launch", 2_000),
        ("testimonial-china", 2_000),
        ("testimonial-cambodia", 2_000),
        ("testimonial-thailand", 1_000),
        ("vote-of-thanks", 6_000),
    ]
    assert (caught_up["to_hard_out_ms"], caught_up["catch_up"]) == (0, None)

    # The key points began at 10:56:00 and have 0:20 and 4:57: until 11:01:17.
    assert (at_58["on_air"]["id"], at_58["next"]["projected_start"][11:19]) == ("key-points", "11:01:17")
    assert (at_58["missing"]["people"], at_58["missing"]["swap"]) == (["hongtong"], "survey")

    # The survey has 0:20 and 6:54: until 11:08:31. A minute before that she is ready.
    assert (at_07["next"]["id"], at_07["next"]["projected_start"][11:19]) == ("hongtong-remarks", "11:08:31")
    assert at_07["missing"] is None

    assert (closing["on_air"]["id"], closing["to_hard_out_ms"]) == ("close", 0)
    assert ended["ended_at"] == "2020-09-14T11:30:00.000+07:00"
    assert {each["state"] for each in ended["segments"]} == {"aired"}
