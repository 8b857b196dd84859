"""Read ``resources/search/*.toml``: words that a search passes over, or takes for one another."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.core.errors import ContentError

_KEYS = {"stop", "phrases", "groups", "real", "elsewhere"}


@dataclass(frozen=True, slots=True)
class SearchWords:
    """What the search knows of a language, as written.

    Attributes:
        stop: Words that say nothing of what is wanted ("please", "the").
        phrases: Several words that are one, by that one: "check out" → "checkout". In Chinese the
            words of this field, which no space shows.
        groups: Words that stand for one another, each group by itself.
        real: Words that look like a typing mistake of ours and are none ("passport", "password").
        elsewhere: What is asked of others than a library ("renew my passport").
    """

    stop: tuple[str, ...] = ()
    phrases: Mapping[str, str] = field(default_factory=dict, hash=False)
    groups: tuple[tuple[str, ...], ...] = ()
    real: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()


def read_search_words(path: Path) -> SearchWords:
    """The words of one file; none where there is no such file.

    Raises:
        ContentError: the file has a mistake; the message names file and key.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return SearchWords()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ContentError(f"the search words {path} cannot be read: {error}") from error
    for unknown in values.keys() - _KEYS:
        raise ContentError(f"{path.name}, {unknown}: is no key we know")
    return SearchWords(
        stop=_texts(values.get("stop", []), path, "stop"),
        phrases=_phrases(values.get("phrases", {}), path),
        groups=tuple(_texts(group, path, "groups") for group in values.get("groups", [])),
        real=_texts(values.get("real", []), path, "real"),
        elsewhere=_texts(values.get("elsewhere", []), path, "elsewhere"),
    )


def _texts(value: Any, path: Path, key: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise ContentError(f"{path.name}, {key}: must be a list of texts")
    return tuple(value)


def _phrases(value: Any, path: Path) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ContentError(f"{path.name}, phrases: must be a table")
    return {
        phrase: one
        for one, phrases in value.items()
        for phrase in _texts(phrases, path, f"phrases.{one}")
    }
