"""What is thrown away on time: old sessions, answers, contacts, numbers, patrons' questions."""

import logging

from starlette.concurrency import run_in_threadpool

from kiosk.core.clock import Clock
from kiosk.core.errors import StorageError
from kiosk.desk.answers import Answers
from kiosk.desk.feedback import FeedbackBox
from kiosk.desk.people import Sessions
from kiosk.desk.queue import Queue
from kiosk.desk.tallies import Tallies

logger = logging.getLogger(__name__)

EVERY_SECONDS = 3_600.0


class Housekeeping:
    """Runs at the start and then every hour."""

    def __init__(
        self,
        *,
        sessions: Sessions,
        answers: Answers,
        queue: Queue,
        tallies: Tallies,
        feedback: FeedbackBox,
        clock: Clock,
    ) -> None:
        self._sessions = sessions
        self._answers = answers
        self._queue = queue
        self._tallies = tallies
        self._feedback = feedback
        self._clock = clock

    async def run(self) -> None:
        """Tidy up until cancelled. A storage that fails now is tried again in an hour."""
        while True:
            try:
                await run_in_threadpool(self.tidy)
            except StorageError as error:
                logger.warning("nothing was tidied up: %s", error)
            await self._clock.sleep(EVERY_SECONDS)

    def tidy(self) -> None:
        """Throw away what is due. Raises StorageUnreadable."""
        gone = {
            "sessions": self._sessions.forget_old(),
            "answers": self._answers.forget_old(),
            "contacts": self._queue.forget_contacts(),
            "days of numbers": self._tallies.forget_old(),
            "patrons' questions": self._feedback.forget_old(),
        }
        if any(gone.values()):
            logger.info("tidied up: %s", ", ".join(f"{n} {what}" for what, n in gone.items()))
