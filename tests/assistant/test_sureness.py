"""What makes an answer sure, and what speaks against it."""

from dataclasses import replace

from kiosk.assistant.sureness import Evidence, is_sure, probability

WHOLE = Evidence(
    score=1.0, cover=1.0, lead=1.0, matched=0.5, strange=0.0, foreign=0.0, elsewhere=0.0
)


def test_an_answer_that_fits_wholly_is_sure() -> None:
    assert is_sure(WHOLE)


def test_what_is_asked_of_others_is_less_sure() -> None:
    assert probability(replace(WHOLE, elsewhere=0.9)) < probability(WHOLE)
    assert not is_sure(replace(WHOLE, elsewhere=0.9))


def test_a_word_that_only_others_are_asked_makes_it_less_sure() -> None:
    assert probability(replace(WHOLE, foreign=0.5)) < probability(WHOLE)


def test_an_answer_that_hardly_fits_is_not_sure() -> None:
    assert not is_sure(replace(WHOLE, score=0.3, cover=0.2))
