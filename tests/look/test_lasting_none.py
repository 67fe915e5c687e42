import sys

from PySide6.QtGui import QFont

import ssc_console.look


def test_a_long_show_does_not_use_up_none() -> None:
    assert ssc_console.look
    font = QFont()
    for _ in range(20_000):
        font.setPixelSize(20)
    assert sys.getrefcount(None) > 100_000
