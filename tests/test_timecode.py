"""Time as people read and write it: rounding, signs, zones and daylight saving."""

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
import pytz
from hypothesis import given
from hypothesis import strategies as st

from ssc_console import timecode
from ssc_console.show.instants import WallInstant, whole_milliseconds

BANGKOK, NEW_YORK, PHNOM_PENH = "Asia/Bangkok", "America/New_York", "Asia/Phnom_Penh"
START = WallInstant(datetime(2020, 9, 14, 3, 30, tzinfo=UTC))


def instants(first_year: int, before_year: int) -> st.SearchStrategy[WallInstant]:
    """Instants of those years, exact to the microsecond."""
    beginning = datetime(first_year, 1, 1, tzinfo=UTC)
    years = datetime(before_year, 1, 1, tzinfo=UTC) - beginning
    return st.timedeltas(timedelta(0), years).map(lambda gone: WallInstant(beginning + gone))


def seconds(count: float) -> timedelta:
    return timedelta(milliseconds=round(count * 1000))


@pytest.mark.parametrize(
    ("remaining", "shown"),
    [
        (300, "5:00"),
        (299.999, "5:00"),
        (299.001, "5:00"),
        (299, "4:59"),
        (1, "0:01"),
        (0.001, "0:01"),
        (0, "0:00"),
        (-0.001, "+0:00"),
        (-0.999, "+0:00"),
        (-1, "+0:01"),
        (-61.5, "+1:01"),
        (3599, "59:59"),
        (3599.001, "1:00:00"),
        (3600, "1:00:00"),
        (36061, "10:01:01"),
        (-3600, "+1:00:00"),
        (359_999, "99:59:59"),
        (360_000, "5 days"),
        (-360_000, "+4 days"),
        (-195_433_227, "+2261 days"),
    ],
)
def test_a_countdown_rounds_up_while_time_is_left_and_down_when_it_is_over(
    remaining: float, shown: str
) -> None:
    assert timecode.countdown(seconds(remaining)) == shown


def test_programs_are_told_to_the_second_what_people_read_in_days() -> None:
    assert timecode.exact_countdown(seconds(-195_433_227)) == "+54287:00:27"
    assert timecode.exact_countdown(seconds(359_999.5)) == "100:00:00"


@given(st.timedeltas(min_value=timedelta(hours=-90), max_value=timedelta(hours=90)))
def test_up_to_four_days_both_say_the_same(remaining: timedelta) -> None:
    assert timecode.exact_countdown(remaining) == timecode.countdown(remaining)


@given(st.timedeltas(min_value=timedelta(hours=-30), max_value=timedelta(hours=30)))
def test_a_countdown_never_carries_a_minus_and_is_never_a_second_off(remaining: timedelta) -> None:
    text = timecode.countdown(remaining)
    assert "-" not in text
    assert "−" not in text
    assert text.startswith("+") == (remaining < timedelta(0))
    shown = timecode.parse_duration(text.lstrip("+"))
    assert timedelta(0) <= (shown - remaining if remaining >= timedelta(0) else -remaining - shown)
    assert abs(abs(remaining) - shown) < timedelta(seconds=1)


@pytest.mark.parametrize(
    ("difference", "shown"),
    [
        (62, "+1:02"),
        (62.9, "+1:02"),
        (-30, "\u22120:30"),
        (-30.9, "\u22120:30"),
        (0.9, "0:00"),
        (-0.9, "0:00"),
        (-3725, "\u22121:02:05"),
    ],
)
def test_a_difference_has_a_sign_and_a_true_minus(difference: float, shown: str) -> None:
    assert timecode.signed(seconds(difference)) == shown


def test_a_difference_of_nothing_can_have_a_word_of_its_own() -> None:
    assert timecode.signed(seconds(0.4), zero="on time") == "on time"


def test_lengths_and_elapsed_times_are_cut_to_whole_seconds() -> None:
    assert timecode.span(seconds(299.9)) == "4:59"
    assert timecode.span(seconds(-30)) == "\u22120:30"
    assert timecode.elapsed(seconds(59.999)) == "0:59"
    assert timecode.elapsed(seconds(-3)) == "0:00"
    assert timecode.span(timedelta(days=7, hours=23)) == "7 days"
    assert timecode.signed(timedelta(days=-7)) == "\u22127 days"
    assert timecode.roughly(timedelta(days=7, hours=1), up=True) == "8 days"


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_milliseconds_come_back_as_they_went(count: int) -> None:
    assert timecode.milliseconds(timecode.from_milliseconds(count)) == count


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("5:00", 300),
        ("0:20", 20),
        ("90:00", 5400),
        ("1:05:00", 3900),
        ("5m", 300),
        ("1h 5m", 3900),
        ("1h5m", 3900),
        ("90s", 90),
        ("1m 30s", 90),
        ("2h", 7200),
        ("0:00", 0),
    ],
)
def test_the_agendas_lengths_are_read(text: str, length: float) -> None:
    assert timecode.parse_duration(text) == seconds(length)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5",
        "630",
        "5:0",
        "5:60",
        "1:60:00",
        "1:5:00",
        "-1:00",
        "5:00.5",
        "1.5s",
        "5 min",
        "m",
        "๕:๐๐",
        " 5:00",
        "5:00\n",
    ],
)
def test_what_is_no_length_of_the_agenda_is_refused_with_the_forms_that_would_do(text: str) -> None:
    with pytest.raises(timecode.NotATime, match="m:ss") as refused:
        timecode.parse_duration(text)
    assert refused.value.text == text


