from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.ui.appearance import PRODUCT_ACCENT, Appearance, Look, Theme, tint_of, usual_look

LIGHT = usual_look("light", reduced_motion=False)


def test_a_librarys_own_picture_has_an_address(tmp_path: Path) -> None:
    assert Appearance(LIGHT, accent="").logo == ""
    own = Appearance(LIGHT, accent="", logo=tmp_path / "our logo.svg").logo
    assert own == (tmp_path / "our logo.svg").as_uri().replace("%20", " ")


def test_a_patrons_choices_last_for_the_visit() -> None:
    appearance = Appearance(LIGHT, accent="")
    turns: list[Look] = []
    appearance.changed.connect(lambda: turns.append(appearance.look))
    appearance.nextTheme()
    appearance.nextTextSize()
    appearance.toggleLowReach()
    assert turns[-1] == Look(Theme.DARK, text_scale=1.5, low_reach=True)
    appearance.reset()
    appearance.reset()
    assert turns[3:] == [LIGHT]


def test_themes_and_sizes_go_round() -> None:
    appearance = Appearance(LIGHT, accent="")
    seen = []
    for _ in range(3):
        appearance.nextTheme()
        appearance.nextTextSize()
        seen.append((appearance.look.theme, appearance.look.text_scale))
    assert seen == [(Theme.DARK, 1.5), (Theme.CONTRAST, 2.0), (Theme.LIGHT, 1.0)]


def test_a_terminal_in_a_dark_corner_is_dark_again_after_each_visit() -> None:
    appearance = Appearance(usual_look("dark", reduced_motion=True), accent="#1f5c7a")
    appearance.nextTheme()
    appearance.reset()
    assert appearance.look == Look(Theme.DARK, reduced_motion=True)


def test_a_wrong_theme_is_light() -> None:
    assert usual_look("pink", reduced_motion=False) == LIGHT


def test_what_the_system_prefers_stays_after_the_visit() -> None:
    appearance = Appearance(LIGHT, accent="")
    appearance.system_prefers(theme=Theme.CONTRAST)
    appearance.nextTheme()
    appearance.reset()
    assert appearance.look.theme is Theme.CONTRAST


def test_without_a_librarys_accent_the_products_own_is_used() -> None:
    assert Appearance(LIGHT, accent="").tint.name() == PRODUCT_ACCENT


def test_an_accent_that_can_be_read_is_left_as_it_is() -> None:
    assert Appearance(LIGHT, accent="#1f5c7a").tint.name() == "#1f5c7a"


def test_a_pale_accent_is_darker_on_white_and_a_dark_one_lighter_on_black() -> None:
    pale = Appearance(LIGHT, accent="#ffd400")
    assert pale.tint.lightness() < 100
    assert tint_of(pale.tint, Theme.DARK).lightness() > pale.tint.lightness()


def test_a_look_survives_the_way_through_a_snapshot() -> None:
    look = Look(Theme.CONTRAST, text_scale=2.0, low_reach=True, reduced_motion=True)
    appearance = Appearance(look, accent="")
    assert Look.of(appearance.snapshot()) == look


@pytest.mark.parametrize(
    "wrong", [{"theme": "pink"}, {"text_scale": 3.0}, {"text_scale": "big"}], ids=str
)
def test_a_look_of_another_version_is_refused(wrong: dict[str, object]) -> None:
    left = Appearance(LIGHT, accent="").snapshot()
    with pytest.raises(ValueError, match=r".+"):
        Look.of(left | wrong)


def test_a_look_that_lacks_something_is_refused() -> None:
    left = Appearance(replace(LIGHT, low_reach=True), accent="").snapshot()
    del left["low_reach"]
    with pytest.raises(KeyError):
        Look.of(left)
