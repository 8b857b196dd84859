"""``kiosk ui``."""

import argparse

from kiosk.app.clock_trust import trust_maker
from kiosk.app.configuration import Configuration
from kiosk.app.console import Console
from kiosk.core.clock import SystemClock
from kiosk.core.errors import SettingError
from kiosk.core.settings import Settings


def run(options: argparse.Namespace, console: Console) -> int:
    """Show the window, or only the page that cannot break, until told to go."""
    # The watchdog keeps what is said on standard error.
    console.start_logging(None)
    clock = SystemClock.starting_at(options.now) if options.now else SystemClock()
    if options.safe:
        # Nothing of the window is loaded: what breaks it must not break this page.
        from kiosk.app import safe_process  # noqa: PLC0415  the reason above

        return safe_process.run(
            _as_far_as_possible(console),
            clock,
            trust_maker(clock_is_stated=options.now is not None),
            watched=options.watched,
        )
    configuration = console.configured()
    from kiosk.app import ui_process  # noqa: PLC0415  the safe page does without it

    return ui_process.run(
        configuration,
        clock,
        ui_process.UiOptions(
            watched=options.watched,
            software=options.software,
            driver=options.driver or "",
            clock_is_stated=options.now is not None,
        ),
    )


def _as_far_as_possible(console: Console) -> Configuration:
    """The settings; the defaults where one is wrong, for the safe page shows itself regardless."""
    try:
        return console.configured(secret_names=())
    except SettingError as error:
        console.complain(str(error))
        return Configuration(Settings(), console.folders, {})
