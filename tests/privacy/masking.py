"""The program's own masking, of a visit that has just begun."""

from kiosk.assistant.privacy import Masking


def masked_alone(text: str) -> str:
    """The text as it would leave the terminal as the first line of a visit."""
    return Masking().mask(text)
