"""An address leaves the terminal with the patron's consent, and not without."""

from kiosk.core.tickets import MAX_NAME
from kiosk.ui.contact import ContactModel


def written(text: str, *, agreed: bool = False) -> ContactModel:
    model = ContactModel()
    model.text = text
    model.agreed = agreed
    return model


def test_without_consent_nothing_goes_along() -> None:
    assert written("ada@example.org").given == ""


def test_with_consent_it_does() -> None:
    assert written(" ada@example.org ", agreed=True).given == "ada@example.org"


def test_who_empties_the_field_is_asked_again() -> None:
    model = written("ada@example.org", agreed=True)
    model.text = ""
    model.text = "grace@example.org"
    assert (model.agreed, model.given) == (False, "")


def test_only_who_agreed_must_give_something_usable() -> None:
    assert written("ada").ready
    assert written("ada").unusable
    assert not written("ada", agreed=True).ready
    assert written("ada@example.org", agreed=True).ready
    assert written("").ready


def test_a_suggestion_is_taken_by_a_touch() -> None:
    model = written("ada@gmial.com", agreed=True)
    assert model.suggestion == "ada@gmail.com"
    model.takeSuggestion()
    model.takeSuggestion()
    assert (model.given, model.suggestion) == ("ada@gmail.com", "")


def test_what_is_too_long_is_cut() -> None:
    assert len(written("a" * 900, agreed=True).given) == MAX_NAME


def test_nothing_of_it_is_left() -> None:
    model = written("ada@example.org", agreed=True)
    model.forget()
    assert (model.text, model.agreed, model.filled) == ("", False, False)
