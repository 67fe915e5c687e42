"""agenda.yaml to a rundown, with every problem's line: what comes of it. `loading` is what reads one."""

from ssc_console.agenda.loaded import Loaded
from ssc_console.agenda.problems import CATALOGUE, Problem, Severity, in_words, render

__all__ = ["CATALOGUE", "Loaded", "Problem", "Severity", "in_words", "render"]
