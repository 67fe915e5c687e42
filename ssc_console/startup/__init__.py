"""What makes a start short: of Python's work, and PySide's, what need not be done again or not yet is not.

Nothing here changes what the rest does, and the rest does not know of it: each part stands aside where the
Python or the PySide that it meets is another than those it was tried with.
"""
