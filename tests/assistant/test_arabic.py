"""Arabic as students write it: standard, Egyptian, Levantine and Gulf, and what it must not hear.

Now is Wednesday 25 November 2026, 4:12 pm; the terminal stands in Marlowe Library. Tomorrow is
Thanksgiving.
"""

import pytest

from kiosk.assistant.answers import Answer
from tests.assistant.library import ask as ask_there
from tests.assistant.test_questions import (
    EVERYWHERE,
    FRI,
    LIBRARIES,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    K,
    L,
    M,
    O,
    S,
    T,
    at,
    told,
)


def ask(question: str) -> Answer:
    """One question to a terminal whose screen is Arabic."""
    return ask_there(question, screen="ar")


WHAT_IS_WRITTEN_IN_ONE = [
    ("المكتبة مفتوحة الآن؟", at(M, "now")),
    ("ومكتبة القانون مفتوحة؟", at(T, "now")),
    ("هل ستفتحون يوم السبت", at(M, SAT)),
    ("مواعيد مكتبة القانون من الجمعة للأحد", at(T, FRI, SAT, SUN)),
    ("عنوان ورقم هاتف مكتبة القانون", at(T, "place")),
    ("كيف أصل إلى مكتبة الموسيقى والفنون؟", at(L, "place")),
]

DIALECTS = [
    ("فاتحين دلوقتي؟", at(M, "now")),
    ("المكتبه لسه فاتحه ولا قفلت", at(M, "now")),
    ("بتقفلوا الساعة كام يوم السبت", at(M, SAT)),
    ("شو دوام مكتبة الحقوق بكرا", at(T, THU)),
    ("ايمتى بتسكروا يوم التلات", at(M, TUE)),
    ("وش مواعيدكم يوم الاثنين الجاي", at(M, MON)),
    ("الميكر سبيس لمتى فاتح", at(K, WED)),
    ("فين المجموعات الخاصة", at(S, "place")),
    ("شو فاتح هلق", at(LIBRARIES, "now") | at((K, S), "now", WED)),
    ("مين فاتح بكرة", at(EVERYWHERE, THU)),
    ("في مكتبة فاتحة بعد نص الليل؟", at(LIBRARIES, WED)),
]

DATES_AND_CLOCKS = [
    ("فاتحين يوم ٢٨؟", at(M, SAT)),
    ("مكتبة العلوم يوم ٢٩ تشرين الثاني", at(O, SUN)),
    ("هل أنتم مفتوحون يوم الخميس الموافق 3 ديسمبر", at(M, "2026-12-03")),
    ("من ٢٧ إلى ٢٩ نوفمبر", at(M, FRI, SAT, SUN)),
    ("هل تكون المكتبة مفتوحة بعد ساعتين", at(M, WED)),
    ("مكتبة القانون بعد أسبوعين من اليوم", at(T, "2026-12-09")),
    ("هل مكتبة القانون مفتوحة الساعة الثامنة والنصف مساء يوم الجمعة", at(T, FRI)),
    ("بكرة الساعة ٣ العصر فاتحين", at(M, THU)),
    ("ليلة رأس السنة فاتحين؟", at(M, "2026-12-31")),
    ("عيد الشكر", at(M, THU)),
]

NAMES_BY_THEIR_SOUND = [
    ("أوكافور فاتحة؟", at(O, "now")),
    ("وين مكتبة تران", at(T, "place")),
    ("مواعيد ليندكفيست يوم السبت", at(L, SAT)),
    ("متى تغلق Tran يوم الجمعة", at(T, FRI)),
]

