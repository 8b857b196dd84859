"""Ordinary good sentences, and how many of them are shown."""

import tomllib
from pathlib import Path
from typing import Any

from kiosk.assistant.grounding import Grounds, Judge, Verdict
from kiosk.core.knowledge import Entry

LANGUAGES = ("en", "es", "fr", "zh", "ar")


def read_harmless() -> dict[str, list[str]]:
    """The good sentences, by language."""
    good: dict[str, list[str]] = _file()["good"]
    return {tag: good[tag] for tag in LANGUAGES}


def known() -> tuple[Entry, ...]:
    """What the library's knowledge told of, in each language."""
    return tuple(
        Entry(f"{tag}-{number}", tag, "", text)
        for tag, texts in _file()["known"].items()
        for number, text in enumerate(texts)
    )


def withheld(judge: Judge) -> dict[str, list[str]]:
    """The good sentences that a judge does not let through, by language."""
    grounds = Grounds(tuple(map(judge.lesson, known())))
    return {
        tag: [each for each in good if judge.verdict(each, grounds) is not Verdict.FINE]
        for tag, good in read_harmless().items()
    }


def _file() -> dict[str, Any]:
    path = Path(__file__).with_name("harmless.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
