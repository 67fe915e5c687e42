"""Outputs: what a cue does to the world outside of the console. None knows another; none stops the show."""
