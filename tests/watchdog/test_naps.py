from kiosk.watchdog.naps import Naps, boot_seconds


class Clocks:
    """A monotonic clock and one that goes on while the machine sleeps."""

    def __init__(self, boot: float | None = 500.0) -> None:
        self.monotonic = 100.0
        self.boot = boot

    def pass_time(self, seconds: float, *, asleep: float = 0.0) -> None:
        self.monotonic += seconds
        if self.boot is not None:
            self.boot += seconds + asleep

    def naps(self) -> Naps:
        return Naps(lambda: self.monotonic, lambda: self.boot)


def test_a_machine_that_is_awake_did_not_sleep() -> None:
    for clocks in (Clocks(), Clocks(boot=None)):
        naps = clocks.naps()
        clocks.pass_time(0.25)
        assert naps.since_last_look() is None


def test_sleep_that_the_monotonic_clock_slept_through_cost_nothing() -> None:
    clocks = Clocks()
    naps = clocks.naps()
    clocks.pass_time(0.25, asleep=3600)
    assert naps.since_last_look() == 0.0
    clocks.pass_time(0.25)
    assert naps.since_last_look() is None


def test_sleep_that_the_monotonic_clock_counted_is_lost_time() -> None:
    for clocks in (Clocks(), Clocks(boot=None)):
        naps = clocks.naps()
        clocks.pass_time(3600)
        assert naps.since_last_look() == 3600


def test_the_systems_own_clock_goes_forward() -> None:
    first, second = boot_seconds(), boot_seconds()
    assert (first is None and second is None) or (first or 0) <= (second or 0)
