"""What the audience sees: the sheet that says it, and the picture that is painted from it."""
