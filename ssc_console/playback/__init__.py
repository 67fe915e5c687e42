"""The process of the programme: its window, and the player of its videos.

It is a process of its own, so that no video, however large or broken, can hold up the desk or end it. It is
told how the programme is to be, and tells what the player really does; started anew it is right at once.
"""
