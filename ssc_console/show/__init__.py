"""The show itself: its rundown, its commands and events, its figures. Pure, standard library only."""
