"""Screens that are not the desk: the speaker display, and the programme."""
