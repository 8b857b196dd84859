"""The ways in which the desk says no, and how HTTP says each.

Refused (kiosk.core.errors)
  + Refusal              the desk understood and does not do it
    - BadRequest         400  what was sent cannot be read
    - NotAllowed         401  nobody we know
    - WrongOrigin        403  a form that another site sent
    - NotFound           404  not there, or not theirs to see
    - Conflict           409  somebody was faster, or it is over
    - TooLarge           413  more than anybody needs
    - KeyReused          422  an idempotency key with another body
    - TooManyAttempts    429  wait before the next try

``str(refusal)`` is one sentence, shown to a librarian or sent to a terminal as it is.
"""

from kiosk.core.errors import Refused


class Refusal(Refused):
    """The desk understood and does not do it."""

    status = 400
    title = "Not possible"


class BadRequest(Refusal):
    """What was sent cannot be read."""

    title = "Not understood"


class NotAllowed(Refusal):
    """Nobody we know: no token, a wrong one, or nobody signed in."""

    status = 401
    title = "Not signed in"


class WrongOrigin(Refusal):
    """A form that did not come from one of our own pages."""

    status = 403
    title = "Not allowed"


class NotFound(Refusal):
    """Not there, or not theirs to see."""

    status = 404
    title = "Not found"


class Conflict(Refusal):
    """Somebody was faster, or the ticket is closed."""

    status = 409
    title = "Changed meanwhile"


class TooLarge(Refusal):
    """More than anybody needs."""

    status = 413
    title = "Too large"


class KeyReused(Refusal):
    """An idempotency key came again with another body."""

    status = 422
    title = "Idempotency key used before"


class TooManyAttempts(Refusal):
    """Wait before the next try.

    Attributes:
        seconds: How long to wait.
    """

    status = 429
    title = "Too many attempts"

    def __init__(self, sentence: str, seconds: int) -> None:
        super().__init__(sentence)
        self.seconds = seconds
