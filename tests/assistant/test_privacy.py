"""What is personal does not leave the terminal."""

import pytest

from kiosk.assistant.privacy import Masking


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("write to kim.lee@example.org please", "write to [email 1] please"),
        ("kim @ example . org", "[email 1]"),
        ("my card is 21234005556667", "my card is [number 1]"),
        ("card 2123 4005 5566 67", "card [number 1] 67"),
        ("student s1234567", "student [number 1]"),
        ("call me at (555) 123-4567", "call me at [phone 1]"),
        ("+1 555 123 4567", "[phone 1]"),
        ("555-0101 or 555-0102", "[phone 1] or [phone 2]"),
        ("is it open 2026-11-28 at 9:30", "is it open 2026-11-28 at 9:30"),
        ("11/28/2026", "11/28/2026"),
        ("QA76.73 .P98 2019", "QA76.73 .P98 2019"),
        ("pages 12 to 1984", "pages 12 to 1984"),
    ],
)
def test_personal_data_is_masked(typed: str, left: str) -> None:
    masking = Masking()
    assert masking.mask(typed) == left
    assert masking.unmask(left) == typed


def test_the_same_value_has_the_same_mask() -> None:
    masking = Masking()
    assert masking.mask("a@b.org, c@d.org, a@b.org") == "[email 1], [email 2], [email 1]"
    assert masking.mask("again c@d.org") == "again [email 2]"
