"""What patrons ask, for measuring: all of it can be answered from the cache."""

from itertools import cycle, islice

SYNCED = "2026-12-01T16:00:00-05:00"
EVENING = "2026-12-01T19:30:00-05:00"
QUESTIONS = (
    "when does the main library close tonight",
    "is the law library open on Sunday",
    "which libraries are open now",
    "what are the hours of the music library this week",
    "where is the makerspace",
    "phone number of the science library",
    "when does special collections open next",
    "is the main library open on December 25",
    "hours tomorrow",
    "is the science library open at 9 pm on Saturday",
)


def batch_of(count: int) -> list[str]:
    """So many of them, from the first on and round again."""
    return list(islice(cycle(QUESTIONS), count))
