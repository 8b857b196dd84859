from datetime import date

import pytest

from kiosk.core.content import Announcement, Content, FittingQuestions, Occasion, Translated


def test_a_text_is_the_same_in_every_language() -> None:
    assert Translated("Law").in_language("fr") == "Law"


def test_the_first_language_written_is_for_all_that_are_not() -> None:
    law = Translated.of({"fr": "Droit", "en": "Law"})
    assert law.default == law.in_language("ar") == "Droit"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("zh", "法律"),
        ("zh-Hans-CN", "法律"),
        ("zh-TW", "法律"),
        ("PT", "Direito"),
        ("pt-PT", "Direito"),
        ("p", "Law"),
        ("", "Law"),
    ],
)
def test_the_nearest_language_is_found(asked: str, words: str) -> None:
    law = Translated.of({"en": "Law", "zh": "法律", "pt-br": "Direito"})
    assert law.in_language(asked) == words


def test_a_table_without_a_language_is_none() -> None:
    with pytest.raises(ValueError, match="no translation"):
        Translated[str].of({})


DAY = date(2026, 12, 1)


def test_an_announcement_comes_and_goes_with_its_days() -> None:
    content = Content(
        announcement=Translated("Always"),
        announcements=(
            Announcement(Translated("December"), valid_from=DAY),
            Announcement(Translated.of({"en": "Today", "es": "Hoy"}), DAY, DAY),
            Announcement(Translated("November"), valid_until=date(2026, 11, 30)),
        ),
    )
    assert content.announced(DAY, "es") == ("Always", "December", "Hoy")
    assert content.announced(date(2026, 11, 30), "en") == ("Always", "November")
    assert content.announced(date(2026, 12, 2), "en") == ("Always", "December")
    assert content.announced(None, "en") == ("Always",)
    assert Content().announced(DAY, "en") == ()


def test_questions_fit_at_any_of_their_hours_and_of_their_places() -> None:
    words = Translated(("Late?",))
    late = FittingQuestions(words, when=frozenset({Occasion.CLOSING, Occasion.CLOSED}))
    there = FittingQuestions(words, at=frozenset({7, 8}))
    both = FittingQuestions(words, when=late.when, at=there.at)
    closing, opened = frozenset({Occasion.OPEN, Occasion.CLOSING}), frozenset({Occasion.OPEN})
    assert [late.fit(now, None) for now in (closing, opened, frozenset())] == [True, False, False]
    assert [there.fit(opened, place) for place in (7, 9, None)] == [True, False, False]
    assert [both.fit(*at) for at in ((closing, 7), (opened, 7), (closing, 9))] == [
        True,
        False,
        False,
    ]
