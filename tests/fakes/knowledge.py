"""A library's knowledge that knows its own questions, word for word, and nothing like them."""

from collections.abc import Sequence
from datetime import date

from kiosk.assistant.knowledge import Found, Match
from kiosk.assistant.words import folded
from kiosk.core.knowledge import Entry, Link

PRINT_COST = Entry(
    "print-cost",
    "en",
    "How much does printing cost?",
    "A page costs **10 cents**, in colour **50 cents**.",
    also=("price of printing",),
    links=(Link("Printing", "https://library.example/print"),),
    source="Library handbook",
)
PRINT_COST_ES = Entry(
    "print-cost", "es", "¿Cuánto cuesta imprimir?", "Una página cuesta **10 centavos**."
)
RENEW = Entry(
    "renew", "en", "How do I renew a book?", "Sign in to *My account* and choose **Renew**."
)
WORKSHOP = Entry(
    "workshop",
    "en",
    "Is there a workshop about citing?",
    "Yes, on Mondays at 3 pm, in the room on the third floor.",
)
QUIET = Entry(
    "quiet-study",
    "en",
    "Where is it quiet?",
    "Try the reading room. Phones stay silent there.",
    valid_until=date(2026, 12, 31),
)
SOME = (PRINT_COST, PRINT_COST_ES, RENEW, WORKSHOP, QUIET)


class KnownQuestions:
    """Sure of a question that is an entry's own; near one that shares a longer word with it."""

    def __init__(self, entries: Sequence[Entry] = SOME) -> None:
        self.entries = tuple(entries)
        self.asked: list[str] = []

    def find(self, question: str, *, language: str, day: date, most: int = 3) -> Found:
        self.asked.append(question)
        valid = [each for each in self.entries if each.is_valid(day) and each.language == language]
        for entry in valid:
            if _bare(question) in {_bare(words) for words in (entry.question, *entry.also)}:
                return Found((Match(entry, 1.0),), sure=True)
        near = [each for each in valid if _longer(question) & _longer(each.question)]
        return Found(tuple(Match(each, 0.4) for each in near[:most]))

    def version(self) -> str:
        return str(hash(self.entries))

    def get(self, entry_id: str, language: str) -> Entry | None:
        """An entry in that language, else in one that it is written in."""
        same = [each for each in self.entries if each.id == entry_id]
        spoken = [each for each in same if each.language == language]
        return next(iter([*spoken, *same]), None)

    def all(self) -> tuple[Entry, ...]:
        """Every entry."""
        return self.entries


def _bare(text: str) -> str:
    return "".join(letter for letter in folded(text) if letter.isalnum())


def _longer(text: str) -> set[str]:
    bare = {word.strip("?¿.") for word in folded(text).split()} - {"where", "there", "about"}
    return {word for word in bare if len(word) > len("book")}
