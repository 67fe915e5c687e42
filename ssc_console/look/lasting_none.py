"""Keeps Python 3.11 alive under PySide 6.12, whose QtGui methods give back one None too many.

Every call of a QtGui method that returns nothing (QPainter.setPen, QFont.setPixelSize …) takes a reference
off None without having added it. From Python 3.12 on None is immortal and nothing happens; on 3.11 its
count runs out after some thousands of calls and the interpreter aborts ("none_dealloc: deallocating
None"): minutes into a show. 6.11.3 does not do it. A count that can't run out is immortal enough.
"""

import ctypes
import sys

_PLENTY = 1 << 60


def make_none_last() -> None:
    """Give None a reference count that no number of lost references uses up. Again does nothing."""
    if sys.version_info >= (3, 12) or sys.getrefcount(None) > _PLENTY // 2:
        return
    ctypes.c_ssize_t.from_address(id(None)).value += _PLENTY
