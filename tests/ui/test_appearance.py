from kiosk.ui.appearance import PRODUCT_ACCENT, Appearance


def test_a_patrons_choice_of_colours_lasts_for_the_visit() -> None:
    appearance = Appearance(theme="light", accent="")
    turns: list[bool] = []
    appearance.darkChanged.connect(lambda: turns.append(appearance.dark))
    appearance.toggleDark()
    appearance.set_dark(dark=True)
    appearance.reset()
    appearance.reset()
    assert turns == [True, False]


def test_a_terminal_in_a_dark_corner_is_dark_again_after_each_visit() -> None:
    appearance = Appearance(theme="dark", accent="#1f5c7a")
    appearance.toggleDark()
    appearance.reset()
    assert appearance.dark
    assert appearance.accent.name() == "#1f5c7a"


def test_without_a_librarys_accent_the_products_own_is_used() -> None:
    assert Appearance(theme="light", accent="").accent.name() == PRODUCT_ACCENT
