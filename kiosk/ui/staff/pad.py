"""What stands on the staff's screen. No painting, no clock, no thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum

from kiosk.ui.staff import words
from kiosk.ui.staff.pin import FEWEST_DIGITS, MOST_DIGITS


class Page(Enum):
    """Which of them is shown."""

    PIN = "pin"
    SHEET = "sheet"
    REPORT = "report"


class Deed(StrEnum):
    """What a button does; the ten digits are deeds of their own, by themselves."""

    DELETE = "delete"
    CHECK = "check"
    BACK = "back"
    CLOSE = "close"
    RESTART = "restart"
    REPORT = "report"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press.

    Attributes:
        deed: A digit, or a ``Deed``.
        words: What stands on it.
    """

    deed: str
    words: str


ROWS_OF_DIGITS = (("1", "2", "3"), ("4", "5", "6"), ("7", "8", "9"))


class Pad:
    """The state of the staff's screen.

    Attributes:
        page: What is shown.
        typed: The digits so far.
        is_checking: They are being looked at.
        was_wrong: The last ones were not the PIN.
        wait: Seconds until the next try.
        lines: What the doctor said; None while it looks.
        first_line: The first of them that is shown.
        focus: The deed that the keyboard is on; empty for none.
    """

    def __init__(self) -> None:
        self.page = Page.PIN
        self.typed = ""
        self.is_checking = False
        self.was_wrong = False
        self.wait = 0
        self.lines: Sequence[str] | None = None
        self.first_line = 0
        self.focus = ""

    def rows(self) -> list[list[Button]]:
        """The buttons of this page, from top to bottom."""
        match self.page:
            case Page.PIN:
                return [*_digits(), [_back()]]
            case Page.SHEET:
                return [[button] for button in _choices()]
            case Page.REPORT:
                return [[Button(Deed.MORE, words.more()), _back()]]

    def title(self) -> str:
        """What stands above."""
        match self.page:
            case Page.PIN:
                return words.enter_pin()
            case Page.SHEET:
                return words.staff()
            case Page.REPORT:
                return words.what_is_wrong()

    def message(self) -> str:
        """What stands below the title; empty for nothing."""
        if self.page is Page.REPORT and self.lines is None:
            return words.looking()
        if self.page is not Page.PIN:
            return ""
        if self.is_checking:
            return words.one_moment()
        if self.wait:
            return words.wait(self.wait)
        return words.wrong_pin() if self.was_wrong else ""

    def is_ready(self) -> bool:
        """Whether there is something to check, and it can be now."""
        enough = len(self.typed) >= FEWEST_DIGITS
        return self.page is Page.PIN and enough and not (self.wait or self.is_checking)

    def type(self, digit: str) -> None:
        """One more digit."""
        if not self.is_checking and not self.wait and len(self.typed) < MOST_DIGITS:
            self.typed += digit
            self.was_wrong = False

    def delete(self) -> None:
        """The last digit was wrong."""
        if not self.is_checking:
            self.typed = self.typed[:-1]

    def judged(self, *, right: bool) -> None:
        """The PIN was looked at."""
        self.typed, self.is_checking, self.focus = "", False, ""
        self.was_wrong = not right
        if right:
            self.page = Page.SHEET

    def show(self, page: Page) -> None:
        """Go to another page."""
        self.page, self.focus, self.first_line = page, "", 0

    def move_focus(self, step: int) -> None:
        """To the next button, or the one before."""
        deeds = [button.deed for row in self.rows() for button in row]
        place = deeds.index(self.focus) + step if self.focus in deeds else min(step, 0)
        self.focus = deeds[place % len(deeds)]


def _digits() -> list[list[Button]]:
    last = [
        Button(Deed.DELETE, words.delete()),
        Button("0", "0"),
        Button(Deed.CHECK, words.ok()),
    ]
    return [*([Button(digit, digit) for digit in row] for row in ROWS_OF_DIGITS), last]


def _choices() -> list[Button]:
    return [
        Button(Deed.CLOSE, words.close()),
        Button(Deed.RESTART, words.restart()),
        Button(Deed.REPORT, words.show_what_is_wrong()),
        _back(),
    ]


def _back() -> Button:
    return Button(Deed.BACK, words.back())
