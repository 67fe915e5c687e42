"""The palette: every colour that a screen of ours may use, by what it means."""

import json

from PySide6.QtGui import QColor, QPalette

from ssc_console.resources import resource
from ssc_console.show.value import fields, value

NAMES = ("dark", "light", "contrast")
KEPT_AS = "desk/look"
"""Under this name the chosen one is remembered."""


@value(kw_only=True)
class Theme:
    """Colours by meaning. A `*_fill` is a ground, an `on_*` the ink for a strong ground of that colour.

    Attributes:
        background: Behind everything; `panel` lies on it, `sunken` heads a list, `raised` is a button.
        text: What is read; `text_dim` explains it; `text_faint` is past or a placeholder. All 4.5:1.
        accent: On air; `accent_fill` is the ground of its row.
        button: The large button, with its own ink.
        amber: Warning and standby. `red`: wrap-up, due, not fine. `red_strong`: an overrun's ground.
        violet: Rehearsal. `teal`: what is only looked at. `live`: the word LIVE, on `live_fill`.
        track: What a progress bar runs in; `done` and `coming` are blocks of the strip.
        focus: The ring around what has the keyboard.
    """

    name: str
    background: QColor
    panel: QColor
    sunken: QColor
    raised: QColor
    raised_hover: QColor
    line: QColor
    line_strong: QColor
    text: QColor
    text_dim: QColor
    text_faint: QColor
    accent: QColor
    accent_fill: QColor
    button: QColor
    button_hover: QColor
    button_line: QColor
    button_text: QColor
    button_dim: QColor
    amber: QColor
    amber_fill: QColor
    amber_line: QColor
    on_amber: QColor
    red: QColor
    red_fill: QColor
    red_strong: QColor
    on_red: QColor
    on_red_bright: QColor
    green: QColor
    green_fill: QColor
    on_green: QColor
    violet: QColor
    violet_fill: QColor
    violet_text: QColor
    teal: QColor
    teal_fill: QColor
    teal_text: QColor
    live: QColor
    live_fill: QColor
    track: QColor
    done: QColor
    coming: QColor
    focus: QColor


def load(name: str) -> Theme:
    """The theme of that name, from resources/theme.

    Raises:
        ValueError: There is no theme of that name, or its file lacks a colour.
    """
    if name not in NAMES:
        raise ValueError(f"there is no theme “{name}”: there are {', '.join(NAMES)}")
    with open(resource(f"theme/{name}.json"), encoding="utf-8") as file:
        raw = json.load(file)
    names = [field.name for field in fields(Theme) if field.name != "name"]
    if set(raw) != set(names):
        raise ValueError(
            f"theme {name}: missing or unknown colours: {', '.join(sorted(set(raw) ^ set(names)))}"
        )
    return Theme(name=name, **{key: QColor(raw[key]) for key in names})


def palette(theme: Theme) -> QPalette:
    """The theme for Qt's own widgets: menus, tooltips, fields."""
    made = QPalette()
    role = QPalette.ColorRole
    for colour, roles in (
        (theme.background, (role.Window,)),
        (theme.text, (role.WindowText, role.Text, role.ToolTipText, role.BrightText)),
        (theme.sunken, (role.Base,)),
        (theme.panel, (role.AlternateBase, role.ToolTipBase)),
        (theme.raised, (role.Button,)),
        (theme.text, (role.ButtonText,)),
        (theme.text_faint, (role.PlaceholderText,)),
        (theme.button, (role.Highlight, role.Accent)),
        (theme.button_text, (role.HighlightedText,)),
        (theme.accent, (role.Link,)),
        (theme.line, (role.Mid, role.Dark)),
        (theme.raised_hover, (role.Light, role.Midlight)),
    ):
        for one in roles:
            made.setColor(one, colour)
    disabled = QPalette.ColorGroup.Disabled
    for one in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(disabled, one, theme.text_faint)
    return made


def contrast(ink: QColor, ground: QColor) -> float:
    """The contrast ratio of two opaque colours, 1 to 21, as WCAG 2 defines it."""
    bright, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
