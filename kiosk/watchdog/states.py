"""What the watchdog does when: decided by a pure function that does nothing itself.

::

                 due                 first frame
    WAITING ───────────▶ STARTING ───────────────▶ RUNNING
       ▲                    │ too slow                │ silent, or stopped drawing,
       │      ended         ▼                         │ or safe mode has lasted long enough
       └───────────────── ENDING ◀────────────────────┘

The process may also end by itself: then STARTING and RUNNING go straight to WAITING. Where staff
closed the kiosk they go to CLOSED, and so does ENDING: nothing is started any more.

This file imports nothing of ours but the reason codes and the limits, two tables, so that every
arrow can be tested without a process, a pipe or a clock. All times are seconds of the watchdog's
own monotonic clock.
"""

from dataclasses import dataclass, replace
from enum import Enum, StrEnum

from kiosk.core.reasons import Reason
from kiosk.watchdog.limits import Limits

STUCK = frozenset({Reason.UI_HANG, Reason.RENDER_HANG, Reason.START_TIMEOUT})
"""Ends by our own hand. They take so long that five in two minutes can never be counted."""

DRAWING = frozenset({Reason.RENDER_HANG, Reason.GPU_LOST})
"""Ends that another way of drawing may cure."""

HOPELESS = frozenset({Reason.DATABASE_UNREADABLE, Reason.BAD_CONFIGURATION})
"""Ends that the same start would only repeat."""


class State(Enum):
    """Where the one UI process stands."""

    WAITING = "waiting"
    STARTING = "starting"
    RUNNING = "running"
    ENDING = "ending"
    CLOSED = "closed"


class Mode(StrEnum):
    """Which UI it is: the whole one, or the page so simple that it cannot break."""

    FULL = "full"
    SAFE = "safe"


class Action(Enum):
    """What the hands are to do.

    ``CLOSE`` asks the UI to go, ``KILL`` ends it, ``ABANDON`` gives up a process that even the
    system cannot end (stuck in a driver), so that the next one can start.
    """

    NOTHING = "nothing"
    START = "start"
    SUSPECT = "suspect"
    CLOSE = "close"
    KILL = "kill"
    ABANDON = "abandon"


@dataclass(frozen=True, slots=True)
class Life:
    """What is known of the UI process that runs now, or of the last one.

    Attributes:
        started: When it was started.
        ready: When its first frame was seen; None before.
        heard: Its last beat.
        drew: The last beat that brought a new frame.
        frames: The last count.
        suspected: Whether the present silence was noted.
        condemned: Why we are ending it; None where we are not, or only asked it to go.
    """

    started: float = 0.0
    ready: float | None = None
    heard: float = 0.0
    drew: float = 0.0
    frames: int = 0
    suspected: bool = False
    condemned: Reason | None = None

    @property
    def well_seconds(self) -> float:
        """How long it showed the screen and answered."""
        return 0.0 if self.ready is None else max(0.0, self.heard - self.ready)


@dataclass(frozen=True, slots=True)
class Past:
    """What is remembered from one UI process to the next.

    Attributes:
        mode: Which UI is next, or runs.
        software: Draw without the graphics card. Stays until the watchdog itself starts anew: a
            card that hung twice in a day is not worth a third frozen screen.
        failures: Bad ends in a row; sets the next wait.
        bad_ends: When the last bad ends were.
        stuck: Hangs in a row.
        drawing_ends: When drawing last failed.
        retry_at: In safe mode, when the full UI is tried again.
        probation: The full UI is being tried out of safe mode; one bad end leads back.
    """

    mode: Mode = Mode.FULL
    software: bool = False
    failures: int = 0
    bad_ends: tuple[float, ...] = ()
    stuck: int = 0
    drawing_ends: tuple[float, ...] = ()
    retry_at: float = 0.0
    probation: bool = False


@dataclass(frozen=True, slots=True)
class Watch:
    """All that the watchdog knows.

    Attributes:
        state: Where the process stands.
        since: When that state began.
        due: WAITING: when to start. ENDING: when to strike (again).
        gentle_until: Patience is doubled until then because the machine slept.
        life: The process.
        past: What outlives it.
    """

    state: State = State.WAITING
    since: float = 0.0
    due: float = 0.0
    gentle_until: float = 0.0
    life: Life = Life()
    past: Past = Past()

    @property
    def in_software(self) -> bool:
        """Draw without the graphics card. The safe page always does: it must not need one."""
        return self.past.software or self.past.mode is Mode.SAFE


@dataclass(frozen=True, slots=True)
class Tick:
    """Time passed."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The first frame is on the screen."""


@dataclass(frozen=True, slots=True)
class Beaten:
    """A beat arrived, with the UI's count of frames."""

    frames: int


@dataclass(frozen=True, slots=True)
class Slept:
    """The machine, or the watchdog itself, stood still; ``lost`` seconds of our clock passed."""

    lost: float


