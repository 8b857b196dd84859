"""When Python's garbage collector looks through the UI process.

What is read at the start stays: modules, the library's content, and the words of all languages, a
third of a million objects with next to no garbage among them. A collection goes through all of
them with Python's lock in its hand, so the screen stood still for up to 0.4 s, several times.
"""

import gc


def look_away() -> None:
    """Nothing is collected while the program reads what stays."""
    gc.disable()


def look_at_what_comes() -> None:
    """All that is there stays; collect among what comes after it."""
    gc.freeze()
    gc.enable()


def look_again() -> None:
    """The screen is gone: collect as everywhere."""
    gc.enable()