@pytest.mark.parametrize(
    ("text", "length"), [("30s", 30), ("1.5s", 1.5), ("1.005s", 1.005), ("5:00", 300), ("1:05:00", 3900)]
)
def test_the_spans_of_a_script_are_read(text: str, length: float) -> None:
    assert timecode.parse_span(text) == seconds(length)


@pytest.mark.parametrize(
    "text", ["", "5", "5m", "1h 5m", "1:30.5", ".5s", "1.2345s", "-30s", "30 s", "99999999999s"]
)
def test_the_words_of_the_agenda_are_no_spans_of_a_script(text: str) -> None:
    with pytest.raises(timecode.NotATime, match="30s"):
        timecode.parse_span(text)


def test_a_place_in_a_video_may_have_milliseconds() -> None:
    assert timecode.parse_position("3:04.25") == seconds(184.25)
    assert timecode.parse_position("3:04") == seconds(184)
    with pytest.raises(timecode.NotATime):
        timecode.parse_position("184s")


@pytest.mark.parametrize(
    ("text", "read"),
    [("10:30", time(10, 30)), ("9:05", time(9, 5)), ("10:30:15", time(10, 30, 15)), ("00:00", time(0))],
)
def test_times_of_day_are_read(text: str, read: time) -> None:
    assert timecode.parse_time_of_day(text) == read


@pytest.mark.parametrize("text", ["", "24:00", "630", "10.30", "10:3", "10:60", "10:30:15.5", "10:30 am"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(timecode.NotATime, match="10:30"):
        timecode.parse_time_of_day(text)


def test_a_scripts_time_of_day_has_seconds_and_may_have_milliseconds() -> None:
    assert timecode.parse_time_of_day("10:36:10.5", needs_seconds=True, allows_fraction=True) == time(
        10, 36, 10, 500_000
    )
    with pytest.raises(timecode.NotATime):
        timecode.parse_time_of_day("10:36", needs_seconds=True)


def test_the_event_starts_at_half_past_ten_in_bangkok() -> None:
    assert timecode.resolve(date(2020, 9, 14), time(10, 30), BANGKOK) == START
    assert timecode.rfc3339(START, BANGKOK) == "2020-09-14T10:30:00.000+07:00"
    assert timecode.rfc3339_seconds(START, BANGKOK) == "2020-09-14T10:30:00+07:00"
    assert timecode.clock(START, BANGKOK) == "10:30:00"
    assert timecode.hour_minute(START, BANGKOK) == "10:30"
    assert timecode.day(START, BANGKOK) == "Monday 14 September 2020"
    assert timecode.weekday(START, NEW_YORK) == "Sunday"
    assert timecode.local_date(START, NEW_YORK) == date(2020, 9, 13)
    assert timecode.utc_offset(START, NEW_YORK) == timedelta(hours=-4)


@given(instants(1970, 2037), st.sampled_from(pytz.all_timezones))
def test_a_clock_shows_what_a_clock_there_shows(instant: WallInstant, zone: str) -> None:
    assert timecode.clock(instant, zone) == instant.astimezone(pytz.timezone(zone)).strftime("%H:%M:%S")


def test_milliseconds_are_cut_not_rounded() -> None:
    assert timecode.rfc3339(START + timedelta(microseconds=999_999), BANGKOK).endswith(":00.999+07:00")


@given(instants(1970, 2037))
def test_an_instant_written_in_any_zone_reads_back_as_itself(instant: WallInstant) -> None:
    instant = WallInstant(whole_milliseconds(instant))
    for zone in (BANGKOK, NEW_YORK, "Asia/Kolkata", "UTC"):
        assert timecode.parse_rfc3339(timecode.rfc3339(instant, zone)) == instant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "10:30",
        "2020-09-14T10:30:00",
        "2020-09-14",
        "2020-09-14T10:30:00+99:00",
        "2020-09-14 10:30:00+07:00",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00",
    ],
)
def test_an_instant_without_an_offset_is_refused(text: str) -> None:
    with pytest.raises(timecode.NotATime):
        timecode.parse_rfc3339(text)


@pytest.mark.parametrize(
    ("zone", "note"),
    [
        (NEW_YORK, "23:30 on Sunday, New York"),
        ("Europe/Berlin", "05:30, Berlin"),
        (PHNOM_PENH, "Phnom Penh, same time"),
        (BANGKOK, "Bangkok, same time"),
    ],
)
def test_a_speaker_elsewhere_is_shown_their_own_time(zone: str, note: str) -> None:
    assert timecode.local_note(START, zone, BANGKOK) == note


