"""Regular expressions that a bundle kept are those that Python would compile."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MODULE = """
import re
ONE = re.compile("(?P<a>a)|(?P<b>b+)", re.I)
class Kind:
    TWO = re.compile(b"x{2,3}$", re.M | re.X)
def ask(text):
    return re.compile(text).fullmatch("private")
ask("priv.*")
LONG = re.compile("[^\\\\x09 -\\uD7FF\\U00010000-\\U0010FFFF]")
"""
TELL = """
import marshal, sys
from ssc_console.startup.expressions import Expressions
found = Expressions()
if len(sys.argv) > 1:
    found.kept = marshal.loads(open(sys.argv[1], "rb").read())
found.install()
import of_somebody as module
for each in (module.ONE, module.Kind.TWO, module.LONG):
    print(repr(each.pattern), each.flags, each.groups, dict(each.groupindex))
print(module.ONE.findall("aBBc"), module.ONE.sub(r"<\\g<b>>", "abc"), module.Kind.TWO.search(b"xx"),
      module.LONG.findall("a\\x01b\\ue000"), module.ask("p.*") is not None)
if len(sys.argv) > 1:
    assert not found.more, found.more
else:
    open("kept", "wb").write(marshal.dumps(found.more))
"""


def told(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-c", TELL, *arguments]
    path = {"PYTHONPATH": f"{ROOT}:{folder}"}
    return subprocess.run(command, cwd=folder, env=path, check=True, capture_output=True, text=True).stdout


def test_what_was_kept_is_found_and_reads_the_same(tmp_path: Path) -> None:
    (tmp_path / "of_somebody.py").write_text(MODULE)
    assert told(tmp_path) == told(tmp_path, "kept") != ""


def test_no_text_that_a_program_only_meets_is_kept(tmp_path: Path) -> None:
    (tmp_path / "of_somebody.py").write_text(MODULE)
    told(tmp_path)
    assert b"priv" not in (tmp_path / "kept").read_bytes()
