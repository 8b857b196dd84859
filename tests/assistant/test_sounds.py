"""A place's name in Arabic letters is found by its sound, and no ordinary word is taken for one."""

import tomllib

import pytest

from kiosk.assistant.sounds import Sounds
from kiosk.assistant.words import folded
from kiosk.core.paths import resource_folder

NAMES = (
    *("marlowe", "okafor", "lindqvist", "tran", "hesburgh", "mckeldin", "ginsburg", "carnegie"),
    *("lincoln", "johnson", "kennedy", "roosevelt", "harvard", "franklin", "science", "law", "lee"),
)


def sounds(*names: str) -> Sounds:
    """The sounds of Arabic letters, and those names."""
    text = (resource_folder() / "languages" / "ar.toml").read_text(encoding="utf-8")
    letters = tomllib.loads(text)["places"]["sounds"]
    return Sounds({folded(letter): sound for letter, sound in letters.items()}, names or NAMES)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("مارلو", "marlowe"),
        ("أوكافور", "okafor"),
        ("اوكافور", "okafor"),
        ("ليندكفيست", "lindqvist"),
        ("لندكفيست", "lindqvist"),
        ("تران", "tran"),
        ("هيسبرغ", "hesburgh"),
        ("مكيلدن", "mckeldin"),
        ("غينسبرغ", "ginsburg"),
        ("كارنيجي", "carnegie"),
        ("لينكولن", "lincoln"),
        ("جونسون", "johnson"),
        ("كينيدي", "kennedy"),
        ("روزفلت", "roosevelt"),
        ("هارفارد", "harvard"),
        ("فرانكلين", "franklin"),
    ],
)
def test_a_name_is_known_by_its_sound(written: str, name: str) -> None:
    assert sounds().heard(folded(written)) == name


@pytest.mark.parametrize(
    "word",
    [
        "طيران",  # flight: no foreign name is written with its first letter
        "ترين",  # train: another vowel than Tran's
        "ترن",  # a short name must have its vowels
        "دوران",
        "كافور",  # camphor: Okafor begins with a vowel
        "كافر",
        "لو",  # if: Law has one consonant
        "لي",
        "قانون",
        "tran",  # Latin letters are compared as they are written
        "",
    ],
)
def test_no_ordinary_word_is_taken_for_a_name(word: str) -> None:
    assert sounds().heard(folded(word)) is None


def test_what_two_names_sound_like_is_neither() -> None:
    assert sounds("martin").heard("مارتن") == "martin"
    assert sounds("martin", "marten").heard("مارتن") is None


def test_without_a_table_nothing_is_heard() -> None:
    assert Sounds({}, NAMES).heard(folded("تران")) is None
