"""The report of the run on the desk."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from ssc_console.clock import ScriptedClock
from ssc_console.console.console import Console
from ssc_console.console.reporting import show_report, write_report
from ssc_console.following import Following
from ssc_console.look import mode_look, theme
from ssc_console.show.history import History
from tests.journal.runs import ended


def test_it_is_named_by_the_show_and_its_start_and_is_a_page_of_its_own(tmp_path: Path):
    path = Path(write_report(History.of(ended()), str(tmp_path / "reports"), ""))
    assert path.name == "2020-09-14-103000-A-show.html"
    assert "<svg" in path.read_text(encoding="utf-8")


@pytest.fixture
def console(qtbot: QtBot) -> Console:
    history = History.of(ended())
    clock = ScriptedClock(history.state.at)
    made = Console(Following(history, clock, "no"), theme.load("dark"), clock, mode_look.REPLAY)
    qtbot.addWidget(made.desk)
    made.open()
    return made


def test_its_key_opens_it(console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    opened: list[str] = []

    def browser(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", browser)
    show_report(console, str(tmp_path / "reports"), "")
    assert opened == [str(tmp_path / "reports" / "2020-09-14-103000-A-show.html")]


def test_where_it_can_not_be_written_the_desk_says_so(console: Console, tmp_path: Path):
    (tmp_path / "reports").write_text("no folder")
    show_report(console, str(tmp_path / "reports"), "")
    assert "can't be written" in console.desk.contents.bottom.big.refusal
