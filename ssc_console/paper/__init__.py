"""The printing room: a page of a report as PDF on A4, by Qt's own means. Needs no display and no network."""

from ssc_console.paper.printing import printed

__all__ = ["printed"]
