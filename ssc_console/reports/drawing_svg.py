"""A picture of a page as an SVG document: plain shapes and texts with attributes of their own."""

from html import escape

from ssc_console.page import Anchor, Bar, Drawing, Mark, Stroke, Words

FONT = "Inter Console"
"""Where it is known, as on paper; a page on the web says its own."""


def svg(drawing: Drawing) -> str:
    """The picture as browsers and printers draw it."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawing.wide} {drawing.high}" role="img" '
        f'font-family="{FONT}"><title>{escape(drawing.says)}</title>'
    )
    return f"{head}{''.join(map(_mark, drawing.marks))}</svg>"


def _mark(mark: Mark) -> str:
    match mark:
        case Bar():
            opacity = f' fill-opacity="{mark.opacity}"' if mark.opacity != 1 else ""
            size = f'width="{mark.wide}" height="{mark.high}"'
            return f'<rect x="{mark.x}" y="{mark.y}" {size} fill="{mark.ink}"{opacity}/>'
        case Stroke():
            ends = f'x1="{mark.x}" y1="{mark.top}" x2="{mark.x}" y2="{mark.bottom}"'
            return f'<line {ends} stroke="{mark.ink}" stroke-width="{mark.wide}"/>'
        case Words():
            anchor = f' text-anchor="{mark.anchor}"' if mark.anchor is not Anchor.START else ""
            weight = ' font-weight="600"' if mark.strong else ""
            place = f'x="{mark.x}" y="{mark.y}" font-size="{mark.size}"'
            return f'<text {place} fill="{mark.ink}"{anchor}{weight}>{escape(mark.text)}</text>'
