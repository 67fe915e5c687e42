"""What the show looks like at an instant: every figure, worked out once.

`Snapshot` is a pure question put to a state: it never settles, and asking twice gives the same answer.
What belongs to a segment or a cue is worked out when it is asked for, so a screen pays for what it shows.
"""
