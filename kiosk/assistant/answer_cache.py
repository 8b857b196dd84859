"""Answers of the model that the next patron with the same question gets at once, and for nothing.

Only what holds nothing personal is kept. That cannot be seen from a text, so it is made sure of:
every word of the question must be one of the library's own (of our vocabularies or of its
knowledge), and the question must be the first of its visit. No question is kept at all, only a
digest of it.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from kiosk.assistant.answers import Source
from kiosk.assistant.words import words
from kiosk.core.clock import Clock

FORM = 1
"""Raised when the rules for the model change so much that old answers will not do."""


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """A model's answer as it was shown.

    Attributes:
        text: Markdown.
        sources: Entries that it cites.
    """

    text: str
    sources: tuple[Source, ...]


class KeptAnswers(Protocol):
    """Where answers are kept: ``store.kept_answers``. On the database's thread."""

    def get(self, key: str, now: datetime) -> str | None:
        """What is kept under a key and not out of date."""

    def put(self, key: str, body: str, now: datetime, until: datetime) -> None:
        """Keep it that long."""


class AnswerCache:
    """Keeps answers of one model. On the database's thread.

    Args:
        kept: Where.
        is_impersonal: Whether a question is made of the library's own words only.
        version: Of the library's knowledge; another one makes all that is kept worthless.
        model: Whose answers.
        clock: Read each time.
        keep: For how long; nothing is kept for no time.
    """

    def __init__(
        self,
        kept: KeptAnswers,
        *,
        is_impersonal: Callable[[str, str], bool],
        version: Callable[[], str],
        model: str,
        clock: Clock,
        keep: timedelta,
    ) -> None:
        self._kept = kept
        self._is_impersonal = is_impersonal
        self._version = version
        self._model = model
        self._clock = clock
        self._keep = keep

    def get(self, question: str, language: str) -> KeptAnswer | None:
        """The answer to the same question in the same language.

        Raises:
            StorageError: the cache cannot be read.
        """
        if not self._keep or not self._is_impersonal(question, language):
            return None
        body = self._kept.get(self._key(question, language), self._clock.now())
        return None if body is None else _answer(body)

    def put(self, question: str, language: str, answer: KeptAnswer) -> None:
        """Keep an answer, if it may be kept.

        Raises:
            StorageError: the cache cannot be written.
        """
        if not self._keep or not self._is_impersonal(question, language):
            return
        sources = [source.to_json() for source in answer.sources]
        body = json.dumps({"text": answer.text, "sources": sources}, ensure_ascii=False)
        now = self._clock.now()
        self._kept.put(self._key(question, language), body, now, now + self._keep)

    def _key(self, question: str, language: str) -> str:
        # Order matters, marks and capitals do not.
        asked = " ".join(word for word in words(question) if word.isalnum())
        whole = json.dumps([FORM, self._version(), self._model, language, asked])
        return hashlib.sha256(whole.encode()).hexdigest()


def _answer(body: str) -> KeptAnswer | None:
    try:
        told = json.loads(body)
        sources = tuple(Source(source["id"], source["title"]) for source in told["sources"])
        return KeptAnswer(str(told["text"]), sources)
    except (ValueError, KeyError, TypeError):
        return None  # damaged: as good as not kept
