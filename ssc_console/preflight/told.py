"""The items of a check as text for a terminal and as JSON."""

from collections.abc import Sequence
from typing import Any

from ssc_console.preflight.item import Item, Verdict, record

_MARKS = {Verdict.GOOD: "✓", Verdict.WARNING: "▲", Verdict.BAD: "✕", Verdict.ASKS: "?"}


def told_text(items: Sequence[Item]) -> str:
    """A line an item, and below it what to do; then what it all comes to."""
    wide = max((len(item.what) for item in items), default=0)
    lines = []
    for item in items:
        lines.append(f"{_MARKS[item.verdict]} {item.what:{wide}}  {item.words}".rstrip())
        if item.what_to_do:
            lines.append(f"  → {item.what_to_do}")
    return "\n".join([*lines, "", summary(items), ""])


def summary(items: Sequence[Item]) -> str:
    """What it all comes to, in one sentence."""
    counted = {verdict: sum(item.verdict is verdict for item in items) for verdict in Verdict}
    words = {
        Verdict.BAD: "wrong",
        Verdict.WARNING: "to look at",
        Verdict.ASKS: "to confirm",
    }
    parts = [f"{counted[verdict]} {word}" for verdict, word in words.items() if counted[verdict]]
    return f"{', '.join(parts).capitalize()}." if parts else "All is well."


def told_json(items: Sequence[Item], event: str) -> dict[str, Any]:
    """As docs/interfaces.md has it."""
    return {"version": 1, "event": event, "items": [record(item) for item in items]}
