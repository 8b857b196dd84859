"""Lines that the terminal itself puts into the conversation."""

from PySide6.QtCore import QCoreApplication

from kiosk.core.tickets import EventKind


def of_ticket(kind: EventKind, name: str) -> str:
    """What became of the patron's ticket."""
    match kind:
        case EventKind.CLAIMED:
            text = QCoreApplication.translate("Notices", "{name} has joined the conversation.")
        case EventKind.RELEASED:
            text = QCoreApplication.translate(
                "Notices", "{name} had to go. Your question is back in the queue."
            )
        case _:
            text = QCoreApplication.translate(
                "Notices", "{name} has closed your question. I am back: ask me anything."
            )
    return text.format(name=name or QCoreApplication.translate("Notices", "The librarian"))


def stopped() -> str:
    """After "Stop", before the first word."""
    return QCoreApplication.translate("Notices", "Stopped.")


def not_kept() -> str:
    """A ticket that could not be written down was not sent, and must not look as if it was."""
    return QCoreApplication.translate(
        "Notices", "This could not be sent from here. Please ask at the desk."
    )


def dropped() -> str:
    """The patron took a ticket back that was not at the desk yet."""
    return QCoreApplication.translate("Notices", "Your question is not sent any more.")


def speaker(*, patron: bool, librarian: str) -> str:
    """Who said a line of the preview."""
    if patron:
        return QCoreApplication.translate("Notices", "You")
    return librarian or QCoreApplication.translate("Notices", "Assistant")
