import pytest

from kiosk.core.errors import UsageError
from kiosk.core.secret import Secret
from kiosk.ui.staff.pin import HASH_BEGINS, checked_pin, hash_of, is_right


def test_a_pin_is_known_by_its_hash_only() -> None:
    kept = hash_of(checked_pin("271828"))
    assert kept.reveal().startswith(HASH_BEGINS)
    assert "271828" not in kept.reveal()
    assert is_right(kept, "271828")
    assert not is_right(kept, "271829")
    assert not is_right(kept, "")


def test_the_same_pin_has_another_hash_each_time() -> None:
    assert hash_of(Secret("271828")) != hash_of(Secret("271828"))


def test_what_is_no_hash_lets_nobody_in() -> None:
    assert not is_right(Secret("271828"), "271828")


@pytest.mark.parametrize("text", ["", "12345", "2718281828459", "27 182", "27182a", "٢٧١٨٢٨"])
def test_a_pin_is_what_can_be_typed_on_the_pad(text: str) -> None:
    with pytest.raises(UsageError, match="6 to 12 digits"):
        checked_pin(text)


@pytest.mark.parametrize("text", ["111111", "123456", "7890123", "987654"])
def test_a_pin_is_not_what_anybody_tries_first(text: str) -> None:
    with pytest.raises(UsageError, match="first that anybody would try"):
        checked_pin(text)
