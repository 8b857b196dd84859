import traceback

from kiosk.core.secret import Secret
from kiosk.core.settings import OpenAI

KEY = Secret("sk-very-secret")


def test_a_secret_does_not_print_itself() -> None:
    for text in (str(KEY), repr(KEY), f"{KEY}", f"{KEY!r}", repr(OpenAI(api_key=KEY))):
        assert "very" not in text


def test_a_secret_does_not_show_in_a_traceback() -> None:
    assert "very" not in "".join(traceback.format_exception(ValueError(KEY)))


def test_only_who_asks_for_it_gets_it() -> None:
    assert KEY.reveal() == "sk-very-secret"


def test_an_empty_secret_counts_as_none() -> None:
    assert KEY
    assert not Secret("")
