"""Chance that is the same in every run."""

from random import Random


def seeded(seed: int = 1) -> Random:
    """A die that always falls the same way."""
    return Random(seed)  # noqa: S311  guards nothing
