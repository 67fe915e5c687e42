"""SSC Console: a run-of-show console for live events."""

__version__ = "0.1.0"
