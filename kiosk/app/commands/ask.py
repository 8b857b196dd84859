"""``kiosk ask``."""

import argparse
import logging
from collections.abc import Iterable

from kiosk.app.ask import AskOptions, run_ask
from kiosk.app.console import Console
from kiosk.app.library import content_of

_FROM_INPUT = ["-"]


def run(options: argparse.Namespace, console: Console) -> int:
    """Answer what was asked."""
    configuration = console.configured([] if options.offline else ["openai.api_key"])
    console.start_logging(None, logging.WARNING)
    return run_ask(
        questions(options.question, console),
        AskOptions(
            options.json,
            options.now,
            options.offline,
            options.lang,
            many=options.question == _FROM_INPUT,
        ),
        configuration.settings,
        configuration.folders,
        content_of(configuration.settings),
        console.out,
    )


def questions(words: list[str], console: Console) -> Iterable[str]:
    """The words as one question, or each line of standard input as one for ``-``."""
    if words == _FROM_INPUT:
        return (line.rstrip("\r\n") for line in console.input)
    return [" ".join(words)]
