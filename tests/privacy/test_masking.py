"""The program keeps what was reached: personal data is hidden, and nothing else."""

from functools import cache

import pytest

from tests.privacy.lines import Part, read_lines
from tests.privacy.masking import masked_alone
from tests.privacy.scoring import Result, measure, recall, untouched

RECALL_AT_LEAST = 0.90
UNTOUCHED_AT_LEAST = 0.90

of_each_part = pytest.mark.parametrize("part", [*Part])


@cache
def results(part: Part) -> tuple[Result, ...]:
    return tuple(measure(read_lines(part), masked_alone))


@of_each_part
def test_nearly_everything_personal_is_masked(part: Part) -> None:
    share = recall(results(part))  # or else pytest would print the report part
    assert share >= RECALL_AT_LEAST


@of_each_part
def test_clean_lines_stay_as_they_are(part: Part) -> None:
    share = untouched([each for each in results(part) if each.line.clean])
    assert share >= UNTOUCHED_AT_LEAST


@of_each_part
def test_what_stands_beside_personal_data_stays(part: Part) -> None:
    share = untouched([each for each in results(part) if not each.line.clean])
    assert share >= UNTOUCHED_AT_LEAST


def test_no_line_is_there_twice() -> None:
    texts = [line.text.casefold() for part in Part for line in read_lines(part)]
    assert not {text for text in texts if texts.count(text) > 1}


def test_each_part_has_every_kind_and_language() -> None:
    dev, report = (read_lines(part) for part in Part)
    personal = [{line.kind for line in part if not line.clean} for part in (dev, report)]
    assert personal[0] == personal[1]
    assert {line.language for line in dev} == {line.language for line in report}
