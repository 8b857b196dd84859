"""What can go wrong, and whose problem it is.

KioskError
  + Unavailable            the other side did not answer; another try may help
    - LibCalUnavailable
    - LibAnswersUnavailable
    - AssistantUnavailable
    - DeskUnavailable
      - DeskNotReached     no connection came about: nothing left the terminal
  + Refused                the other side answered no; another try will not help
    - LibCalRefused
    - LibAnswersRefused
    - AssistantRefused
      - ContentFiltered    its service let the question or the answer not through
      - ConversationTooLong
    - DeskRefused
      - DeskTokenRefused   this terminal is not known there; no letter's fault
  + BadData                what came in cannot be trusted; what we had stays
    - LibCalNonsense
      - LibCalSuspicious     it is LibCal's, but could be a mistake; it was set aside
    - LibAnswersNonsense   also: far fewer answers than it had
    - ContentError         the library's own content file
    - WireError            a message between our own processes, or from a terminal to the desk
  + StorageError           our own file
    - StorageUnreadable    locked, or no permission
      + StorageDamaged     no database any more, or never one
    - StorageTooNew        written by a newer version
  - ClockDoubted           this machine's clock; nothing that depends on it is changed
  + SettingError           stop at start-up (exit code 2)
  + UsageError             the command line (exit code 2)

``str(error)`` is the sentence for IT: what happened and what to do. ``patron_text`` is the
sentence for the person in front of the screen, and is translated where it is shown.
"""


class KioskError(Exception):
    """Base of every error this program raises on purpose."""

    patron_text = "Something went wrong. Please ask at the desk."
    exit_code = 1


class Unavailable(KioskError):
    """The other side did not answer, or answered that it could not."""


class LibCalUnavailable(Unavailable):
    """LibCal cannot be reached, or is busy."""

    patron_text = "I can't check for newer hours right now."


class LibAnswersUnavailable(Unavailable):
    """LibAnswers cannot be reached, or is busy."""

    patron_text = "I can't check for newer answers right now."


class AssistantUnavailable(Unavailable):
    """The language model cannot be reached, or stopped half way.

    Attributes:
        retry_after: Seconds that its service asks to be left alone; None where it does not say.
    """

    patron_text = "I can't answer that right now. Shall I pass your question to a librarian?"

    def __init__(self, sentence: str = "", *, retry_after: float | None = None) -> None:
        super().__init__(sentence)
        self.retry_after = retry_after


class DeskUnavailable(Unavailable):
    """The staff desk cannot be reached."""

    patron_text = "I can't reach the librarians right now."


class DeskNotReached(DeskUnavailable):
    """No connection to the staff desk came about: what was to be sent has not left."""


class Refused(KioskError):
    """The other side understood and answered no."""


class LibCalRefused(Refused):
    """LibCal does not accept our credentials or our question."""

    patron_text = LibCalUnavailable.patron_text


class LibAnswersRefused(Refused):
    """LibAnswers does not accept our credentials or our question."""

    patron_text = LibAnswersUnavailable.patron_text


class AssistantRefused(Refused):
    """The language model's service does not accept our key or our request."""

    patron_text = AssistantUnavailable.patron_text


class ContentFiltered(AssistantRefused):
    """The language model's service does not let the question or the answer through."""

    patron_text = "I can't answer that here. Shall I pass your question to a librarian?"


class ConversationTooLong(AssistantRefused):
    """There is more in the conversation than the model can read."""

    patron_text = "That is too long for me. Please ask it in fewer words."


class DeskRefused(Refused):
    """The staff desk does not accept this terminal's token or its letter."""

    patron_text = "Your message could not be delivered. Please ask at the desk."


class DeskTokenRefused(DeskRefused):
    """The staff desk does not know this terminal's token. What it was asked may be fine."""

    patron_text = DeskUnavailable.patron_text


class BadData(KioskError):
    """What came in is not what was agreed. Nothing of it was used."""


class LibCalNonsense(BadData):
    """LibCal answered with something that is not LibCal's."""

    patron_text = LibCalUnavailable.patron_text


class LibCalSuspicious(LibCalNonsense):
    """LibCal says what a library never does on purpose; the answer is kept aside."""


class LibAnswersNonsense(BadData):
    """LibAnswers answered with something that is not LibAnswers', or with far less than before."""

    patron_text = LibAnswersUnavailable.patron_text


class ContentError(BadData):
    """The library's own content has a mistake; the message names file and key."""


class WireError(BadData):
    """A message on one of our own wires is malformed; the message names the field."""


class StorageError(KioskError):
    """Our own database file cannot be used."""


class StorageUnreadable(StorageError):
    """The file cannot be opened, or is damaged."""


class StorageDamaged(StorageUnreadable):
    """The file is damaged or is no database; it may be moved aside, but not mended."""


class StorageTooNew(StorageError):
    """A newer version of this program wrote the file; it was not touched."""


class ClockDoubted(KioskError):
    """This machine's clock cannot be right, so what would be fetched or forgotten would be too."""

    patron_text = "I am not sure what time it is. Please ask at the desk."


class SettingError(KioskError):
    """A setting has a value that cannot be used."""

    exit_code = 2


class UsageError(KioskError):
    """The command line asks for something that cannot be done."""

    exit_code = 2
