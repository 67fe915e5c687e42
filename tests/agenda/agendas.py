"""Small agendas for the tests: one that is right, to be changed in one place."""

from pathlib import Path

from ssc_console.agenda import Loaded
from ssc_console.agenda.loading import parse

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAMME = ROOT / "agenda.yaml"

AGENDA = """\
event:
  title: A test
  date: 2020-09-14
  start: 10:30
  end: 11:30
  timezone: Asia/Bangkok
people:
  chediek:
    name: Mr Jorge Chediek
sessions:
  - title: Opening
    segments:
      - id: address
        title: Address
        speaker: chediek
        duration: 5:00
      - title: Remarks
        duration: 4:00
"""


def read(text: str) -> Loaded:
    """What comes of a text."""
    return parse(text, ROOT / "test.yaml")


def changed(old: str, new: str) -> Loaded:
    """What comes of the agenda with one thing changed."""
    assert old in AGENDA
    return read(AGENDA.replace(old, new, 1))


def codes(loaded: Loaded) -> list[str]:
    """The codes of its problems."""
    return [problem.code for problem in loaded.problems]
