"""OBS: told what the show wants of it, and asked how it stands, over its own obs-websocket 5."""
