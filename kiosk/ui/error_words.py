"""What a patron is told of an error, in the language that the screen speaks.

``core`` knows nothing of Qt, so its errors carry their sentence in English. Here stands each of
them once more, where it is read for translation.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kiosk.core.errors import KioskError

SENTENCES = (
    QT_TRANSLATE_NOOP("Errors", "Something went wrong. Please ask at the desk."),
    QT_TRANSLATE_NOOP("Errors", "I can't check for newer hours right now."),
    QT_TRANSLATE_NOOP("Errors", "I can't check for newer answers right now."),
    QT_TRANSLATE_NOOP(
        "Errors", "I can't answer that right now. Shall I pass your question to a librarian?"
    ),
    QT_TRANSLATE_NOOP("Errors", "I can't reach the librarians right now."),
    QT_TRANSLATE_NOOP(
        "Errors", "I can't answer that here. Shall I pass your question to a librarian?"
    ),
    QT_TRANSLATE_NOOP("Errors", "That is too long for me. Please ask it in fewer words."),
    QT_TRANSLATE_NOOP("Errors", "Your message could not be delivered. Please ask at the desk."),
    QT_TRANSLATE_NOOP("Errors", "I am not sure what time it is. Please ask at the desk."),
)
"""Every ``patron_text``."""


def patron_words(error: KioskError) -> str:
    """The sentence for the person in front of the screen."""
    return QCoreApplication.translate("Errors", error.patron_text)
