"""What the programme is to show: whether its files and people are there, and nothing comes too soon."""

import os
from collections.abc import Iterator, Mapping

from ssc_console.agenda.media import missing_hint
from ssc_console.agenda.problems import Findings, quoted
from ssc_console.agenda.segment_check import check_line
from ssc_console.agenda.syntax import Node, SequenceNode
from ssc_console.agenda.tree import Entry
from ssc_console.show.actions import LAUNCH_STEPS, NotAnAction, Verb, parse
from ssc_console.show.rundown import Kind

_ONLY_FOR = {"roll": Kind.VIDEO, "at_end": Kind.VIDEO, "publication": Kind.LAUNCH}

_TOO_SOON = "This would show the cover of the publication before it is revealed"


def check_programme(
    found: Findings, segments: list[Entry], event: Entry, people: Mapping[str, Entry], folder: str
) -> None:
    """Notes what the programme could not show, and what it must not."""
    covers = _check_covers(found, segments, folder)
    for entry in segments:
        _check_keys(found, entry)
        fallback: Entry | None = entry.values.get("fallback")
        if fallback is not None and "picture" in fallback.values:
            _check_shown(found, fallback.nodes["picture"], fallback.values["picture"], folder, covers)
        media = entry.values.get("media")
        if media is not None and _place(folder, media) in covers:
            found.add("AG323", entry.nodes["media"], _TOO_SOON, "Write the file of the video")
    for entry in (event, *segments):
        for cue in entry.values.get("cues", ()):
            for node, words in _actions(cue):
                _check_action(found, node, words, entry, people, folder, covers)


def _check_covers(found: Findings, segments: list[Entry], folder: str) -> set[str]:
    """The places of all covers."""
    covers = set()
    for entry in segments:
        publication: Entry | None = entry.values.get("publication")
        if publication is not None and "cover" in publication.values:
            cover = publication.values["cover"]
            covers.add(_place(folder, cover))
            _check_picture(found, publication.nodes["cover"], cover, folder)
    return covers


def _check_keys(found: Findings, entry: Entry) -> None:
    kind = entry.values.get("kind", Kind.OTHER)
    for key, only in _ONLY_FOR.items():
        if entry.has(key) and kind is not only:
            hint = f"Write `kind: {only.value}`, or delete `{key}:`"
            found.add("AG324", entry.nodes[key], f"`{key}` means something only for a {only.value}", hint)


def _actions(cue: Entry) -> Iterator[tuple[Node, str]]:
    """What could be read of a cue's `do`, each with its place."""
    node = cue.nodes.get("do")
    if node is None or not cue.values.get("do"):
        return
    items = node.value if type(node) is SequenceNode else [node]
    words = cue.values["do"]
    places = items if len(items) == len(words) else [node] * len(words)
    yield from zip(places, words, strict=True)


def _check_action(
    found: Findings,
    node: Node,
    words: str,
    owner: Entry,
    people: Mapping[str, Entry],
    folder: str,
    covers: set[str],
) -> None:
    try:
        action = parse(words)
    except NotAnAction:
        return  # told when it was read
    if action.verb is Verb.LOWER_THIRD and action.about is not None and action.about not in people:
        hint = f"Add them to `people:`, under the key {quoted(action.about)}"
        found.add("AG401", node, f"{quoted(action.about)} is not among the people", hint)
    elif action.verb is Verb.PICTURE and action.about is not None:
        _check_shown(found, node, action.about, folder, covers)
    elif action.verb is Verb.MESSAGE:
        check_line(found, node, action.about or "")
    elif action.verb in LAUNCH_STEPS and not owner.has("publication"):
        message = f"{quoted(action.verb.value)} stands where nothing is launched"
        hint = "Move it to the cues of the `kind: launch` segment, and write its `publication:`"
        found.add("AG325", node, message, hint)


def _check_shown(found: Findings, node: Node, picture: str, folder: str, covers: set[str]) -> None:
    """Of a picture that is shown at any time."""
    if _place(folder, picture) in covers:
        found.add("AG323", node, _TOO_SOON, "Write `launch reveal`, in a cue of the launch")
    _check_picture(found, node, picture, folder)


def _check_picture(found: Findings, node: Node, picture: str, folder: str) -> None:
    if not os.path.isfile(os.path.join(folder, picture)):
        found.add("AG406", node, f"There is no picture {quoted(picture)}", missing_hint(picture, folder))


def _place(folder: str, file: str) -> str:
    return os.path.realpath(os.path.join(folder, file))