NOT_OURS = [
    "هل يوجد أحد في المكتبة",  # anyone: not Sunday
    "السبب في إغلاق الحساب",  # reason: not Saturday
    "مواعيد الترين يوم الجمعة",  # train: not Tran
    "متى تفتح الجامعة",
    "كلية الحقوق متى تفتح",
    "الساعات المكتبية للدكتور أحمد",
    "ساعات عمل الطلاب في المكتبة",
    "ما هو الوصول المفتوح",
    "بكم الطباعة في مكتبة القانون",
    "كم كتاب في مكتبة القانون",
    "أماكن متاحة في المكتبة الآن",
    "هل تعمل هنا؟",
    "كم الساعة الآن",
    "متى عيد الشكر",
    "هل غدا عطلة",
    "مكتبة جرير فاتحة الجمعة؟",
    "مكتبة المغرب مفتوحة",
    "عندي موعد في مكتبة القانون بكرة الساعة 3",
    "مواعيد الامتحانات النهائية",
    "المكتبة الثانية متى تفتح",
    "الموقع لا يفتح",
    "موسيقى الجمعة",
    "الفيلا مفتوحة",
]


@pytest.mark.parametrize(
    ("question", "facts"),
    [*WHAT_IS_WRITTEN_IN_ONE, *DIALECTS, *DATES_AND_CLOCKS, *NAMES_BY_THEIR_SOUND],
)
def test_a_question_in_arabic_is_answered_in_arabic(
    question: str, facts: frozenset[tuple[str, str]]
) -> None:
    answer = ask(question)
    with_now = facts | at(tuple({place for place, _ in facts}), "now")
    assert facts <= told(answer) <= with_now, answer.text
    assert answer.language == "ar"


@pytest.mark.parametrize("question", NOT_OURS)
def test_what_only_sounds_like_ours_gets_no_facts(question: str) -> None:
    answer = ask(question)
    assert answer.facts == (), answer.text
    assert answer.offer_handoff


@pytest.mark.parametrize(
    ("line", "intent"),
    [
        ("السلام عليكم ورحمة الله", "smalltalk"),
        ("هلا والله", "smalltalk"),
        ("شكراً جزيلاً، مع السلامة", "smalltalk"),
        ("بدي احكي مع حدا", "handoff"),
        ("أريد التحدث إلى أمين المكتبة", "handoff"),
        ("تعبت من حياتي", "handoff"),
        ("كتاب عن الانتحار", "unknown"),
        ("انت غبي", "smalltalk"),
    ],
)
def test_people_are_met_as_they_come(line: str, intent: str) -> None:
    assert (ask(line).intent, ask(line).facts) == (intent, ())


def test_a_date_that_cannot_be_is_asked_back() -> None:
    assert ask("هل تفتحون يوم 30 فبراير؟").text == "لست متأكدًا من اليوم المقصود. ما التاريخ؟"


FRIDAY_OF_MUSIC = (
    "أبواب Lindqvist Music & Arts Library مفتوحة يوم الجمعة 27 نوفمبر"
    " من الساعة 8 صباحًا إلى الساعة 12 ظهرًا ومن الساعة 1 بعد الظهر إلى الساعة 5 بعد الظهر."
)
NEXT_OF_LAW = (
    "تُفتح أبواب Tran Law Library في المرة القادمة يوم الجمعة 27 نوفمبر عند الساعة 8 صباحًا."
)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("هل المكتبة مفتوحة؟", "أبواب Marlowe Library مفتوحة الآن حتى الساعة 1 ليلاً."),
        (
            "متى تغلق مكتبة القانون يوم السبت؟",
            "تُغلق أبواب Tran Law Library يوم السبت 28 نوفمبر عند الساعة 9 مساءً.",
        ),
        ("مواعيد مكتبة الموسيقى يوم الجمعة", FRIDAY_OF_MUSIC),
        ("متى تفتح مكتبة القانون مرة أخرى؟", NEXT_OF_LAW),
        # The number keeps its order inside the line that runs to the left.
        ("رقم هاتف مكتبة القانون", "رقم هاتف Tran Law Library هو \u2068555-0104\u2069."),
        (
            "اي مكتبة تغلق متأخرة أكثر الليلة؟",
            "آخر ما يُغلق الليلة: Marlowe Library حتى الساعة 1 ليلاً.",
        ),
    ],
)
def test_an_answer_can_be_read_aloud(question: str, text: str) -> None:
    assert ask(question).text == text
