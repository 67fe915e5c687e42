"""What every screen of ours looks like: palette, fonts, painted text, shapes, the big digits.

How to use it (desk and displays alike)::

    from ssc_console.look import theme, fonts
    from ssc_console.look.text import LEFT, Label, Style
    from ssc_console.look.digits import Digits

    fonts.install()                         # once, after the QApplication: Inter, or the system's sans
    look = theme.load("dark")               # a frozen Theme: look.background, look.text, look.amber …
    app.setPalette(theme.palette(look))

- Colours come from the `Theme` that a widget is given, never from literals. Text is `text`, `text_dim`
  or `text_faint` (all at least 4.5:1 on background, panel, sunken, raised and the *_fill grounds).
- Fonts are `fonts.font(pixels, weight)`: figures in them are tabular, so columns align and don't wobble.
- `Label` is one piece of text that elides, wraps or shrinks to a limit and then shows the whole text in
  a tooltip. For a widget that paints rows itself, `text.Block` is the same without a widget, and
  `text.line(painter, …)` is a single elided line.
- `shapes.draw(painter, Shape.CHECK, rect, colour)` for marks: a character such as ✓ may be missing from
  a font, and looking for one that has it costs start-up time.
- `paint.panel`, `paint.badge` for rounded grounds and word badges.
- Widgets here are opaque (they fill their own ground), compare before they repaint, and repaint only what
  changed: calling a setter with what is shown already costs nothing. Keep to that in `present`.
"""