@dataclass(frozen=True, slots=True)
class Ended:
    """The process is gone.

    Attributes:
        reason: By its exit code.
        luck: A random number from 0 to 1 that spreads the next wait, so that a room full of
            terminals does not start in step.
    """

    reason: Reason
    luck: float


Event = Tick | Shown | Beaten | Slept | Ended


def step(watch: Watch, event: Event, *, now: float, limits: Limits) -> tuple[Watch, Action]:
    """Decide what an event changes and what is to be done about it. Does nothing itself."""
    match event, watch.state:
        # STARTING -> RUNNING: the first frame is on the screen.
        case Shown(), State.STARTING:
            life = replace(watch.life, ready=now, heard=now, drew=now)
            return replace(watch, state=State.RUNNING, since=now, life=life), Action.NOTHING
        case Beaten(frames), State.STARTING | State.RUNNING:
            return replace(watch, life=_beaten(watch.life, frames, now)), Action.NOTHING
        case Slept(lost), _:
            return _slept(watch, lost, now, limits), Action.NOTHING
        # STARTING, RUNNING or ENDING -> WAITING, or CLOSED: it is gone.
        case Ended(reason, luck), State.STARTING | State.RUNNING | State.ENDING:
            return _ended(watch, reason, luck, now, limits), Action.NOTHING
        case Tick(), _:
            return _tick(watch, now, limits)
        case _:  # late news of a process that no longer counts
            return watch, Action.NOTHING


def verdict(watch: Watch, reason: Reason) -> Reason | None:
    """Why the process really ended; None where it was only asked to make room for the full UI."""
    # Staff who close a UI that we were about to end mean the kiosk, not that UI.
    if watch.state is State.ENDING and reason is not Reason.STAFF:
        return watch.life.condemned
    return reason


def wait_seconds(failures: int, luck: float, limits: Limits) -> float:
    """The wait before the next start: 0, 1, 2, 4 … up to the cap, less up to a fifth by luck."""
    if failures <= 1:
        return 0.0
    doubled = 2.0 ** min(failures - 2, 30)
    return min(doubled, limits.longest_wait_seconds) * (1.0 - 0.2 * luck)


def _beaten(life: Life, frames: int, now: float) -> Life:
    drew = now if frames != life.frames else life.drew
    return replace(life, heard=now, drew=drew, frames=frames, suspected=False)


def _slept(watch: Watch, lost: float, now: float, limits: Limits) -> Watch:
    # Nobody could beat, draw or start in the gap, so it is cut out of every count of this life.
    life = replace(
        watch.life,
        started=min(now, watch.life.started + lost),
        heard=min(now, watch.life.heard + lost),
        drew=min(now, watch.life.drew + lost),
    )
    return replace(watch, life=life, gentle_until=now + limits.gentle_seconds)


def _tick(  # noqa: PLR0911 - each return is one arrow
    watch: Watch, now: float, limits: Limits
) -> tuple[Watch, Action]:
    retry = watch.past.mode is Mode.SAFE and now >= watch.past.retry_at
    match watch.state:
        # WAITING -> STARTING: safe mode has lasted long enough, even if its page never came up.
        case State.WAITING if retry:
            return _start(replace(watch, past=_on_probation(watch.past)), now), Action.START
        # WAITING -> STARTING: the wait is over.
        case State.WAITING if now >= watch.due:
            return _start(watch, now), Action.START
        # STARTING or RUNNING -> ENDING: the safe page makes room for the full UI.
        case State.STARTING | State.RUNNING if retry:
            return _ending(watch, None, now, now + limits.stop_seconds), Action.CLOSE
        # STARTING -> ENDING: no first frame in time.
        case State.STARTING if _too_slow(watch, now, limits):
            return _condemned(watch, Reason.START_TIMEOUT, now, limits)
        case State.RUNNING:
            return _judge(watch, now, limits)
        # ENDING -> WAITING: it cannot be ended. The screen must not wait for it.
        case State.ENDING if now - watch.since >= limits.abandon_seconds:
            reason = watch.life.condemned or Reason.UNKNOWN
            return _ended(watch, reason, 0.0, now, limits), Action.ABANDON
        # ENDING -> ENDING: it was asked, or struck, and is still there.
        case State.ENDING if now >= watch.due:
            return replace(watch, due=now + limits.stop_seconds), Action.KILL
    return watch, Action.NOTHING


