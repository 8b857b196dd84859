"""Ordinary good sentences, and how many of them are shown."""

import tomllib
from pathlib import Path

from kiosk.assistant.grounding import Grounds, Judge, Verdict

LANGUAGES = ("en", "es", "fr", "zh", "ar")


def read_harmless() -> tuple[str, dict[str, list[str]]]:
    """What the library's knowledge told, and the sentences by language."""
    path = Path(__file__).with_name("harmless.toml")
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    return "\n".join(found["known"]), {tag: found[tag] for tag in LANGUAGES}


def withheld(judge: Judge) -> dict[str, list[str]]:
    """The good sentences that a judge does not let through, by language."""
    known, sentences = read_harmless()
    grounds = Grounds(judge.told(known, ()))
    return {
        tag: [each for each in good if judge.verdict(each, grounds) is not Verdict.FINE]
        for tag, good in sentences.items()
    }
