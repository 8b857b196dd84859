"""What is thrown away on time: old sessions, old answers, contacts of closed tickets."""

import logging

from starlette.concurrency import run_in_threadpool

from kiosk.core.clock import Clock
from kiosk.core.errors import StorageError
from kiosk.desk.answers import Answers
from kiosk.desk.people import Sessions
from kiosk.desk.queue import Queue

logger = logging.getLogger(__name__)

EVERY_SECONDS = 3_600.0


class Housekeeping:
    """Runs at the start and then every hour."""

    def __init__(self, sessions: Sessions, answers: Answers, queue: Queue, clock: Clock) -> None:
        self._sessions = sessions
        self._answers = answers
        self._queue = queue
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
        ended = self._sessions.forget_old()
        answers = self._answers.forget_old()
        contacts = self._queue.forget_contacts()
        if ended or answers or contacts:
            logger.info("tidied up: %d sessions, %d answers, %d contacts", ended, answers, contacts)
