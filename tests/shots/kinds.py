"""What a picture can be of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

PAGES = (
    "home",
    "old",
    "unpublished",
    "unsure",
    "low",
    "typing",
    "place",
    "week",
    "conversation",
    "waiting",
    "stopped",
    "sheet",
    "reply",
    "unreachable",
    "countdown",
)
SIZES = ("landscape", "portrait", "five to four", "small")
THEMES = ("light", "dark", "contrast")
LANGUAGES = ("en", "es", "fr", "zh", "ar")
TEXTS = ("1.0", "1.5", "2.0")
KINDS: Mapping[str, Sequence[str]] = {
    "page": PAGES,
    "language": LANGUAGES,
    "theme": THEMES,
    "text": TEXTS,
    "size": SIZES,
}


@dataclass(frozen=True, slots=True)
class Kind:
    """One picture."""

    page: str
    language: str
    theme: str
    text: str
    size: str

    def __str__(self) -> str:
        return f"{self.page} {self.size} {self.theme} {self.language} ×{self.text}"  # noqa: RUF001  a factor


def kinds_of(wanted: Mapping[str, Sequence[str] | None]) -> list[Kind]:
    """Every picture of those kinds; of all where nothing is said."""
    return [Kind(*chosen) for chosen in product(*(wanted[name] or KINDS[name] for name in KINDS))]
