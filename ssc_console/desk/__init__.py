"""The desk: the moderator's console. One widget a file, named as the moderator calls it."""
