"""The words by which personal data is told: ``resources/privacy/``, a file each language.

A line is looked through for those of all languages: at a counter people mix them.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kiosk.assistant.privacy.line import Cues, phrase_of
from kiosk.assistant.words import folded
from kiosk.assistant.writing import spelled_out
from kiosk.core.errors import ContentError
from kiosk.core.paths import resource_folder


@dataclass(frozen=True, slots=True)
class NameSigns:
    """How names are told.

    Attributes:
        told: A name stands behind.
        said: A name may stand behind: one that is known, or words with capitals.
        title_before: Right before ``told`` or ``said``, it is a title: "have you My Name Is Red".
        title_after: Right behind the name, it is a title: "My Name Is Red by Orhan Pamuk".
        titles: Stand between, and are no name: "Dr".
        never: No names; they end one.
        never_chinese: What a Chinese name does not begin with.
        stops: Chinese characters that end a name.
        given: Given names.
        surnames: Chinese family names.
        particles: Small words inside a name: "de la".
    """

    told: Cues
    said: Cues
    title_before: frozenset[str]
    title_after: frozenset[str]
    titles: frozenset[str]
    never: frozenset[str]
    never_chinese: tuple[str, ...]
    stops: frozenset[str]
    given: frozenset[str]
    surnames: frozenset[str]
    particles: frozenset[str]


@dataclass(frozen=True, slots=True)
class ToldSigns:
    """How other things are told: a cue, and what belongs to the value behind it.

    Attributes:
        secrets: A password or PIN stands behind.
        bare_secrets: One stands behind if it has a digit: "PIN 4821".
        harmless: Words that are no password: "my password is wrong".
        numbers: A number of one person stands behind.
        phones: A phone number stands behind.
        public: A number of a book or a place stands behind.
        public_behind: It stands before: "555-0100 the phone of the desk".
        between: Words between a cue and its number.
        money: Words behind a price.
        addresses: A home address stands behind.
        perhaps_addresses: One may stand behind, if it has a number or a word of streets.
        streets: Words of streets.
        ends: What ends an address.
        birthdays: A date of birth stands behind.
        date_words: What dates are made of beside numbers.
    """

    secrets: Cues
    bare_secrets: Cues
    harmless: frozenset[str]
    numbers: Cues
    phones: Cues
    public: Cues
    public_behind: Cues
    between: frozenset[str]
    money: frozenset[str]
    addresses: Cues
    perhaps_addresses: Cues
    streets: frozenset[str]
    ends: Cues
    birthdays: Cues
    date_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class EmailSigns:
    """How an e-mail address is said aloud, by language: "ana at uni dot edu".

    Attributes:
        spoken: For each language its words for "@", for the point, and for other marks.
        told: Words for an e-mail address.
    """

    spoken: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]
    told: frozenset[str]


@dataclass(frozen=True, slots=True)
class Signs:
    """All of it."""

    names: NameSigns
    told: ToldSigns
    emails: EmailSigns


@cache
def shipped_signs() -> Signs:
    """Those that come with the product, read once.

    Raises:
        ContentError: a file is missing or has a mistake.
    """
    return read_signs(resource_folder() / "privacy")


def read_signs(folder: Path) -> Signs:
    """The signs of all languages in a folder.

    Raises:
        ContentError: there is none, or one cannot be read or has a mistake.
    """
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise ContentError(f"{folder} holds no words by which personal data is told")
    try:
        languages = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
        return _signs(languages)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ContentError(f"{folder}: {type(error).__name__}: {error}") from error


def _signs(languages: Sequence[Mapping[str, Any]]) -> Signs:
    return Signs(_names(languages), _told(languages), _emails(languages))


def _names(languages: Sequence[Mapping[str, Any]]) -> NameSigns:
    names = [language["names"] for language in languages]
    return NameSigns(
        told=_cues(names, "told"),
        said=_cues(names, "said"),
        title_before=_words(names, "title_before"),
        title_after=_words(names, "title_after"),
        titles=_words(names, "titles"),
        never=_words(names, "never"),
        never_chinese=tuple(w for one in names if "surnames" in one for w in one["never"]),
        stops=frozenset("".join(one.get("stops", "") for one in names)),
        given=_words(names, "given"),
        surnames=_words(names, "surnames"),
        particles=_words(names, "particles"),
    )


def _told(languages: Sequence[Mapping[str, Any]]) -> ToldSigns:
    secrets, numbers, addresses, birthdays = (
        [language[part] for language in languages]
        for part in ("secrets", "numbers", "addresses", "birthdays")
    )
    return ToldSigns(
        secrets=_cues(secrets, "told"),
        bare_secrets=_cues(secrets, "bare"),
        harmless=_words(secrets, "harmless"),
        numbers=_cues(numbers, "told"),
        phones=_cues(numbers, "phones"),
        public=_cues(numbers, "public"),
        public_behind=_cues(numbers, "public_behind"),
        between=_words(numbers, "between"),
        money=_words(numbers, "money"),
        addresses=_cues(addresses, "told"),
        perhaps_addresses=_cues(addresses, "said"),
        streets=_words(addresses, "streets"),
        ends=_cues(addresses, "ends"),
        birthdays=_cues(birthdays, "told"),
        date_words=_words(birthdays, "months") | _words(birthdays, "joints"),
    )


def _emails(languages: Sequence[Mapping[str, Any]]) -> EmailSigns:
    emails = [language["emails"] for language in languages]
    return EmailSigns(
        spoken=tuple((tuple(one["at"]), tuple(one["dot"]), tuple(one["joints"])) for one in emails),
        told=_words(emails, "told"),
    )


def _texts(parts: Iterable[Mapping[str, Any]], key: str) -> Iterable[str]:
    """What stands under a key: a list of patterns, or words between spaces."""
    for part in parts:
        written = part.get(key, [])
        yield from written.split() if isinstance(written, str) else written


def _cues(parts: Iterable[Mapping[str, Any]], key: str) -> Cues:
    return Cues([text for pattern in _texts(parts, key) for text in spelled_out(pattern)])


def _words(parts: Iterable[Mapping[str, Any]], key: str) -> frozenset[str]:
    """Each word; of a phrase of several each of its words."""
    texts = list(_texts(parts, key))
    return frozenset(map(folded, texts)) | {
        word for text in texts if " " in text for word in phrase_of(text)
    }
