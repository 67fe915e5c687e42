"""The check before the show: what is there, what is missing, and what to do about it.

`items` and the modules of single sources need no Qt; what does (`decode`, `pictures`, `scripts`) is not
loaded by the console: it runs in a process of its own (`python -m ssc_console.preflight`).
"""
