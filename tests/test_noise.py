"""The rule that no test makes noise by accident is itself kept here."""

import logging
import sys

from PySide6.QtCore import qWarning

from tests.noise import Noise

log = logging.getLogger(__name__)


def test_a_warning_is_heard_and_information_is_not(expected_logs: Noise) -> None:
    log.info("all is well")
    log.warning("the desk is gone")
    assert expected_logs.unexpected() == ["WARNING tests.test_noise: the desk is gone"]
    expected_logs.allow("the desk is gone")


def test_what_a_test_expects_is_no_noise(expected_logs: Noise) -> None:
    expected_logs.allow("the desk is")
    log.error("the desk is gone")
    assert expected_logs.unexpected() == []


def test_a_message_of_qt_is_heard(expected_logs: Noise) -> None:
    expected_logs.allow("binding loop")
    qWarning("binding loop detected")
    assert len(expected_logs.heard) == 1


def test_what_the_off_screen_platform_cannot_do_is_no_noise(expected_logs: Noise) -> None:
    qWarning("This plugin does not support raise()")
    assert expected_logs.heard == []


def test_an_error_that_an_event_loop_only_prints_is_heard() -> None:
    noise = Noise()
    with noise.listening():
        error = ZeroDivisionError("in a slot")
        sys.excepthook(type(error), error, None)
    assert noise.unexpected() == ["uncaught ZeroDivisionError: in a slot"]


def test_nothing_is_heard_after_the_end() -> None:
    noise = Noise()
    with noise.listening():
        pass
    log_handlers = logging.getLogger().handlers
    assert noise not in log_handlers
