from kiosk.ui.staff.corner import CornerTaps


def taps(*given: tuple[float, float, float]) -> list[bool]:
    corner = CornerTaps()
    return [corner.tap(x, y, 1.0, now) for x, y, now in given]


def test_five_quick_taps_in_the_corner_are_the_sign() -> None:
    assert taps(*[(5, 60, 0.5 * n) for n in range(5)]) == [False] * 4 + [True]


def test_slow_ones_are_not() -> None:
    assert True not in taps(*[(5, 5, 0.8 * n) for n in range(20)])


def test_a_tap_elsewhere_begins_anew() -> None:
    assert True not in taps(*[(5 if n % 5 < 4 else 300, 5, 0.1 * n) for n in range(25)])


def test_after_the_sign_it_takes_five_more() -> None:
    assert taps(*[(5, 5, 0.1 * n) for n in range(10)]) == ([False] * 4 + [True]) * 2


def test_the_corner_grows_with_the_screen() -> None:
    large, small = CornerTaps(), CornerTaps()
    told = [(large.tap(90, 90, 2.0, n / 10), small.tap(90, 90, 1.0, n / 10)) for n in range(5)]
    assert told[-1] == (True, False)
