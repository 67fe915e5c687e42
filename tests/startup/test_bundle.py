"""Our compiled modules in one file: never another code than the sources', whatever becomes of the file."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
TOLD = """
import sys
from ssc_console.startup.bundle import Bundle
bundle = Bundle()
bundle.install()
from ssc_console.cli import run
run(["--version"])
bundle.keep()
module = sys.modules["ssc_console.timecode"]
print(type(module.__spec__.loader).__name__, module.__file__, module.__cached__, module.MINUS)
print(module.parse_duration.__code__.co_filename, sys.modules["ssc_console.cli"].__path__)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the package that nobody has started yet."""
    without = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "ssc_console", tmp_path / "first" / "ssc_console", ignore=without)
    return tmp_path / "first"


def told(folder: Path, *flags: str, tell: str = TOLD) -> list[str]:
    """What a console that was started there says of its modules."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    started = subprocess.run(
        [sys.executable, *flags, "-c", tell], cwd=folder, env=kept, capture_output=True, text=True, check=True
    )
    return started.stdout.split("\n")[1:3]


def bundles(folder: Path) -> list[Path]:
    """The bundle that was kept there."""
    return list((folder / "ssc_console" / "startup" / "__pycache__").glob("bundle.*.bin"))


def expected(folder: Path, loader: str) -> list[str]:
    """What is said of modules that were loaded so."""
    package = folder / "ssc_console"
    source = package / "timecode.py"
    cached = package / "__pycache__" / f"timecode.{sys.implementation.cache_tag}.pyc"
    return [f"{loader} {source} {cached} \N{MINUS SIGN}", f"{source} ['{package / 'cli'}']"]


def test_the_second_start_takes_modules_from_the_bundle_and_they_look_as_usual(folder: Path) -> None:
    assert told(folder) == expected(folder, "SourceFileLoader")
    assert told(folder) == expected(folder, "Bundle")


def test_a_source_that_was_changed_counts_at_once_and_is_in_the_bundle_after_that(folder: Path) -> None:
    told(folder)
    source = folder / "ssc_console" / "timecode.py"
    source.write_text(source.read_text().replace('MINUS = "\\u2212"', 'MINUS = "minus"'))
    first, second = told(folder)[0], told(folder)[0]
    assert (first.split()[0], first.split()[-1]) == ("SourceFileLoader", "minus")
    assert (second.split()[0], second.split()[-1]) == ("Bundle", "minus")


@pytest.mark.parametrize("rubbish", [b"", b"\0\0\0\x09rubbish..", b"\xff" * 4096])
def test_a_damaged_bundle_hurts_nobody_and_is_made_anew(folder: Path, rubbish: bytes) -> None:
    told(folder)
    (kept,) = bundles(folder)
    kept.write_bytes(rubbish)
    assert told(folder) == expected(folder, "SourceFileLoader")
    assert told(folder) == expected(folder, "Bundle")


