"""Terms as simple as can be: the words, in small letters."""

import re


class PlainTerms:
    """Implements ``store.knowledge.Terms``.

    Args:
        version: As if another version of the program made them.
    """

    def __init__(self, version: str = "1") -> None:
        self.version = version

    def of(self, text: str, language: str) -> list[str]:
        """The words of the text; in a second version each with its number."""
        assert language
        words = re.findall("[^\\W_]+", text.lower())
        return words if self.version == "1" else [f"{word}{self.version}" for word in words]
