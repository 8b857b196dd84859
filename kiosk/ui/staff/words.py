"""What the staff's screen says, in the language that the screen speaks."""

from PySide6.QtCore import QCoreApplication


def enter_pin() -> str:
    """Above the digits."""
    return QCoreApplication.translate("Staff", "Staff: enter the PIN")


def staff() -> str:
    """Above what staff can do."""
    return QCoreApplication.translate("Staff", "Staff")


def what_is_wrong() -> str:
    """Above the doctor's lines."""
    return QCoreApplication.translate("Staff", "What is wrong here")


def looking() -> str:
    """While the doctor looks."""
    return QCoreApplication.translate("Staff", "Looking …")


def one_moment() -> str:
    """While a PIN is looked at."""
    return QCoreApplication.translate("Staff", "One moment …")


def wrong_pin() -> str:
    """It was not."""
    return QCoreApplication.translate("Staff", "That is not the PIN.")


def wait(seconds: int) -> str:
    """Nobody can try for so long."""
    words = QCoreApplication.translate("Staff", "Too many wrong tries. Wait {seconds} s.")
    return words.format(seconds=seconds)


def delete() -> str:
    """The last digit."""
    return QCoreApplication.translate("Staff", "Delete")


def ok() -> str:
    """The PIN is complete."""
    return QCoreApplication.translate("Staff", "OK")


def close() -> str:
    """Leave the kiosk for whatever is below."""
    return QCoreApplication.translate("Staff", "Close the kiosk (exit to the system)")


def restart() -> str:
    """Begin anew."""
    return QCoreApplication.translate("Staff", "Restart the screen")


def show_what_is_wrong() -> str:
    """Ask the doctor."""
    return QCoreApplication.translate("Staff", "Show what is wrong")


def back() -> str:
    """To where one came from."""
    return QCoreApplication.translate("Staff", "Back")


def more() -> str:
    """Further lines."""
    return QCoreApplication.translate("Staff", "More")