def _judge(watch: Watch, now: float, limits: Limits) -> tuple[Watch, Action]:
    patience = 2.0 if _gentle(watch, now, limits) else 1.0
    silent, still = now - watch.life.heard, now - watch.life.drew
    suspicious = silent > limits.suspect_seconds * patience
    # RUNNING -> ENDING: the UI thread does not answer.
    if silent > limits.kill_seconds * patience:
        return _condemned(watch, Reason.UI_HANG, now, limits)
    # RUNNING -> ENDING: the UI thread answers, and yet nothing is drawn.
    if still > limits.kill_seconds * patience and not suspicious:
        return _condemned(watch, Reason.RENDER_HANG, now, limits)
    # RUNNING -> RUNNING: silent long enough to be noted, once for each silence.
    if suspicious and not watch.life.suspected:
        return replace(watch, life=replace(watch.life, suspected=True)), Action.SUSPECT
    return watch, Action.NOTHING


def _gentle(watch: Watch, now: float, limits: Limits) -> bool:
    young = now - watch.life.started < limits.gentle_seconds
    return young or now < watch.gentle_until or watch.in_software


def _too_slow(watch: Watch, now: float, limits: Limits) -> bool:
    # Being young is no excuse here: start_seconds is made for the young.
    patience = limits.start_seconds * (2.0 if watch.in_software else 1.0)
    return now - watch.life.started > patience and now >= watch.gentle_until


def _start(watch: Watch, now: float) -> Watch:
    life = Life(started=now, heard=now, drew=now)
    return replace(watch, state=State.STARTING, since=now, life=life)


def _ending(watch: Watch, reason: Reason | None, now: float, due: float) -> Watch:
    life = replace(watch.life, condemned=reason)
    return replace(watch, state=State.ENDING, since=now, due=due, life=life)


def _condemned(watch: Watch, reason: Reason, now: float, limits: Limits) -> tuple[Watch, Action]:
    return _ending(watch, reason, now, now + limits.stop_seconds), Action.KILL


def _ended(watch: Watch, reason: Reason, luck: float, now: float, limits: Limits) -> Watch:
    why = verdict(watch, reason)
    if why is Reason.STAFF:
        return replace(watch, state=State.CLOSED, since=now)
    past = _forgiven(watch.past, watch.life.well_seconds, limits)
    if why is None or _whole_screen_is_wanted(past, why):
        past, wait = _on_probation(past), 0.0
    elif why.planned:
        wait = _planned_wait(watch.life, now, limits)
    else:
        past = _after_bad_end(past, why, now, limits)
        wait = wait_seconds(past.failures, luck, limits)
    return replace(watch, state=State.WAITING, since=now, due=now + wait, past=past)


def _whole_screen_is_wanted(past: Past, why: Reason) -> bool:
    """Staff who restart the safe page believe that the whole screen works again."""
    return past.mode is Mode.SAFE and why is Reason.STAFF_RESTART


def _planned_wait(life: Life, now: float, limits: Limits) -> float:
    hardly_started = now - life.started < limits.stop_seconds
    return limits.planned_pause_seconds if hardly_started else 0.0


def _forgiven(past: Past, well_seconds: float, limits: Limits) -> Past:
    if well_seconds >= limits.forgive_seconds:
        past = replace(past, failures=0, bad_ends=(), stuck=0)
    if well_seconds >= limits.gentle_seconds:
        past = replace(past, stuck=0)
    if well_seconds >= limits.bad_window_seconds:
        past = replace(past, probation=False)
    return past


def _after_bad_end(past: Past, reason: Reason, now: float, limits: Limits) -> Past:
    past = _after_drawing(past, reason, now, limits)
    past = replace(
        past,
        failures=past.failures + 1,
        bad_ends=_recent(past.bad_ends, now, limits.bad_window_seconds),
        stuck=past.stuck + (reason in STUCK),
    )
    if past.mode is Mode.FULL and _hopeless(past, reason, limits):
        return _in_safe_mode(past, now, limits)
    return past


def _hopeless(past: Past, reason: Reason, limits: Limits) -> bool:
    return (
        reason in HOPELESS
        or past.probation
        or len(past.bad_ends) >= limits.bad_ends
        or past.stuck >= limits.stuck_ends
    )


def _after_drawing(past: Past, reason: Reason, now: float, limits: Limits) -> Past:
    if reason not in DRAWING:
        return past
    ends = _recent(past.drawing_ends, now, limits.drawing_window_seconds)
    software = past.software or len(ends) >= limits.drawing_ends
    return replace(past, drawing_ends=ends, software=software)


def _in_safe_mode(past: Past, now: float, limits: Limits) -> Past:
    fresh = Past(software=past.software, drawing_ends=past.drawing_ends)
    return replace(fresh, mode=Mode.SAFE, retry_at=now + limits.full_retry_seconds)


def _on_probation(past: Past) -> Past:
    fresh = Past(software=past.software, drawing_ends=past.drawing_ends)
    return replace(fresh, mode=Mode.FULL, probation=True)


def _recent(times: tuple[float, ...], now: float, window: float) -> tuple[float, ...]:
    return (*(time for time in times if now - time <= window), now)
