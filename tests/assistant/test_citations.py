"""Which entries of the library's knowledge an answer says that it rests on."""

from kiosk.assistant.citations import most_alike, without_half_mark, without_marks
from tests.fakes.knowledge import PRINT_COST, RENEW, WORKSHOP


def test_marks_are_heard_and_not_seen() -> None:
    cited: list[str] = []
    text = without_marks(
        "A page is 10 cents [[print-cost]]. Renew online. [[renew, vpn]]", cited.append
    )
    assert text == "A page is 10 cents. Renew online."
    assert cited == ["print-cost", "renew", "vpn"]


def test_a_mark_that_is_still_coming_is_not_seen() -> None:
    for beginning in (
        "It is cheap [",
        "It is cheap [[",
        "It is cheap [[print-c",
        "It is cheap [[x]",
    ):
        assert without_half_mark(beginning) == "It is cheap"
    assert without_half_mark("It is cheap [[print-cost]] and") == "It is cheap and"


def test_a_mask_is_no_mark() -> None:
    assert without_marks("I write to [email 1].", str) == "I write to [email 1]."


def test_words_that_are_an_entrys_own_name_it() -> None:
    entries = [PRINT_COST, RENEW, WORKSHOP]
    assert most_alike("Sign in to your account and choose renew.", entries) == RENEW
    assert most_alike("I like rainy weather.", entries) is None
    assert most_alike("Yes.", entries) is None
