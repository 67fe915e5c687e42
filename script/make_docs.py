"""Makes the tables of docs/ from the tables of the code. With --check it only says whether they agree."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import get_args

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from ssc_console.agenda.page import actions_page, codes_page, fields_page  # noqa: E402
from ssc_console.desk.keys import KEYS, printed  # noqa: E402
from ssc_console.records import type_name  # noqa: E402
from ssc_console.show.events import Fact  # noqa: E402
from ssc_console.show.figures import Status  # noqa: E402
from ssc_console.show.table import TABLE  # noqa: E402
from ssc_console.show.value import fields  # noqa: E402

_PART = re.compile(r"(<!-- made by script/make_docs\.py: ([a-z ]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def commands() -> str:
    """Commands × states."""
    head = ["command", *(status.value.replace("_", " ") for status in Status), "what it does"]
    rows = [
        [rule.name, *("✓" if status in rule.fits else "" for status in Status), rule.effect]
        for rule in TABLE.values()
    ]
    return _table(head, rows)


def keys() -> str:
    """The keys of the desk."""
    rows = [
        [
            key.group.value,
            key.words,
            " or ".join(dict.fromkeys(map(printed, key.keys))),
            f"`{key.wish.value}`",
        ]
        for key in KEYS
    ]
    return _table(["", "what", "key", "in the settings"], rows)


def event_types() -> str:
    """The types of events with their own fields."""
    rows = []
    for fact in get_args(Fact):
        meaning = (fact.__doc__ or "").split("\n")[0]
        own = ", ".join(f"`{each.name}`" for each in fields(fact))
        rows.append([f"`{type_name(fact)}`", own, meaning])
    return (
        _table(["type", "fields", "meaning"], rows) + "\nA field that is a span has `_ms` after its name.\n"
    )


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


PARTS: dict[str, Callable[[], str]] = {
    "commands": commands,
    "keys": keys,
    "event types": event_types,
    "agenda fields": fields_page,
    "agenda problems": codes_page,
    "actions": actions_page,
}


def made(text: str) -> str:
    """A page with its tables made anew."""
    return _PART.sub(lambda found: f"{found[1]}\n{PARTS[found[2]]()}\n{found[3]}", text)


def main() -> int:
    """Make the pages, or check them; 1 if one does not agree."""
    status = 0
    for page in sorted((ROOT / "docs").glob("*.md")):
        text = page.read_text(encoding="utf-8")
        if made(text) == text:
            continue
        if "--check" in sys.argv[1:]:
            print(f"{page.name} is not what the code says: run script/make_docs.py")
            status = 1
        else:
            page.write_text(made(text), encoding="utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main())
