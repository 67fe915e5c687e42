"""What is in a media file: how long it is, how large, whether it can be heard. No Qt.

`length` is what the agenda asks for `duration: media`.
"""

from ssc_console.media.facts import MediaFacts, Unusable, facts, length

__all__ = ["MediaFacts", "Unusable", "facts", "length"]
