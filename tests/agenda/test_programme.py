"""The agenda that ships is the hour of 14 September 2020 as it was announced."""

from datetime import timedelta

from ssc_console.agenda.loading import load
from ssc_console.show.plan import buffer
from ssc_console.show.rundown import Kind, Rundown
from tests.agenda.agendas import PROGRAMME


def programme() -> Rundown:
    rundown = load(PROGRAMME).rundown
    assert rundown is not None
    return rundown


def test_the_sessions_are_those_of_the_announcement() -> None:
    assert list(dict.fromkeys(segment.session for segment in programme().segments)) == [
        "Opening",
        "Presentation of Survey Findings",
        "Launch of South-South in Action Publication and Testimonials",
        "Closing Remarks",
    ]


def test_everybody_speaks_in_the_order_of_the_announcement() -> None:
    rundown = programme()
    assert [rundown.people[speaker].name for each in rundown.segments for speaker in each.speakers] == [
        "Mr Jorge Chediek",
        "Ms Gita Sabharwal",
        "Mr António Guterres",
        "Mr Olivier Adam",
        "Mr Kaveh Zahedi",
        "Ms Pattarat Hongtong",
        "UNOSSC presenter",
        "Ms Shalina Miah",
        "Volunteer, China",
        "Volunteer, Cambodia",
        "Volunteer, Thailand",
        "Country Representative",
    ]


def test_both_videos_stand_between_ms_sabharwal_and_mr_zahedi_and_there_is_one_launch() -> None:
    kinds = [segment.kind for segment in programme().segments]
    assert kinds[2:6] == [Kind.REMARKS, Kind.VIDEO, Kind.VIDEO, Kind.REMARKS]
    assert kinds.count(Kind.LAUNCH) == 1


def test_people_sit_where_they_work() -> None:
    zones = {person.name: person.timezone for person in programme().people.values()}
    assert zones["Mr Jorge Chediek"] == "America/New_York"
    assert zones["Mr Olivier Adam"] == "Europe/Berlin"
    assert zones["Volunteer, Cambodia"] == "Asia/Phnom_Penh"
    assert zones["Volunteer, China"] == "Asia/Shanghai"


def test_the_plan_leaves_a_few_minutes_before_the_hard_out() -> None:
    assert timedelta(minutes=2) <= buffer(programme()) <= timedelta(minutes=5)


def test_every_introduction_has_its_words() -> None:
    assert all(segment.script for segment in programme().segments)
    assert all(segment.intro for segment in programme().segments if segment.speakers)


def test_both_titles_of_the_publication_stand_in_the_file_and_staff_are_asked_which_is_right() -> None:
    text = " ".join(PROGRAMME.read_text(encoding="utf-8").replace("#", " ").split())
    assert "driving force for development: Experiences from Asia and the Pacific" in text
    assert (
        "driving force for people to people exchanges: Experiences and perspective from Asia-Pacific" in text
    )
    assert "please confirm" in text
