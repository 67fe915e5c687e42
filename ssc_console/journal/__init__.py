"""Every run, kept on disk as it happens: its events are the show, and are all that is needed to have it again."""
