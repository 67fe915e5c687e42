"""Every run, kept on disk as it happens: its events are all that is needed to have the show again."""
