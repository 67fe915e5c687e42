"""The wheel holds all that the console needs, and the archive of the sources builds the same wheel."""

import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

import ssc_console
from ssc_console.resources import default_agenda, resource

ROOT = Path(__file__).parent.parent


def _build(target: str, source: Path, out: Path) -> Path:
    """Build a wheel or an sdist with the backend that is installed: nothing is fetched."""
    program = f"import sys, hatchling.build as b; print(b.build_{target}(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", program, str(out)], cwd=source, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return out / done.stdout.split()[-1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


def _names(wheel: Path) -> set[str]:
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


def _files_of(folder: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--", folder], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode == 0:
        return [ROOT / line for line in listed.stdout.splitlines()]
    return [path for path in (ROOT / folder).rglob("*") if path.is_file()]


def test_every_resource_and_the_agenda_that_ships_are_in_the_wheel(wheel: Path) -> None:
    wanted = {
        f"ssc_console/data/{file.relative_to(ROOT).as_posix()}"
        for file in [*_files_of("resources"), ROOT / "agenda.yaml"]
    }
    assert wanted - _names(wheel) == set()


def test_every_module_is_in_the_wheel_and_nothing_but_the_package(wheel: Path) -> None:
    names = _names(wheel)
    assert {file.relative_to(ROOT).as_posix() for file in _files_of("ssc_console")} - names == set()
    assert {name.split("/")[0] for name in names} == {
        "ssc_console",
        f"ssc_console-{ssc_console.__version__}.dist-info",
    }


def test_the_wheel_gives_a_command_and_the_licences(wheel: Path) -> None:
    info = f"ssc_console-{ssc_console.__version__}.dist-info"
    with ZipFile(wheel) as archive:
        assert "ssc-console = ssc_console.__main__:main" in archive.read(f"{info}/entry_points.txt").decode()
    assert {f"{info}/licenses/LICENSE", f"{info}/licenses/resources/fonts/LICENSE.txt"} <= _names(wheel)


def test_the_archive_of_the_sources_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    sources = _build("sdist", ROOT, tmp_path)
    with tarfile.open(sources) as archive:
        if hasattr(tarfile, "data_filter"):  # Debian 12's Python 3.11.2 has none
            archive.extraction_filter = tarfile.data_filter
        archive.extractall(tmp_path)
    again = _build("wheel", tmp_path / sources.name.removesuffix(".tar.gz"), tmp_path / "again")
    assert _names(again) == _names(wheel)


def test_resources_are_found_in_the_checkout() -> None:
    assert Path(resource("fonts/LICENSE.txt")).is_file()
    assert Path(default_agenda()) == ROOT / "agenda.yaml"


def test_an_installed_console_finds_what_ships_with_it(wheel: Path, tmp_path: Path) -> None:
    with ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    program = (
        "from os.path import isfile; from ssc_console import resources as r;"
        "print(isfile(r.resource('fonts/LICENSE.txt')), isfile(r.default_agenda()), r.__file__)"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True", "True", str(tmp_path / "ssc_console/resources.py")]


def test_every_dependency_is_pinned_exactly() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    assert [each for each in wanted if "==" not in each] == []
