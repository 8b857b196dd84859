"""``kiosk ui``."""

import argparse

from kiosk.app.clock_trust import trust_maker
from kiosk.app.configuration import Configuration
from kiosk.app.console import Console
from kiosk.app.garbage import look_away
from kiosk.app.secret_command import PIN_HASH
from kiosk.core.clock import SystemClock
from kiosk.core.errors import SettingError, StorageError
from kiosk.core.secret import Secret
from kiosk.core.settings import Settings, Staff, environment_name


def run(options: argparse.Namespace, console: Console) -> int:
    """Show the window, or only the page that cannot break, until told to go."""
    # The watchdog keeps what is said on standard error.
    console.start_logging(None)
    clock = SystemClock.starting_at(options.now) if options.now else SystemClock()
    if options.safe:
        # Nothing of the window is loaded: what breaks it must not break this page.
        from kiosk.app import safe_process  # noqa: PLC0415  the reason above

        return safe_process.run(
            as_far_as_possible(console),
            clock,
            trust_maker(clock_is_stated=options.now is not None),
            watched=options.watched,
        )
    configuration = console.configured()
    look_away()
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


def as_far_as_possible(console: Console) -> Configuration:
    """The settings; the defaults where one is wrong, for the safe page shows itself regardless."""
    try:
        return console.configured(secret_names=(PIN_HASH,))
    except SettingError as error:
        console.complain(str(error))
        # Staff must not be locked out by a setting that has nothing to do with them.
        staff = Staff(pin_hash=_pin_hash(console))
        return Configuration(Settings(staff=staff), console.folders, {})


def _pin_hash(console: Console) -> Secret:
    if given := console.environment.get(environment_name(PIN_HASH)):
        return Secret(given)
    try:
        return console.secrets.get(PIN_HASH)
    except StorageError as error:
        console.complain(str(error))
        return Secret("")
