"""Damage to a question: what fingers, other programs and the bored do to a line of text."""

from collections.abc import Callable
from random import Random

EMOJI = (
    "\U0001f4da",
    "\U0001f62d\U0001f62d",
    "\U0001f1fa\U0001f1f8",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
)
INVISIBLE = (
    "\u200b",
    "\u200d",
    "\ufeff",
    "\u00ad",
    "\u202e",
    "\u2066",
    "\x00",
    "\x1b[31m",
    "\t",
    "\u3000",
)
MARKS = (
    "?",
    "!!",
    "...",
    ",",
    ";",
    "\u00bf",
    "\u061f",
    "\uff1f",
    "\u3002",
    '"',
    "(",
    ")",
    "/",
    "&",
    "<b>",
    "%s",
    "{0}",
)
ACCENTS = ("\u0301", "\u0308", "\u0327", "\u064b", "\u0651", "\u0489")
EXTRAS = (
    "please",
    "2",
    "31",
    "9",
    "pm",
    "1984",
    "not",
    "and",
    "or",
    "tomorrow",
    "'; DROP TABLE hours;--",
)
LONGEST = 20_000

Damage = Callable[[str, Random], str]


def mistyped(question: str, random: Random) -> str:
    """The question with one to four mistakes in it."""
    for _ in range(random.choice((1, 1, 2, 2, 3, 4))):
        question = random.choice(DAMAGES)(question, random)
    return question[:LONGEST]


def _at(text: str, random: Random) -> int:
    return random.randint(0, len(text))


def _put(choice: tuple[str, ...]) -> Damage:
    def put(text: str, random: Random) -> str:
        at = _at(text, random)
        return text[:at] + random.choice(choice) + text[at:]

    return put


def _drop_letter(text: str, random: Random) -> str:
    at = _at(text, random)
    return text[:at] + text[at + 1 :]


def _double_letter(text: str, random: Random) -> str:
    at = _at(text, random)
    return text[:at] + text[at : at + 1] * random.choice((2, 2, 5)) + text[at + 1 :]


def _swap_letters(text: str, random: Random) -> str:
    at = _at(text, random)
    return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]


def _neighbour(text: str, random: Random) -> str:
    at = _at(text, random)
    return text[:at] + random.choice("qwertyuiopasdfghjklzxcvbnm ") + text[at + 1 :]


def _words(change: Callable[[list[str], Random], list[str]]) -> Damage:
    def damage(text: str, random: Random) -> str:
        words = text.split()
        return " ".join(change(words, random)) if words else text

    return damage


def _without_one(words: list[str], random: Random) -> list[str]:
    at = random.randrange(len(words))
    return words[:at] + words[at + 1 :]


def _with_one_twice(words: list[str], random: Random) -> list[str]:
    at = random.randrange(len(words))
    return words[:at] + [words[at]] * 2 + words[at + 1 :]


def _joined(words: list[str], random: Random) -> list[str]:
    at = random.randrange(len(words))
    return [*words[:at], "".join(words[at : at + 2]), *words[at + 2 :]]


def _shuffled(words: list[str], random: Random) -> list[str]:
    return random.sample(words, len(words))


def _with_extra(words: list[str], random: Random) -> list[str]:
    at = random.randint(0, len(words))
    return [*words[:at], random.choice(EXTRAS), *words[at:]]


def _other_case(text: str, random: Random) -> str:
    return random.choice((text.upper(), text.lower(), text.title(), text.swapcase()))


def _again_and_again(text: str, random: Random) -> str:
    return f"{text} " * random.choice((2, 3, 40, 400))


DAMAGES: tuple[Damage, ...] = (
    *(_drop_letter, _double_letter, _swap_letters, _neighbour, _neighbour),
    *(_put(EMOJI), _put(INVISIBLE), _put(MARKS), _put(ACCENTS), _other_case),
    *(_words(_without_one), _words(_with_one_twice), _words(_joined), _words(_shuffled)),
    *(_words(_with_extra), _words(_with_extra), _again_and_again),
)
