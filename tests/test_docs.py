"""The handbook says what the code does."""

import subprocess
import sys
from pathlib import Path

from ssc_console.script import parse

ROOT = Path(__file__).resolve().parent.parent


def test_the_tables_of_the_handbook_are_those_of_the_code():
    command = [sys.executable, str(ROOT / "script" / "make_docs.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_handbook_has_every_step_of_a_scripted_rehearsal():
    _, (problem,) = parse("10:29:00 fly")
    steps = problem.message.partition("(")[2].partition(")")[0].split(", ")
    grammar = (ROOT / "docs" / "interfaces.md").read_text(encoding="utf-8").partition("step     =")[2]
    grammar = grammar.partition("```")[0]
    assert len(steps) > 30
    assert [step for step in steps if f'"{step}"' not in grammar] == []
