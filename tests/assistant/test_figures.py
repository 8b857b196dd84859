"""What could be a fact in a text, in whatever language it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.assistant.figures import Figures, figures_in_digits
from kiosk.assistant.words import folded
from tests.assistant.talk import judge


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It is 10 cents a page.", "Son 10 centavos por página."),
        ("It is ten cents a page.", "每页10美分。"),
        ("It is on Mondays at 3 pm.", "Es los lunes a las 15:00."),
        ("It is on the third floor.", "Está en el tercer piso."),
        ("On Friday.", "يوم الجمعة."),
    ],
)
def test_the_same_said_in_another_language_has_the_same_figures(one: str, other: str) -> None:
    assert judge().figures(other).rest_on(judge().figures(one))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("$20 a page", "10 cents a page"),
        ("$10", "10 pages"),
        ("at 4 pm", "at 3 pm"),
        ("at 3 am", "at 3 pm"),
        ("on Tuesday", "on Monday"),
        ("see https://evil.example/x", "see https://library.example/x"),
        ("555-010-2020", "555-010-2020"),
    ],
)
def test_what_was_not_told_does_not_rest_on_what_was(said: str, told: str) -> None:
    """Phone numbers never do: those are on the cards."""
    assert not judge().figures(said).rest_on(judge().figures(told))


def test_half_a_dollar_is_fifty_cents() -> None:
    assert judge().figures("$0.50 a page").rest_on(judge().figures("50 cents a page"))


def test_a_number_that_the_patron_said_may_be_said_but_is_no_price() -> None:
    three = frozenset({3})
    assert figures_in_digits("your 3 books").rest_on(Figures(), may_say=three)
    assert not figures_in_digits("$3").rest_on(Figures(), may_say=three)
    assert not figures_in_digits("3 pm").rest_on(Figures(), may_say=three)


@given(st.text(max_size=200))
def test_any_text_rests_on_itself_unless_it_holds_a_phone_number(text: str) -> None:
    figures = figures_in_digits(folded(text))
    assert figures.rest_on(figures) is not figures.has_phone
