"""The watchdog's loop: hear, look, decide, do. Four times a second, or at once when heard.

It knows nothing of libraries, networks or windows: a remote service that is down is never a
reason to restart anything.
"""

import logging
import queue
from collections.abc import Callable
from random import Random
from typing import Protocol

from kiosk.core.clock import Clock
from kiosk.core.heartbeat import Beat, Forget, Message, Ready, Snapshot, Visit
from kiosk.core.reasons import Reason
from kiosk.watchdog.journal import End, Journal
from kiosk.watchdog.last_visit import LastVisit
from kiosk.watchdog.limits import Limits
from kiosk.watchdog.naps import Naps
from kiosk.watchdog.notify import Notifier
from kiosk.watchdog.states import (
    Action,
    Beaten,
    Ended,
    Event,
    Mode,
    Shown,
    Slept,
    State,
    Tick,
    Watch,
    step,
    verdict,
)
from kiosk.watchdog.ui_process import Inbox, reason_of

TURN_SECONDS = 0.25
LAST_WORDS_SECONDS = 1.0
"""After its end a UI may still have words in the pipe: a "forget" among them must be heard before
the next UI is given the visit."""

log = logging.getLogger(__name__)


class Process(Protocol):
    """One UI process, as ``ui_process.UiProcess`` is."""

    @property
    def pid(self) -> int:
        """The system's number for it."""

    def exit_code(self) -> int | None:
        """None while it runs."""

    def wait(self, seconds: float) -> bool:
        """Whether it ended within that time."""

    def close(self) -> None:
        """Ask it to go."""

    def terminate(self) -> None:
        """Ask it with more force."""

    def kill(self) -> None:
        """End it and all that it started."""

    def bury(self) -> None:
        """Clear away what is left after its end."""


StartUi = Callable[[Mode, bool, Visit | None], Process]
"""Starts the UI: which one, whether to draw in software, what to restore. Raises OSError."""


class StopRequest(Protocol):
    """Whether somebody wants the watchdog itself to stop."""

    asked: bool


class Watchdog:
    """Keeps one UI process alive."""

    def __init__(
        self,
        start_ui: StartUi,
        inbox: Inbox,
        limits: Limits,
        *,
        visit: LastVisit,
        journal: Journal,
        notifier: Notifier,
        naps: Naps,
        clock: Clock,
        random: Random,
    ) -> None:
        self._start_ui = start_ui
        self._inbox = inbox
        self._limits = limits
        self._visit = visit
        self._journal = journal
        self._notifier = notifier
        self._naps = naps
        self._clock = clock
        self._random = random
        self._watch = Watch()
        self._process: Process | None = None
        self._silent_since: float | None = None
        self._gone_since: float | None = None

    def run(self, stop: StopRequest) -> None:
        """Watch until ``stop`` is asked, then end the UI in order; or until staff closed it."""
        self._notifier.ready()
        try:
            while not stop.asked and self._watch.state is not State.CLOSED:
                self.turn()
        finally:
            self._notifier.stopping()
            self._stop_ui()

    def turn(self) -> None:
        """Once around: what was heard, whether we slept, whether the UI is gone, what is due."""
        self._listen()
        lost = self._naps.since_last_look()
        if lost is not None:
            log.info("the machine slept; its silence is not counted")
            self._step(Slept(lost))
        self._look_after_process()
        now = self._clock.monotonic()
        self._visit.expire(now)
        self._notifier.alive(now)
        self._step(Tick())

    def _listen(self) -> None:
        try:
            heard = self._inbox.get(timeout=TURN_SECONDS)
            # No more than what waits now: a UI that floods must not keep us from looking.
            for _ in range(self._inbox.qsize() + 1):
                if heard.process is self._process:
                    self._hear(heard.message, heard.at)
                heard = self._inbox.get_nowait()
        except queue.Empty:
            return

    def _hear(self, message: Message | None, at: float) -> None:
        match message:
            case Ready():
                self._step(Shown(), at)
            case Beat(frames):
                self._visit.alive(at)
                self._step(Beaten(frames), at)
            case Snapshot(visit):
                self._visit.keep(visit, at)
            case Forget():
                self._visit.forget()
            case None:
                self._silent_since = at
                if self._process is not None:
                    # It most likely ends: a moment's wait here is a faster restart.
                    self._process.wait(0.05)

    def _look_after_process(self) -> None:
        if self._process is None:
            return
        exit_code = self._process.exit_code()
        if exit_code is None:
            return
        now = self._clock.monotonic()
        self._gone_since = now if self._gone_since is None else self._gone_since
        all_said = self._silent_since is not None
        if all_said or now - self._gone_since >= LAST_WORDS_SECONDS:
            self._process.bury()
            self._end(reason_of(exit_code), exit_code)

    def _end(self, reason: Reason, exit_code: int | None) -> None:
        why = verdict(self._watch, reason)
        if why is not None:
            self._record(why, exit_code)
        self._process = None
        self._step(Ended(reason, self._random.random()))

    def _record(self, why: Reason, exit_code: int | None) -> None:
        lived = self._clock.monotonic() - self._watch.life.started
        level = logging.INFO if why.planned else logging.WARNING
        log.log(level, "the UI ended after %.1f s: %s (%d)", lived, why.name.lower(), why)
        self._journal.record(
            End(
                at=self._clock.now(),
                reason=why,
                mode=self._watch.past.mode,
                software=self._watch.in_software,
                lived_seconds=lived,
                exit_code=exit_code,
            )
        )

    def _step(self, event: Event, at: float | None = None) -> None:
        now = self._clock.monotonic() if at is None else at
        before = self._watch
        self._watch, action = step(before, event, now=now, limits=self._limits)
        self._tell_changes(before)
        self._do(action, before)

    def _tell_changes(self, before: Watch) -> None:
        if before.past.mode is not self._watch.past.mode:
            log.warning("the UI's mode is now %s", self._watch.past.mode)
        if self._watch.past.software and not before.past.software:
            log.warning("the UI draws without the graphics card from now on")

    def _do(self, action: Action, before: Watch) -> None:
        match action:
            case Action.START:
                self._start()
            case Action.SUSPECT:
                silent = self._clock.monotonic() - self._watch.life.heard
                log.warning("the UI has been silent for %.0f s", silent)
            case Action.CLOSE if self._process is not None:
                self._process.close()
            case Action.KILL if self._process is not None:
                self._process.kill()
            case Action.ABANDON:
                log.error("the UI cannot be ended; it is left behind and another one started")
                self._record(before.life.condemned or Reason.UNKNOWN, None)
                self._process = None

    def _start(self) -> None:
        mode, software = self._watch.past.mode, self._watch.in_software
        # The safe page knows no visits; what is kept may still reach the next full UI.
        visit = self._visit.restore(self._clock.monotonic()) if mode is Mode.FULL else None
        self._silent_since = self._gone_since = None
        try:
            self._process = self._start_ui(mode, software, visit)
        except OSError as error:
            log.error("the UI could not be started: %s", error)  # noqa: TRY400 - a sentence is enough
            self._end(Reason.UNKNOWN, None)
        else:
            log.info("the UI was started: %s, process %d", mode, self._process.pid)

    def _stop_ui(self) -> None:
        process = self._process
        if process is None:
            return
        process.close()
        if not process.wait(self._limits.stop_seconds):
            process.terminate()
            process.wait(self._limits.stop_seconds)
        process.kill()
        process.wait(self._limits.stop_seconds)
        process.bury()
