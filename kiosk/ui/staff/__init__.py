"""The way out for staff: a hidden corner, a PIN, and a sheet with what they can do.

It stands on the window's event filter and is drawn by hand, so that it also works where the page
that patrons see does not: over the whole screen and over the safe page alike.
"""
