import pytest

from kiosk.core.tickets import EventKind
from kiosk.ui import notices


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        (EventKind.CLAIMED, "Maya", "Maya has joined the conversation."),
        (EventKind.CLAIMED, "", "The librarian has joined the conversation."),
        (EventKind.RELEASED, "Maya", "Maya had to go. Your question is back in the queue."),
        (
            EventKind.CLOSED,
            "Maya",
            "Maya has closed your question. I am back: ask me anything.",
        ),
    ],
)
def test_a_ticket_that_turned_is_told_in_a_sentence(kind: EventKind, name: str, said: str) -> None:
    assert notices.of_ticket(kind, name) == said


def test_each_line_of_the_preview_says_whose_it_is() -> None:
    assert notices.speaker(patron=True, librarian="") == "You"
    assert notices.speaker(patron=False, librarian="Maya") == "Maya"
    assert notices.speaker(patron=False, librarian="") == "Assistant"
