"""How long to wait before the next try."""

from random import Random

_MOST_DOUBLINGS = 64


def backoff_seconds(attempt: int, *, base: float, cap: float, random: Random) -> float:
    """Seconds to wait after the ``attempt``-th failure in a row (1 is the first).

    The longest wait doubles with each failure, from ``base`` up to ``cap``; the wait itself is
    anywhere between half of ``base`` and that, so that many terminals whose server comes back
    do not all knock in the same moment.
    """
    doublings = min(max(attempt - 1, 0), _MOST_DOUBLINGS)
    longest = min(cap, base * 2.0**doublings)
    return random.uniform(min(base / 2, longest), longest)
