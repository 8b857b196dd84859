"""A mistake in a file of questions is told with the file, the number and the key."""

from pathlib import Path

import pytest

from tests.assistant.library import MARLOWE, NOW
from tests.evaluation.questions import BadQuestionError, Kind, Part, read_questions


def written(folder: Path, lines: str) -> Path:
    (folder / "en.dev.toml").write_text(f"[[questions]]\n{lines}", encoding="utf-8")
    return folder


def test_what_a_question_does_not_say_is_the_usual(tmp_path: Path) -> None:
    lines = 'ask = "hi"\ncategory = "courtesy"\nfacts = []'
    (question,) = read_questions(Part.DEV, "en", written(tmp_path, lines))
    assert (question.now, question.here, question.screen) == (NOW, MARLOWE, "en")
    assert question.kind is Kind.UNKNOWN
    assert not question.allowed


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ('category = "day"\nfacts = []', "question 1: ask is missing"),
        ('ask = "a"\ncategory = "when"\nfacts = []', "category: 'when' is none of"),
        ('ask = "a"\ncategory = "day"\nfacts = ["king now"]', "facts: 'king' is none of"),
        ('ask = "a"\ncategory = "day"\nfacts = ["tran soon"]', "facts: 'soon' is no date"),
        ('ask = "a"\ncategory = "day"\nfacts = []\nor = [["tran 2026-02-30"]]', "or: '2026-02-30'"),
        ('ask = "a"\ncategory = "day"\nfacts = []\nnow = 2026-11-25', "now: write a date and time"),
        ('ask = "a"\ncategory = "day"\nfacts = []\nhour = 3', "hour is no key"),
        ('ask = "a"\ncategory = "not_ours"\nfacts = ["tran now"]', "that is not ours has none"),
        ("ask = ", "en.dev.toml: Invalid value"),
    ],
)
def test_a_mistake_is_told_with_its_place(lines: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(BadQuestionError, match=r"en\.dev\.toml") as caught:
        read_questions(Part.DEV, "en", written(tmp_path, lines))
    assert told in str(caught.value)
