"""The settings' file, in TOML: read with every mistake told, and changed line by line, so that comments stay.

TOML because Python reads it without help, `no` is no boolean in it, and a mistake has its line. It is written
by hand: a setting is a line, and only the line that must change does.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ssc_console.settings.values import KEYS, SETTINGS, BadSetting, Setting, Settings, keys_of
from ssc_console.show.value import replace, value

NAME = "settings.toml"
LARGEST = 256 * 1024
"""Bytes: more is no settings."""

_HEAD = "# Settings of SSC Console. Saved changes count at once. Delete a line, and its default counts.\n"


@value
class Read:
    """What came of reading the file.

    Attributes:
        problems: What could not be used, each a sentence.
        rubbish: It can't be read at all: nothing in it was used.
        is_there: There is a file.
    """

    settings: Settings
    problems: tuple[str, ...] = ()
    rubbish: bool = False
    is_there: bool = True


def settings_file() -> Path:
    """Where it is: in the user's folder for what programs are told."""
    from platformdirs import user_config_path

    return user_config_path("ssc-console", appauthor=False) / NAME


def read(path: Path) -> Read:
    """The settings; what is missing or wrong there is as by default. Never raises."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            return Read(Settings(), (f"{NAME} is far too large.",), rubbish=True)
        return _read(_parsed(data.decode("utf-8-sig")))
    except FileNotFoundError:
        return Read(Settings(), is_there=False)
    except UnicodeDecodeError:
        return Read(Settings(), (f"{NAME} is not UTF-8 text.",), rubbish=True)
    except OSError as why:
        return Read(Settings(), (f"{NAME} can't be read: {why.strerror}.",))
    except ValueError as why:
        return Read(Settings(), (f"{NAME} can't be understood: {why}.",), rubbish=True)


def _parsed(text: str) -> dict[str, Any]:
    import tomllib  # most people have no such file, and its patterns take 2 ms of each start

    return tomllib.loads(text)


def _read(given: Mapping[str, Any]) -> Read:
    chosen: dict[str, Any] = {}
    problems = list(_unknown(given))
    for each in SETTINGS:
        section = given.get(each.section)
        if not isinstance(section, dict) or each.key not in section:
            continue
        try:
            chosen[each.name] = each.check(section[each.key])
        except BadSetting as why:
            problems.append(f"{NAME}: {each.key} in [{each.section}] is not used: {why}.")
    keys = given.get(KEYS)
    if isinstance(keys, dict):
        chosen["keys"] = {}
        for name, own in keys.items():
            try:
                chosen["keys"][name] = keys_of(own)
            except BadSetting as why:
                problems.append(f"{NAME}: “{name}” in [{KEYS}] is not used: {why}.")
    return Read(Settings(**chosen), tuple(problems))


def _unknown(given: Mapping[str, Any]) -> list[str]:
    known: dict[str, set[str]] = {}
    for each in SETTINGS:
        known.setdefault(each.section, set()).add(each.key)
    found = []
    for name, section in given.items():
        if name == KEYS and isinstance(section, dict):
            continue
        if name not in known or not isinstance(section, dict):
            found.append(f"{NAME}: there is no section [{name}].")
            continue
        found += [f"{NAME}: there is no {key} in [{name}]." for key in section if key not in known[name]]
    return found


def set_aside(path: Path) -> Path:
    """Put a file that can't be used under another name; where it is now.

    Raises:
        OSError: It can't be renamed.
    """
    number = 1
    while (aside := path.with_name(f"{path.name}.bad-{number}")).exists():
        number += 1
    path.rename(aside)
    return aside


def write(path: Path, before: Settings, after: Settings) -> None:
    """Write what is different; a file that is not there is written whole. For the user's eyes alone (0600).

    Raises:
        OSError: It can't be written.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        text, before = _whole(Settings()), Settings()
    for each in SETTINGS:
        own = getattr(after, each.name)
        if own != getattr(before, each.name):
            text = _with(text, each.section, each.key, _toml(own), each)
    for name in sorted({*before.keys, *after.keys}):
        if before.keys.get(name) != after.keys.get(name):
            own = after.keys.get(name)
            text = _with(text, KEYS, _name(name), None if own is None else _toml(own))
    _save(path, text if _says(text, after) else _whole(after))


def _says(text: str, settings: Settings) -> bool:
    """Whether the text comes to these: a person may write in ways that a change of a line does not meet."""
    try:
        return _read(_parsed(text)).settings == settings
    except ValueError:
        return False


def _whole(settings: Settings) -> str:
    """The file as we write it."""
    lines, section = [_HEAD], ""
    for each in SETTINGS:
        if each.section != section:
            section = each.section
            lines.append(f"\n[{section}]\n")
        lines.append(f"{each.key} = {_toml(getattr(settings, each.name))}  # {each.about}\n")
    lines.append(f'\n[{KEYS}]  # instead of the usual ones: hold = ["F8"]\n')
    lines += [f"{_name(name)} = {_toml(own)}\n" for name, own in sorted(settings.keys.items())]
    return "".join(lines)


def _with(text: str, section: str, key: str, own: str | None, about: Setting | None = None) -> str:
    """The text with that line as it is to be; None: without it."""
    lines = text.splitlines(keepends=True)
    head = re.compile(rf"\s*\[\s*{re.escape(section)}\s*\]")
    line = re.compile(
        rf"(\s*{re.escape(key)}\s*=\s*)((?:\"(?:[^\"\\]|\\.)*\"|'[^']*'|\[[^\]]*\]|[^#\n\"'])*?)(\s*(?:#.*)?)\n?$"
    )
    start = next((place for place, each in enumerate(lines) if head.match(each)), None)
    if start is None:
        if own is None:
            return text
        end = "" if not text or text.endswith("\n") else "\n"
        return f"{text}{end}\n[{section}]\n{key} = {own}\n"
    for place in range(start + 1, len(lines)):
        if re.match(r"\s*\[", lines[place]):
            break
        found = line.match(lines[place])
        if found:
            lines[place] = "" if own is None else f"{found[1]}{own}{found[3]}\n"
            return "".join(lines)
    if own is not None:
        if not lines[start].endswith("\n"):
            lines[start] += "\n"
        comment = "" if about is None else f"  # {about.about}"
        lines.insert(start + 1, f"{key} = {own}{comment}\n")
    return "".join(lines)


def _toml(own: Any) -> str:
    if isinstance(own, bool):
        return "true" if own else "false"
    if isinstance(own, int):
        return str(own)
    if isinstance(own, tuple):
        return f"[{', '.join(map(_toml, own))}]"
    return '"' + "".join(_ESCAPED.get(each, each) for each in own) + '"'


_ESCAPED = {'"': '\\"', "\\": "\\\\"}


def _name(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _toml(name)


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.new")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        os.chmod(beside, 0o600)
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)


def changed(settings: Settings, name: str, own: Any) -> Settings:
    """The settings with another value of one."""
    return replace(settings, **{name: own})
