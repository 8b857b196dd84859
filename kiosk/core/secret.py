"""A secret that does not print itself."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Secret:
    """A key, token or password on its way from the keyring to the one call that needs it.

    Neither ``str`` nor ``repr`` shows it, so it cannot slip into a log line or a traceback;
    only ``reveal`` gives it out.
    """

    _value: str = field(repr=False)

    def __str__(self) -> str:
        return "(secret)"

    def __bool__(self) -> bool:
        return bool(self._value)

    def reveal(self) -> str:
        """The secret itself. Call it only where it leaves for its owner."""
        return self._value
