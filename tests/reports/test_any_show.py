"""Whatever is done to a show, there is something to tell of it."""

import json
import xml.etree.ElementTree as ET

from hypothesis import given, settings

from ssc_console.reports.chapter_formats import CHAPTER_FORMATS, run_chapters
from ssc_console.reports.chapters import NoChapters
from ssc_console.reports.compare import NothingRehearsed, compare_report
from ssc_console.reports.drawing_svg import svg
from ssc_console.reports.run_report import REPORT_FORMATS, report_page, run_report
from ssc_console.show.rundown import Rundown
from tests.show.shows import Act, Run, acts, rundowns


@settings(max_examples=60)
@given(rundowns(), acts())
def test_a_report_of_any_show_can_be_made_in_every_format(of: Rundown, done: list[Act]):
    history = Run(of).perform(*done).history
    for form in REPORT_FORMATS:
        if form != "pdf":
            assert run_report(history, form)
    json.loads(run_report(history, "json"))
    for picture in report_page(history).pictures:
        for bar in ET.fromstring(svg(picture)).iter("{http://www.w3.org/2000/svg}rect"):
            x, width = float(bar.attrib["x"]), float(bar.attrib["width"])
            assert 0 <= x <= x + width <= 920


@settings(max_examples=60)
@given(rundowns(), acts())
def test_chapters_of_any_show_are_made_or_it_is_said_why_not(of: Rundown, done: list[Act]):
    history = Run(of).perform(*done).history
    for form in CHAPTER_FORMATS:
        try:
            assert run_chapters(history, form).text
        except NoChapters as why:
            said = str(why)
            assert said.endswith(".")


@settings(max_examples=60)
@given(rundowns(), acts(), acts(), acts())
def test_any_shows_can_be_compared_or_it_is_said_why_not(
    of: Rundown, one: list[Act], two: list[Act], three: list[Act]
):
    histories = [Run(of).perform(*each).history for each in (one, two, three)]
    try:
        assert compare_report(of, histories, "text")
        json.loads(compare_report(of, histories, "json"))
    except NothingRehearsed as why:
        said = str(why)
        assert "rehearse it once" in said
