"""Loads Qt and leaves Python's imports as they were; to be imported before anything else of Qt.

PySide puts an `__import__` of its own in place of Python's. It reads the source of every module that comes
after it, to see whether it wants a `__feature__`. None of ours does, and a desk that opens imports 170.
"""

import builtins

_pythons = builtins.__import__
import PySide6.QtWidgets  # noqa: E402, F401 - between the two lines is all that it is for

builtins.__import__ = _pythons
