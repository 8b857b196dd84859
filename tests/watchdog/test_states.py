"""Every arrow of the diagram, then what must hold for any story at all."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.reasons import Reason
from kiosk.watchdog.limits import Limits
from kiosk.watchdog.states import (
    Action,
    Beaten,
    Ended,
    Event,
    Life,
    Mode,
    Past,
    Shown,
    Slept,
    State,
    Tick,
    Watch,
    step,
    verdict,
    wait_seconds,
)

LIMITS = Limits()
PLANNED = [reason for reason in Reason if reason.planned and reason is not Reason.STAFF]
BAD = [reason for reason in Reason if not reason.planned]


class Story:
    """A watch and a clock to turn; says what the watchdog wants done."""

    def __init__(self, limits: Limits = LIMITS) -> None:
        self.limits = limits
        self.watch = Watch()
        self.now = 1_000.0
        self.frames = 0

    def tell(self, event: Event) -> Action:
        self.watch, action = step(self.watch, event, now=self.now, limits=self.limits)
        return action

    def after(self, seconds: float) -> Action:
        self.now += seconds
        return self.tell(Tick())

    def starts(self) -> "Story":
        assert self.tell(Tick()) is Action.START
        return self

    def runs(self, seconds: float = 0.0) -> "Story":
        """Started, shown, and well for that long."""
        self.starts().tell(Shown())
        self.is_well(seconds)
        return self

    def is_well(self, seconds: float) -> None:
        for _ in range(int(seconds)):
            self.now += 1.0
            self.frames += 1
            self.tell(Beaten(self.frames))
            assert self.tell(Tick()) is Action.NOTHING

    def ends(self, reason: Reason) -> float:
        """It ends; the seconds until the next start."""
        self.tell(Ended(reason, luck=0.0))
        return self.watch.due - self.now

    @property
    def state(self) -> State:
        return self.watch.state

    @property
    def mode(self) -> Mode:
        return self.watch.past.mode


def until_acts(story: Story, *, beating: bool = False, still: bool = True) -> tuple[Action, float]:
    """Turn the clock second by second until something other than a suspicion is to be done."""
    begun = story.now
    for _ in range(10_000):
        if beating:
            story.frames += 0 if still else 1
            story.tell(Beaten(story.frames))
        action = story.after(1.0)
        if action not in (Action.NOTHING, Action.SUSPECT):
            return action, story.now - begun
    raise AssertionError("nothing happened for hours")


# --- arrows ---


def test_waiting_to_starting_at_once_on_the_first_tick() -> None:
    story = Story()
    assert story.tell(Tick()) is Action.START
    assert (story.state, story.mode, story.watch.in_software) == (State.STARTING, Mode.FULL, False)


def test_waiting_stays_until_the_wait_is_over() -> None:
    story = Story()
    story.runs().ends(Reason.CRASH)
    assert story.runs().ends(Reason.CRASH) == 1.0
    assert story.after(0.9) is Action.NOTHING
    assert story.after(0.1) is Action.START


def test_starting_to_running_on_the_first_frame() -> None:
    story = Story().runs()
    assert story.state is State.RUNNING
    assert story.watch.life.ready == story.now


def test_starting_to_ending_without_a_first_frame() -> None:
    story = Story().starts()
    assert until_acts(story, beating=True) == (Action.KILL, 61.0)
    assert story.state is State.ENDING
    assert verdict(story.watch, Reason.CRASH) is Reason.START_TIMEOUT


def test_starting_to_waiting_when_it_dies() -> None:
    story = Story().starts()
    assert story.ends(Reason.CRASH) == 0.0
    assert story.state is State.WAITING


def test_running_to_running_noting_a_silence_once() -> None:
    story = Story().runs(70)
    assert story.after(5.0) is Action.NOTHING
    assert story.after(0.5) is Action.SUSPECT
    assert story.after(0.5) is Action.NOTHING
    story.is_well(1)
    assert story.after(5.5) is Action.SUSPECT, "a new silence is noted anew"


def test_running_to_ending_when_the_ui_thread_hangs() -> None:
    story = Story().runs(70)
    assert until_acts(story) == (Action.KILL, 16.0)
    assert verdict(story.watch, Reason.CRASH) is Reason.UI_HANG


def test_running_to_ending_when_nothing_is_drawn() -> None:
    story = Story().runs(70)
    assert until_acts(story, beating=True) == (Action.KILL, 16.0)
    assert verdict(story.watch, Reason.CRASH) is Reason.RENDER_HANG


def test_running_to_waiting_when_it_dies() -> None:
    story = Story().runs(70)
    assert story.ends(Reason.OUT_OF_MEMORY) == 0.0
    assert (story.state, story.watch.past.failures) == (State.WAITING, 1)


def test_ending_to_waiting_when_it_is_gone() -> None:
    story = Story().runs(70)
    until_acts(story)
    assert story.ends(Reason.CRASH) == 0.0
    assert (story.state, story.watch.past.stuck) == (State.WAITING, 1)


def test_ending_strikes_again_and_then_gives_the_process_up() -> None:
    """A process stuck in a graphics driver cannot be ended; the screen must not wait for it."""
    story = Story().runs(70)
    until_acts(story)
    assert [until_acts(story)[0] for _ in range(6)] == [Action.KILL] * 5 + [Action.ABANDON]
    assert (story.state, story.watch.past.failures) == (State.WAITING, 1)
    assert story.tell(Tick()) is Action.START


def test_late_news_of_a_process_that_is_gone_changes_nothing() -> None:
    story = Story().runs()
    story.ends(Reason.CRASH)
    before = story.watch
    for event in (Shown(), Beaten(7), Ended(Reason.CRASH, 0.0)):
        assert story.tell(event) is Action.NOTHING
        assert story.watch == before


# --- patience ---


def test_patience_is_doubled_in_the_first_minute() -> None:
    story = Story().runs(5)
    assert until_acts(story) == (Action.KILL, 31.0)


def test_patience_is_doubled_after_the_machine_slept() -> None:
    story = Story().runs(100)
    story.tell(Slept(0.0))
    assert until_acts(story) == (Action.KILL, 31.0)
    assert verdict(story.watch, Reason.CRASH) is Reason.UI_HANG


def test_patience_is_doubled_with_software_drawing() -> None:
    story = Story()
    story.watch = replace(story.watch, past=Past(software=True))
    story.runs(100)
    assert until_acts(story) == (Action.KILL, 31.0)


def test_software_drawing_may_take_twice_as_long_to_start() -> None:
    story = Story()
    story.watch = replace(story.watch, past=Past(software=True))
    story.starts()
    assert until_acts(story) == (Action.KILL, 121.0)


def test_a_gap_in_which_the_machine_slept_is_not_counted() -> None:
    story = Story().runs(100)
    story.now += 8 * 3600
    story.tell(Slept(8 * 3600))
    assert story.tell(Tick()) is Action.NOTHING
    story.is_well(5)


def test_sleeping_while_starting_does_not_use_up_the_time_to_start() -> None:
    for lost in (3600.0, 0.0):
        story = Story().starts()
        assert story.after(59) is Action.NOTHING
        story.now += lost
        story.tell(Slept(lost))
        assert story.tell(Tick()) is Action.NOTHING
        assert until_acts(story) == (Action.KILL, 60.0)


# --- waits, and what counts ---


def test_waits_are_0_1_2_4_and_so_on_up_to_a_minute() -> None:
    waits = [wait_seconds(failures, 0.0, LIMITS) for failures in range(11)]
    assert waits == [0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]


@given(failures=st.integers(0, 10_000), luck=st.floats(0, 1))
def test_the_spread_only_ever_shortens_a_wait_and_by_a_fifth_at_most(
    failures: int, luck: float
) -> None:
    full = wait_seconds(failures, 0.0, LIMITS)
    assert 0.8 * full - 1e-9 <= wait_seconds(failures, luck, LIMITS) <= full <= 60.0


def test_ten_good_minutes_forgive_everything_before() -> None:
    story = Story()
    for _ in range(4):
        story.runs().ends(Reason.CRASH)
        story.now = story.watch.due
    story.runs(600)
    assert story.ends(Reason.CRASH) == 0.0
    assert (story.watch.past.failures, len(story.watch.past.bad_ends)) == (1, 1)


def test_nine_good_minutes_do_not() -> None:
    story = Story()
    for _ in range(3):
        story.runs().ends(Reason.CRASH)
        story.now = story.watch.due
    story.runs(540)
    assert story.ends(Reason.CRASH) == 4.0


def test_a_planned_end_never_counts() -> None:
    for reason in PLANNED:
        story = Story()
        for _ in range(20):
            assert story.runs(10).ends(reason) == 0.0
        assert story.watch.past == Past()


def test_a_ui_that_only_ever_ends_by_plan_cannot_keep_the_processor_busy() -> None:
    assert Story().starts().ends(Reason.MEMORY_RECYCLE) == 1.0


# --- staff ---


def test_where_staff_closed_the_kiosk_nothing_is_started_again() -> None:
    story = Story().runs(5)
    story.ends(Reason.STAFF)
    assert story.state is State.CLOSED
    assert {story.after(600.0) for _ in range(5)} == {Action.NOTHING}


def test_staff_who_close_a_screen_that_was_about_to_be_ended_close_the_kiosk() -> None:
    story = Story().runs()
    assert until_acts(story)[0] is Action.KILL
    assert verdict(story.watch, Reason.STAFF) is Reason.STAFF
    story.ends(Reason.STAFF)
    assert story.state is State.CLOSED


def test_staff_who_restart_the_screen_have_it_back_at_once() -> None:
    story = Story().runs(30)
    assert story.ends(Reason.STAFF_RESTART) == 0.0
    assert story.watch.past == Past()


def test_staff_who_restart_the_safe_page_have_the_whole_screen_tried() -> None:
    story = Story()
    crash_until_safe(story)
    story.runs(10)
    assert story.ends(Reason.STAFF_RESTART) == 0.0
    assert story.starts().mode is Mode.FULL
    story.ends(Reason.CRASH)
    assert story.mode is Mode.SAFE


# --- safe mode ---


def crash_until_safe(story: Story) -> int:
    for crashes in range(1, 20):
        story.runs().ends(Reason.CRASH)
        if story.mode is Mode.SAFE:
            return crashes
        story.now = story.watch.due
    raise AssertionError("never safe")


def test_five_bad_ends_in_two_minutes_lead_to_the_safe_page_at_once() -> None:
    story = Story()
    assert crash_until_safe(story) == 5
    assert story.starts().watch.in_software, "the safe page needs no graphics card"


def test_five_bad_ends_in_a_longer_time_do_not() -> None:
    story = Story()
    for _ in range(20):
        story.runs(45).ends(Reason.CRASH)
        story.now = story.watch.due
    assert story.mode is Mode.FULL


def test_three_hangs_in_a_row_do_because_five_would_take_longer_than_two_minutes() -> None:
    story = Story()
    for _ in range(3):
        assert story.mode is Mode.FULL
        story.starts()
        until_acts(story)
        story.ends(Reason.CRASH)
        story.now = story.watch.due
    assert story.mode is Mode.SAFE


def test_hangs_with_a_good_minute_between_them_do_not() -> None:
    story = Story()
    for _ in range(6):
        story.runs(130)
        until_acts(story)
        story.ends(Reason.CRASH)
        story.now = story.watch.due
    assert story.mode is Mode.FULL


def test_what_another_start_would_only_repeat_leads_there_at_once() -> None:
    for reason in (Reason.DATABASE_UNREADABLE, Reason.BAD_CONFIGURATION):
        story = Story().starts()
        assert story.ends(reason) == 0.0
        assert story.mode is Mode.SAFE


def test_a_safe_page_that_dies_is_started_again_for_ever() -> None:
    story = Story(replace(LIMITS, full_retry_seconds=1e9))
    crash_until_safe(story)
    waits = []
    for _ in range(100):
        waits.append(story.starts().ends(Reason.BAD_CONFIGURATION))
        story.now = story.watch.due
    assert waits[:5] == [0, 1, 2, 4, 8]
    assert set(waits[8:]) == {60}
    assert story.mode is Mode.SAFE


def test_the_full_ui_is_tried_again_from_the_safe_page() -> None:
    story = Story()
    crash_until_safe(story)
    story.runs(599)
    assert story.after(1.0) is Action.CLOSE
    assert verdict(story.watch, Reason.UNKNOWN) is None, "its end is no end for the journal"
    assert story.ends(Reason.UNKNOWN) == 0.0
    assert story.runs().mode is Mode.FULL


def test_a_safe_page_that_will_not_make_room_is_ended() -> None:
    story = Story()
    crash_until_safe(story)
    story.runs(599)
    story.after(1.0)
    assert until_acts(story) == (Action.KILL, 5.0)


def test_the_full_ui_is_tried_again_also_where_the_safe_page_never_came_up() -> None:
    story = Story()
    crash_until_safe(story)
    story.starts().ends(Reason.CRASH)
    story.now += 600
    story.starts()
    assert story.mode is Mode.FULL


def test_one_bad_end_on_probation_leads_back_to_the_safe_page() -> None:
    story = Story()
    crash_until_safe(story)
    story.now += 600
    story.runs(10).ends(Reason.CRASH)
    assert story.mode is Mode.SAFE
    assert story.watch.past.retry_at == story.now + 600


def test_two_good_minutes_end_the_probation() -> None:
    story = Story()
    crash_until_safe(story)
    story.now += 600
    story.runs(120).ends(Reason.CRASH)
    assert story.mode is Mode.FULL


# --- drawing ---


def test_two_drawing_failures_in_a_day_lead_to_software_drawing_for_good() -> None:
    for reason in (Reason.RENDER_HANG, Reason.GPU_LOST):
        story = Story().runs(70)
        story.ends(reason)
        assert not story.runs(4 * 3600).watch.in_software
        story.ends(reason)
        assert story.runs(10 * 3600).watch.in_software


def test_a_drawing_failure_now_and_then_does_not() -> None:
    story = Story()
    for _ in range(5):
        story.runs().ends(Reason.GPU_LOST)
        story.now += 86_401
    assert not story.watch.in_software


def test_software_drawing_outlives_safe_mode() -> None:
    story = Story()
    story.watch = replace(story.watch, past=Past(software=True))
    crash_until_safe(story)
    story.now += 600
    story.starts()
    assert (story.mode, story.watch.past.software) == (Mode.FULL, True)


# --- any story at all ---

EVENTS = st.one_of(
    st.just(Tick()),
    st.just(Shown()),
    st.builds(Beaten, st.integers(0, 5)),
    st.builds(Slept, st.floats(0, 100)),
    st.builds(Ended, st.sampled_from([*PLANNED, *BAD]), st.floats(0, 1)),
)
"""All but the end of all stories: staff closed the kiosk."""

STORIES = st.lists(st.tuples(st.floats(0, 90), EVENTS), max_size=80)


@given(STORIES)
def test_no_story_starts_two_or_ends_none(events: list[tuple[float, Event]]) -> None:
    """START only where no process is, anything else only where there is one; one way through."""
    story, there = Story(), False
    for seconds, event in events:
        if isinstance(event, Ended) and not there:
            continue
        story.now += seconds
        action = story.tell(event)
        if isinstance(event, Ended):
            there = False
        if action is Action.START:
            assert not there
            there = True
        elif action is not Action.NOTHING:
            assert there
            there = action is not Action.ABANDON
        assert there is (story.state is not State.WAITING)


@given(STORIES)
def test_no_story_ends_dead(events: list[tuple[float, Event]]) -> None:
    """Whatever came before: left alone, a UI is started again within the longest patience."""
    story = Story()
    for seconds, event in events:
        story.now += seconds
        story.tell(event)
    for _ in range(300):
        if story.after(1.0) is Action.START:
            return
    raise AssertionError(f"nothing was started for 300 s in {story.watch}")


@given(STORIES)
def test_no_story_makes_a_planned_end_count(events: list[tuple[float, Event]]) -> None:
    story = Story()
    for seconds, event in events:
        story.now += seconds
        before = story.watch.past
        story.tell(event)
        planned = isinstance(event, Ended) and event.reason.planned
        if planned and story.watch.life.condemned is None:
            assert story.watch.past.failures <= before.failures
            assert story.watch.past.stuck <= before.stuck


@given(STORIES)
def test_no_story_waits_longer_than_the_cap(events: list[tuple[float, Event]]) -> None:
    story = Story()
    for seconds, event in events:
        story.now += seconds
        story.tell(event)
        if story.state is State.WAITING:
            assert story.watch.due - story.now <= LIMITS.longest_wait_seconds


@given(STORIES, st.sampled_from(BAD))
def test_no_story_unlearns_software_drawing(
    events: list[tuple[float, Event]], reason: Reason
) -> None:
    story = Story()
    story.watch = replace(story.watch, past=Past(software=True), life=Life())
    for seconds, event in [*events, (1.0, Ended(reason, 0.5))]:
        story.now += seconds
        story.tell(event)
        assert story.watch.in_software
