"""What `kiosk settings` prints: every setting, its value, and where the value came from."""

from collections.abc import Iterator

from kiosk.app.configuration import Configuration
from kiosk.core.secret import Secret
from kiosk.core.settings import table


def lines(configuration: Configuration) -> Iterator[str]:
    """One line a setting, aligned for reading; a secret is only said to be there."""
    rows = [
        (name, shown(value), configuration.origins[name])
        for name, _, value in table(configuration.settings)
    ]
    names = max(len(name) for name, _, _ in rows)
    values = max(len(value) for _, value, _ in rows)
    for name, value, origin in rows:
        yield f"{name:<{names}}  {value:<{values}}  {origin}"


def shown(value: object) -> str:
    """A value as an administrator would write it."""
    match value:
        case Secret():
            return "(set)" if value else "(not set)"
        case bool():
            return "true" if value else "false"
        case None | "" | ():
            return "(empty)"
        case tuple():
            return ",".join(str(item) for item in value)
        case float():
            return f"{value:g}"
        case _:
            return str(value)
