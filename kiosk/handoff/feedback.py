"""A patron lets the librarians have a question: it is kept, and promised to the desk."""

from collections.abc import Callable
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from kiosk.core.clock import Clock
from kiosk.core.feedback import Feedback
from kiosk.core.tallies import Reason
from kiosk.store.outbox import Outbox
from kiosk.store.worker import DatabaseThread


class FeedbackLetters:
    """Writes the letters; the courier brings them.

    Args:
        outbox: Where letters are kept.
        database_thread: What runs the outbox.
        clock: For the day on the letter.
        zone: The library's.
        random: For ids; ``random.SystemRandom`` outside of tests, because two terminals must
            never choose the same.
        posted: Called after each letter; ``Courier.nudge``.
    """

    def __init__(
        self,
        outbox: Outbox,
        database_thread: DatabaseThread,
        *,
        clock: Clock,
        zone: ZoneInfo,
        random: Random,
        posted: Callable[[], None] = lambda: None,
    ) -> None:
        self._outbox = outbox
        self._database_thread = database_thread
        self._clock = clock
        self._zone = zone
        self._random = random
        self._posted = posted

    async def send(
        self, question: str, *, intent: str, entry: str, reason: Reason, language: str
    ) -> None:
        """Keep the question for the courier, as the patron was shown it.

        Raises:
            StorageError: it could not be kept.
        """
        feedback = Feedback(
            id=UUID(int=self._random.getrandbits(128), version=4),
            question=question,
            intent=intent,
            entry=entry,
            reason=reason,
            language=language,
            day=self._clock.now().astimezone(self._zone).date(),
        )
        await self._database_thread.run(lambda: self._outbox.post_feedback(feedback))
        self._posted()
