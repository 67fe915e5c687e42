"""The printing room: a PDF document that has its fonts inside and as many sheets as it takes."""

import re
from collections.abc import Callable

import pytest

from ssc_console.paper import printed
from ssc_console.reports.run_report import report_page
from ssc_console.show.history import History
from tests.reports.runs import broken, cut, of, opened, whole
from tests.show.playbook import rundown, segment

pytestmark = pytest.mark.usefixtures("qapp")


def sheets(data: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", data))


@pytest.mark.parametrize("history", [whole, opened, cut, broken], ids=lambda each: each.__name__)
def test_every_run_can_be_printed(history: Callable[[], History]) -> None:
    data = printed(report_page(history(), "rehearsal"))
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    assert b"/FontFile2" in data


def test_a_long_show_goes_on_on_the_next_sheet():
    many = rundown(*(segment(f"s{number}", "1:00", title="Remarks " * 12) for number in range(70)))
    data = printed(report_page(of(many, *["1:00"] * 70)))
    assert sheets(data) > sheets(printed(report_page(whole())))
