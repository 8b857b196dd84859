"""What the safe page says."""

from datetime import timedelta

import pytest

from kiosk.core.content import Content, Translated
from kiosk.ui.glance import Glance, PlaceGlance
from kiosk.ui.safe_words import SafeWords, hours_of
from kiosk.ui.screen_language import screen_language
from kiosk.ui.times import Times
from tests.assistant.library import FETCHED, NOW, ZONE, english, languages

CONTENT = Content(
    name=Translated("Alder Bay"), desk_words=Translated("the front desk"), desk_phone="555-0110"
)
WORDS = SafeWords(CONTENT, "en")
TIMES = Times(english(), ZONE)
DAY = timedelta(days=1)


def place(state: str, until: str = "", opens: str = "", note: str = "") -> PlaceGlance:
    return PlaceGlance(9101, "Marlowe Library", state, until, opens, note, department=False)


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (place("open", until="1 am"), "Open until 1 am"),
        (place("open"), "Open"),
        (place("closed", opens="Mon 9 am"), "Closed · opens Mon 9 am"),
        (place("closed"), "Closed"),
        (place("appointment"), "By appointment"),
        (place("words", note="{9} to 4"), "{9} to 4"),
        (place("unknown"), "Hours not known"),
    ],
)
def test_a_places_hours_in_a_few_words(seen: PlaceGlance, said: str) -> None:
    assert hours_of(seen) == said


def test_the_page_says_how_old_its_hours_are() -> None:
    seen = Glance((place("open", until="1 am"),), FETCHED)
    page = WORDS.page(seen, TIMES, NOW, DAY)
    assert page.lines == [("Marlowe Library", "Open until 1 am")]
    assert page.help_words == "Please ask at the front desk."
    assert page.phone == "555-0110"
    assert page.freshness.replace("\u00a0", " ") == "Hours as of 3 pm"


def test_old_hours_are_said_to_be_old() -> None:
    seen = Glance((place("open"),), FETCHED - 3 * DAY)
    page = WORDS.page(seen, TIMES, NOW, DAY)
    assert page.freshness.startswith("These hours may be out of date: last checked Nov")


def test_hours_that_nobody_knows_are_not_listed_as_anything() -> None:
    page = WORDS.page(Glance((place("unknown"),), None), TIMES, NOW, DAY)
    assert (page.lines, page.freshness) == ([], "Today's hours are not known here.")


def test_a_terminal_that_is_not_sure_of_the_time_lists_no_hours() -> None:
    page = WORDS.page_without_time()
    assert page.lines == []
    assert page.freshness.startswith("This terminal is not sure what time it is")
    assert page.help_words == "Please ask at the front desk."


def test_a_cache_that_cannot_be_read_still_leads_to_a_person() -> None:
    page = SafeWords(Content(), "en").page_without_hours()
    assert page.help_words == "Please ask at the service desk."
    assert page.freshness == "Today's hours cannot be read here."


@pytest.mark.parametrize(
    ("tag", "hours", "freshness", "help_words"),
    [
        ("es", "Abierto hasta la 1 a.m.", "Horario consultado a las 3 p.m.", "Por favor, "),
        ("fr", "Ouvert jusqu'à 1 h", "Horaires vérifiés à 15 h", "Adressez-vous ici"),
        ("zh", "开放至凌晨1点", "开放时间更新于下午3点", "请到这里咨询"),
        ("ar", "مفتوح حتى الساعة 1 ص", "آخر تحديث للمواعيد: الساعة 3 م", "يُرجى السؤال عند"),
    ],
)
def test_the_page_speaks_the_language_of_the_screen(
    tag: str, hours: str, freshness: str, help_words: str
) -> None:
    spoken = screen_language(languages(), tag)
    times = Times(languages().get(tag), ZONE)
    until = times.moment(NOW.replace(hour=1, minute=0) + DAY, NOW)
    seen = Glance((place("open", until=until),), FETCHED)
    page = SafeWords(Content(), tag).page(seen, times, NOW, DAY)
    spoken.choose("en")
    said = [page.lines[0][1], page.freshness]
    assert [text.replace("\u00a0", " ") for text in said] == [hours, freshness]
    assert page.help_words.startswith(help_words)
