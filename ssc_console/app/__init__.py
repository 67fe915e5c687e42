"""Puts the parts together for a mode: a clock, what is shown, a journal, the desk. Alone knows them all.

A file for each mode, of which a command loads its own: `live` (and looking on at another console's show),
`rehearsal`, `replay`, and `check`, which opens no desk. What they share is in `parts`.
"""

import ssc_console.startup.qt  # noqa: F401 - before the first of Qt, whichever mode it is
