from kiosk.watchdog.last_visit import MOST_RESTORES, LastVisit

ONE = {"turns": ["one"]}
TWO = {"turns": ["one", "two"]}


def test_nothing_kept_is_nothing_restored() -> None:
    assert LastVisit(110).restore(0.0) is None


def test_the_newest_snapshot_is_restored() -> None:
    visit = LastVisit(110)
    visit.keep(ONE, 1.0)
    visit.keep(TWO, 2.0)
    assert visit.restore(3.0) == TWO


def test_a_visit_that_is_over_is_gone() -> None:
    visit = LastVisit(110)
    visit.keep(ONE, 1.0)
    visit.forget()
    assert visit.restore(2.0) is None


def test_a_visit_lasts_from_the_last_sign_of_life() -> None:
    visit = LastVisit(110)
    visit.keep(ONE, 0.0)
    visit.alive(1_000.0)
    assert visit.restore(1_110.0) == ONE


def test_a_visit_that_would_be_over_is_gone_without_anybody_asking() -> None:
    visit = LastVisit(110)
    visit.keep(ONE, 0.0)
    visit.expire(110.1)
    visit.alive(110.2)
    assert visit.restore(111.0) is None


def test_a_visit_that_ends_the_ui_again_and_again_is_dropped() -> None:
    visit = LastVisit(110)
    visit.keep(ONE, 0.0)
    for number in range(MOST_RESTORES):
        assert visit.restore(float(number)) == ONE
        visit.keep(ONE, number + 0.5)
    assert visit.restore(10.0) is None


def test_also_when_each_life_adds_to_it_at_once() -> None:
    visit = LastVisit(110)
    for number in range(MOST_RESTORES):
        visit.keep({"turns": [str(number)]}, float(number))
        assert visit.restore(float(number))
    visit.keep({"turns": ["more"]}, 10.0)
    assert visit.restore(11.0) is None


def test_a_visit_that_goes_on_well_after_a_restore_is_trusted_again() -> None:
    visit = LastVisit(110)
    visit.keep(ONE, 0.0)
    for number in range(10):
        now = number * 100.0
        assert visit.restore(now) is not None
        visit.keep({"turns": [str(number)]}, now + 60.0)
