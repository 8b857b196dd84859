"""Scoring is strict: half a name left is a name told."""

from pathlib import Path

import pytest

from tests.privacy.lines import BadLineError, Line, Part, read_lines
from tests.privacy.scoring import judge, measure, recall, untouched
from tests.privacy.table import describe, document

ENTRY = 'language = "en"\nkind = "name"\npart = "dev"\n'


def line(text: str, *personal: str, may: tuple[str, ...] = ()) -> Line:
    return Line(1, text, personal, may, "en", "name", Part.DEV)


TOLD = line("I'm Ana Ruiz, where is the Ana Maria room", "Ana Ruiz")
CHINESE = line("我叫王小明 小书在哪", "王小明")
NUMBER = line("call 508-555-0123 about room 12", "508-555-0123")
ADDRESS = line("I live at 7 Kings Lane, Alder Bay", "7 Kings Lane", may=("Alder Bay",))
CLEAN = line("books by Stephen King")


@pytest.mark.parametrize(
    ("asked", "masked", "faults"),
    [
        (TOLD, "I'm [name 1], where is the Ana Maria room", ""),
        (TOLD, "I'm [name 1] Ruiz, where is the Ana Maria room", "leak"),
        (TOLD, "I'm [name 1], where is the [name 2] room", "false mask"),
        (TOLD, TOLD.text, "leak"),
        (CHINESE, "我叫[name 1] 小书在哪", ""),
        (CHINESE, "我叫[name 1]明 小书在哪", "leak"),
        (NUMBER, "call [phone 1] about room 12", ""),
        (NUMBER, "call [phone 1]23 about room 12", "leak"),
        (NUMBER, "call 508-[phone 1] about room 12", "leak"),
        (NUMBER, "[phone 1]", "false mask"),
        (ADDRESS, "I live at [address 1], Alder Bay", ""),
        (ADDRESS, "I live at [address 1]", ""),
        (CLEAN, CLEAN.text, ""),
        (CLEAN, "books by [name 1]", "false mask"),
    ],
)
def test_a_masking_is_judged_by_what_it_leaves_and_what_it_takes(
    asked: Line, masked: str, faults: str
) -> None:
    result = judge(asked, masked)
    assert bool(result.leaked) is (faults == "leak")
    assert result.false_mask is (faults == "false mask")
    assert result.right is not bool(faults)


def test_shares_are_of_personal_strings_and_of_lines() -> None:
    results = measure([TOLD, CLEAN], lambda text: text)
    assert (recall(results), untouched(results)) == (0, 1)
    assert (recall([]), untouched([])) == (1, 1)


def test_what_went_wrong_can_be_read() -> None:
    results = measure([TOLD, CLEAN], lambda text: text.replace("King", "[name 1]"))
    assert "still readable: Ana Ruiz" in describe(results[0])
    assert "masked without need" in describe(results[1])
    assert "0.0% of 1" in document(results)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("text = 'hi'\n" + ENTRY, "line 1: 'personal' is missing"),
        ("text = 'hi'\npersonal = ['Ana']\n" + ENTRY, "'Ana' is not in the text"),
        ("text = 'hi'\npersonal = []\n" + ENTRY.replace("dev", "try"), "'try' is not a valid Part"),
    ],
)
def test_a_mistake_in_the_file_is_told_with_its_line(
    written: str, told: str, tmp_path: Path
) -> None:
    file = tmp_path / "lines.toml"
    file.write_text("[[lines]]\n" + written, encoding="utf-8")
    with pytest.raises(BadLineError, match=told):
        read_lines(Part.DEV, file)
