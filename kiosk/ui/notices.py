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


def dropped(code: str) -> str:
    """The patron took a ticket back; with its code where it may be at the desk all the same."""
    if not code:
        return QCoreApplication.translate("Notices", "Your question is not sent any more.")
    return QCoreApplication.translate(
        "Notices",
        "Your question is not sent any more. Should it have reached the librarians just before, "
        "they have it under the code {code}.",
    ).format(code=code)


def too_late() -> str:
    """The patron wanted to take a ticket back, and the desk had it already."""
    return QCoreApplication.translate(
        "Notices", "The librarians have your question already, so it could not be taken back."
    )


def goes_on_from(code: str) -> str:
    """For the librarian: what the patron was answered before did not settle it."""
    return QCoreApplication.translate(
        "Notices", "This goes on from ticket {code}, which was closed."
    ).format(code=code)


def speaker(*, patron: bool, librarian: str) -> str:
    """Who said a line of the preview."""
    if patron:
        return QCoreApplication.translate("Notices", "You")
    return librarian or QCoreApplication.translate("Notices", "Assistant")
