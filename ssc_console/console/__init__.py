"""An open console: what is shown, the desk and its displays, the one timer, and what keeps it all safe."""
