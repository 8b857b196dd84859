"""The PIN of the staff, kept as an argon2id hash."""

from kiosk.core.errors import UsageError
from kiosk.core.secret import Secret

FEWEST_DIGITS = 6
MOST_DIGITS = 12
HASH_BEGINS = "$argon2id$"
_RUN = "01234567890123456789"


def checked_pin(text: str) -> Secret:
    """A PIN that can be typed on the pad and is not the first that anybody would try.

    Raises:
        UsageError: it is not, and why.
    """
    if not (text.isascii() and text.isdecimal() and FEWEST_DIGITS <= len(text) <= MOST_DIGITS):
        raise UsageError(f"A PIN is {FEWEST_DIGITS} to {MOST_DIGITS} digits, and nothing else.")
    if len(set(text)) == 1 or text in _RUN or text in _RUN[::-1]:
        raise UsageError("That PIN is among the first that anybody would try; choose another.")
    return Secret(text)


def hash_of(pin: Secret) -> Secret:
    """What is kept of it."""
    # Loaded late: it costs time that no other command needs to spend.
    from argon2 import PasswordHasher  # noqa: PLC0415  the reason above

    return Secret(PasswordHasher().hash(pin.reveal()))


def is_right(pin_hash: Secret, typed: str) -> bool:
    """Whether it is the PIN. Takes a moment and much memory, on purpose: never on the UI thread."""
    from argon2 import PasswordHasher  # noqa: PLC0415  as above
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415  as above

    try:
        return PasswordHasher().verify(pin_hash.reveal(), typed)
    except (VerificationError, InvalidHashError):
        return False
