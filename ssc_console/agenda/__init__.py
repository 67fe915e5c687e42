"""agenda.yaml to a rundown, with every problem's line: `load`, and what it gives."""

from ssc_console.agenda.loading import Loaded, load, parse
from ssc_console.agenda.problems import CATALOGUE, Problem, Severity, in_words, render

__all__ = ["CATALOGUE", "Loaded", "Problem", "Severity", "in_words", "load", "parse", "render"]