@pytest.mark.parametrize(
    ("zone", "words"),
    [(NEW_YORK, "23:30 on Sunday in New York"), ("Europe/Berlin", "05:30 in Berlin"), (PHNOM_PENH, None)],
)
def test_only_where_the_clocks_differ_there_is_a_time_there(zone: str, words: str | None) -> None:
    assert timecode.local_time(START, zone, BANGKOK) == words


def test_a_time_that_daylight_saving_jumps_over_says_so() -> None:
    with pytest.raises(timecode.NonexistentTime, match=re.escape("02:30:00 on 2021-03-14 does not exist")):
        timecode.resolve(date(2021, 3, 14), time(2, 30), NEW_YORK)


def test_a_time_that_daylight_saving_shows_twice_says_so() -> None:
    with pytest.raises(timecode.AmbiguousTime, match="exists twice in America/New_York"):
        timecode.resolve(date(2020, 11, 1), time(1, 30), NEW_YORK)


def test_the_nearest_time_of_day_may_be_yesterday_or_tomorrow() -> None:
    midnight = timecode.resolve(date(2020, 9, 14), time(0, 5), BANGKOK)
    assert timecode.nearest(time(23, 55), BANGKOK, midnight) == midnight - timedelta(minutes=10)
    assert timecode.nearest(time(0, 10), BANGKOK, midnight) == midnight + timedelta(minutes=5)
    assert timecode.nearest(time(10, 29), BANGKOK, START) == START - timedelta(minutes=1)


def test_of_a_time_that_exists_twice_the_nearer_one_is_meant() -> None:
    midnight = timecode.resolve(date(2020, 11, 1), time(0, 0), NEW_YORK)
    assert timecode.nearest(time(1, 30), NEW_YORK, midnight) == midnight + timedelta(minutes=90)
    late = timecode.resolve(date(2020, 11, 1), time(4, 0), NEW_YORK)
    assert timecode.nearest(time(1, 30), NEW_YORK, late) == late - timedelta(minutes=150)


def test_a_day_that_lacks_a_time_is_passed_over() -> None:
    before = timecode.resolve(date(2021, 3, 14), time(1, 0), NEW_YORK)
    assert timecode.local_date(timecode.first_not_before(time(2, 30), NEW_YORK, before), NEW_YORK) == date(
        2021, 3, 15
    )


def test_the_next_line_of_a_script_may_be_past_midnight_but_never_earlier() -> None:
    assert timecode.first_not_before(time(10, 30), BANGKOK, START) == START
    assert timecode.first_not_before(time(10, 29, 59), BANGKOK, START) == START + timedelta(
        days=1, seconds=-1
    )


@given(
    instants(2019, 2025),
    st.times(),
    st.sampled_from([BANGKOK, NEW_YORK, "Australia/Lord_Howe", "Pacific/Apia", "Europe/Berlin"]),
)
def test_every_time_of_day_comes_again_within_two_days(at: WallInstant, wanted: time, zone: str) -> None:
    first = timecode.first_not_before(wanted, zone, at)
    assert timedelta(0) <= first - at <= timedelta(days=2)
    assert first.astimezone(UTC).tzinfo is UTC
    assert abs(timecode.nearest(wanted, zone, at) - at) <= timedelta(hours=25)


def test_zones_are_known_by_their_exact_names() -> None:
    assert timecode.known_zone(BANGKOK)
    assert timecode.known_zone("UTC")
    for name in ("bangkok", "asia/bangkok", "Bangkok", "", "../etc/passwd", "Asia/Bängkok", "\0", "/"):
        assert not timecode.known_zone(name)
        with pytest.raises(timecode.UnknownZone):
            timecode.clock(START, name)


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("Asia/Bankok", BANGKOK),
        ("Bankok", BANGKOK),
        ("bangkok", BANGKOK),
        ("Bangkok", BANGKOK),
        ("asia/bangkok", BANGKOK),
        ("New York", NEW_YORK),
        ("America/New York", NEW_YORK),
        ("Pnom Penh", PHNOM_PENH),
        ("Berlin", "Europe/Berlin"),
        ("Europe/Bangkok", BANGKOK),
    ],
)
def test_a_wrong_zone_is_answered_with_the_right_one_first(wrong: str, meant: str) -> None:
    assert timecode.nearest_zones(wrong)[0] == meant
    assert timecode.place(meant) == meant.split("/")[1].replace("_", " ")


def test_a_zone_like_no_other_has_no_neighbours() -> None:
    assert timecode.nearest_zones("qqqqqqqq") == ()


@pytest.mark.parametrize(
    ("seconds", "gone", "left"),
    [
        (0, "0:00", "0:00"),
        (59, "0:59", "0:59"),
        (60, "1 min", "1 min"),
        (61, "1 min", "2 min"),
        (3900, "1 h 5 min", "1 h 5 min"),
    ],
)
def test_a_rough_length_counts_seconds_only_within_a_minute(seconds: int, gone: str, left: str) -> None:
    assert timecode.roughly(timedelta(seconds=seconds)) == gone
    assert timecode.roughly(timedelta(seconds=seconds), up=True) == left
