"""Puts together the language model with what belongs to it: loaded where one is set."""

import logging
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from kiosk.app.answering import Known
from kiosk.app.masking import masking_maker
from kiosk.assistant.answer_cache import AnswerCache
from kiosk.assistant.budget import Budget, Prices, Spent
from kiosk.assistant.grounding import Judge
from kiosk.assistant.model import LanguageModel
from kiosk.assistant.model_answers import ModelAnswers
from kiosk.assistant.model_help import ModelHelp
from kiosk.assistant.openai_model import OpenAIModel
from kiosk.assistant.own_words import OwnWords
from kiosk.assistant.steadfast_model import SteadfastModel
from kiosk.assistant.tools import Tools
from kiosk.core.clock import Clock
from kiosk.core.errors import AssistantUnavailable
from kiosk.core.settings import OpenAI
from kiosk.core.tallies import Counter, Tally
from kiosk.net.breaker import CircuitBreaker
from kiosk.store.connection import Database
from kiosk.store.kept_answers import KeptAnswersTable
from kiosk.store.tallies import Tallies
from kiosk.store.worker import DatabaseThread

_log = logging.getLogger(__name__)


def language_model(settings: OpenAI, clock: Clock) -> SteadfastModel:
    """The model that is set, with our patience and a circuit breaker."""
    breaker = CircuitBreaker("the language model", AssistantUnavailable, clock.monotonic)
    random = Random()  # noqa: S311 - spreads waits, guards nothing
    return SteadfastModel(
        OpenAIModel(settings),
        breaker,
        clock,
        random,
        retries=settings.retries,
        patience_seconds=settings.first_token_seconds,
    )


def model_help(
    known: Known,
    model: LanguageModel,
    database: Database,
    database_thread: DatabaseThread,
    counter: Counter,
) -> ModelHelp:
    """A model's help with what the terminal's own data leaves open."""
    settings = known.settings
    words = OwnWords(known.languages, known.table.all, known.knowledge.version)
    tools = Tools(
        known.directory,
        known.calendar,
        known.knowledge,
        known.clock,
        database_thread,
        languages=known.languages.tags,
        is_time_doubtful=known.is_time_doubtful,
    )
    return ModelHelp(
        ModelAnswers(model, tools, known.local, database_thread, settings.budget.history_tokens),
        budget=Budget(
            settings.budget,
            Prices({price.name: price for price in known.content.models}, settings.openai.model),
            spent_between=_spent_between(Tallies(database)),
            database_thread=database_thread,
            clock=known.clock,
            zone=known.calendar.zone,
            warn=_log.warning,
        ),
        cache=AnswerCache(
            KeptAnswersTable(database),
            is_impersonal=words.are_all,
            version=known.knowledge.version,
            model=settings.openai.model,
            clock=known.clock,
            keep=timedelta(hours=settings.budget.keep_answers_hours),
        ),
        currency=known.content.currency,
        make_masking=masking_maker(known.content, known.directory),
        make_judge=lambda: Judge(known.languages.all(), known.terms),
        languages=known.languages,
        zone=known.calendar.zone,
        clock=known.clock,
        database_thread=database_thread,
        counter=counter,
    )


def _spent_between(tallies: Tallies) -> Callable[[date, date], Spent]:
    def spent(first: date, last: date) -> Spent:
        counts = tallies.totals(first, last)
        return Spent(
            tokens=sum(each.amount for each in counts if each.name is Tally.MODEL_TOKENS),
            cost=sum(each.amount for each in counts if each.name is Tally.MODEL_COST),
        )

    return spent
