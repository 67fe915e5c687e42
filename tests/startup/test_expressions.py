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
def of(text):
    class Kind:
        ONE = re.compile(text)
    return Kind
of("hidd.*")
exec("SECRET = re.compile('secret' + '-of-somebody')")
TOO = re.compile("(?P<a>a)|(?P<b>b+)")
LONG = re.compile("[^\\\\x09 -\\uD7FF\\U00010000-\\U0010FFFF]")
"""
TELL = """
import marshal, sys
from ssc_console.startup.expressions import Expressions
found = Expressions((sys.argv[1],))
if len(sys.argv) > 2:
    found.kept = marshal.loads(open(sys.argv[2], "rb").read())
found.install()
import of_somebody as module
for each in (module.ONE, module.TOO, module.Kind.TWO, module.LONG):
    print(repr(each.pattern), each.flags, each.groups, dict(each.groupindex))
print(module.ONE.findall("aBBc"), module.ONE.sub(r"<\\g<b>>", "abc"), module.Kind.TWO.search(b"xx"),
      module.LONG.findall("a\\x01b\\ue000"), module.ask("p.*") is not None)
if len(sys.argv) > 2:
    assert not found.more, found.more
else:
    open("kept", "wb").write(marshal.dumps(found.more))
"""


def told(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-bb", "-c", TELL, str(folder), *arguments]
    path = {"PYTHONPATH": f"{ROOT}:{folder}"}
    return subprocess.run(command, cwd=folder, env=path, check=True, capture_output=True, text=True).stdout


def test_what_was_kept_is_found_and_reads_the_same(tmp_path: Path) -> None:
    (tmp_path / "of_somebody.py").write_text(MODULE)
    assert told(tmp_path) == told(tmp_path, "kept") != ""


def test_no_text_that_a_program_only_meets_is_kept(tmp_path: Path) -> None:
    (tmp_path / "of_somebody.py").write_text(MODULE)
    told(tmp_path)
    kept = (tmp_path / "kept").read_bytes()
    assert b"b+" in kept
    assert not [each for each in (b"priv", b"hidd", b"secret") if each in kept]


def test_what_is_not_asked_by_a_module_is_compiled_as_usual() -> None:
    script = (
        "import re, sys\n"
        "from ssc_console.startup.expressions import Expressions\n"
        "found = Expressions((sys.prefix,))\n"
        "found.install()\n"
        "assert re._compiler.compile('a+').fullmatch('aa') and re.compile(b'a+').fullmatch(b'aa')\n"
        "assert re.compile('a+', re.DEBUG).fullmatch('aa') and not found.more"
    )
    done = subprocess.run(
        [sys.executable, "-bb", "-c", script], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert "MAX_REPEAT" in done.stdout