def test_a_bundle_whose_end_was_lost_in_a_power_cut_hurts_nobody(folder: Path) -> None:
    told(folder)
    (kept,) = bundles(folder)
    data = kept.read_bytes()
    kept.write_bytes(data[: len(data) // 2] + bytes(len(data) - len(data) // 2))
    lost = told(folder)
    kept.write_bytes(data[: len(data) // 2])
    assert lost[1:] == told(folder)[1:] == expected(folder, "Bundle")[1:]
    assert kept.stat().st_size == len(data), "what was lost is there again"


def test_what_python_has_compiled_and_cannot_be_read_any_more_ends_no_command(folder: Path) -> None:
    hurt = "import pathlib\nfor file in pathlib.Path('ssc_console/__pycache__').glob('timecode.*.pyc'):\n"
    hurt += "    file.write_bytes(file.read_bytes()[:40])\nbundle.keep()"
    assert told(folder, tell=TOLD.replace("bundle.keep()", hurt)) == expected(folder, "SourceFileLoader")


@pytest.mark.parametrize("place", [0.2, 0.5, 0.9])
def test_code_in_which_a_bit_is_wrong_is_never_run(folder: Path, place: float) -> None:
    told(folder)
    (kept,) = bundles(folder)
    data = bytearray(kept.read_bytes())
    step = len(data) // 997
    for at in range(int(len(data) * place), int(len(data) * (place + 0.1)), step):
        data[at] ^= 4
    kept.write_bytes(data)
    assert told(folder)[1:] == expected(folder, "Bundle")[1:]
    assert told(folder) == expected(folder, "Bundle")


def test_a_table_of_contents_in_which_a_bit_is_wrong_counts_for_nothing(folder: Path) -> None:
    told(folder)
    (kept,) = bundles(folder)
    data = bytearray(kept.read_bytes())
    data[200] ^= 1
    kept.write_bytes(data)
    assert told(folder) == expected(folder, "SourceFileLoader")
    assert told(folder) == expected(folder, "Bundle")


def test_what_was_lost_of_a_bundle_is_kept_anew(folder: Path) -> None:
    told(folder)
    (kept,) = bundles(folder)
    data = kept.read_bytes()
    codes = 12 + int.from_bytes(data[:4], "big")
    kept.write_bytes(data[:codes])
    assert told(folder) == expected(folder, "SourceFileLoader")
    assert told(folder) == expected(folder, "Bundle")
    assert kept.stat().st_size >= len(data) // 2


def test_what_a_console_that_was_killed_had_begun_to_write_is_removed(folder: Path) -> None:
    told(folder)
    (kept,) = bundles(folder)
    stray, busy = (kept.with_name(f"{kept.name}.{pid}") for pid in (111, 222))
    for each in (stray, busy):
        each.write_bytes(b"half")
    os.utime(stray, (0, 0))
    kept.unlink()
    told(folder)
    assert [each.exists() for each in (kept, stray, busy)] == [True, False, True]


def test_modules_that_were_moved_tell_of_the_place_where_they_are(folder: Path) -> None:
    told(folder)
    moved = folder.rename(folder.with_name("second"))
    assert told(moved) == expected(moved, "SourceFileLoader")


def test_nothing_is_kept_where_python_may_keep_nothing(folder: Path) -> None:
    told(folder, "-B")
    assert not bundles(folder)
    told(folder, "-O")
    assert not bundles(folder)


def test_a_bundle_that_cannot_be_written_is_done_without(folder: Path) -> None:
    told(folder)
    (kept,) = bundles(folder)
    kept.unlink()
    kept.mkdir()
    assert told(folder) == expected(folder, "SourceFileLoader")
    assert list(kept.parent.glob(f"{kept.name}*")) == [kept]


OF_A_TEXT = """
import builtins, sys
from ssc_console.startup.bundle import Bundle, compiled
bundle = Bundle()
bundle.install()
anew, compiling = [], builtins.compile
builtins.compile = lambda text, *rest, **more: anew.append(text) or compiling(text, *rest, **more)
code = compiled({text!r}, "<a text>")
builtins.compile = compiling
import tomllib
bundle.keep()
found = dict()
exec(code, found)
print()
print(found["x"], len(anew))
print(code.co_filename)
"""


def test_a_text_is_compiled_once_for_all_starts(folder: Path) -> None:
    tell = OF_A_TEXT.format(text="x = 1")
    assert [told(folder, tell=tell) for _ in range(2)] == [["1 1", "<a text>"], ["1 0", "<a text>"]]


def test_a_text_that_is_another_counts_at_once(folder: Path) -> None:
    first, second = OF_A_TEXT.format(text="x = 1"), OF_A_TEXT.format(text="x = 2")
    assert [told(folder, tell=tell)[0] for tell in (first, second, second)] == ["1 1", "2 1", "2 0"]


def test_a_text_whose_code_was_damaged_is_compiled_anew(folder: Path) -> None:
    tell = OF_A_TEXT.format(text="x = 1")
    told(folder, tell=tell)
    (kept,) = bundles(folder)
    data = kept.read_bytes()
    codes = 12 + int.from_bytes(data[:4], "big")
    kept.write_bytes(data[:codes] + bytes(len(data) - codes))
    assert [told(folder, tell=tell)[0] for _ in range(2)] == ["1 1", "1 0"]
