"""Chinese has no spaces: the longest phrase from the left must be the one that was meant.

Now is Wednesday 25 November 2026, 4:12 pm; the terminal stands in Marlowe Library.
"""
# ruff: noqa: RUF001  full-width marks are how Chinese is written

import pytest

from kiosk.assistant.answers import Answer
from kiosk.assistant.requests import Intent
from tests.assistant.library import ask
from tests.assistant.test_questions import (
    FRI,
    LIBRARIES,
    MON,
    SAT,
    SUN,
    THU,
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


def asked(question: str, screen: str = "zh") -> Answer:
    return ask(question, screen=screen)


OURS = [
    ("现在开门吗", at(M, "now")),
    ("图书馆关门了没", at(M, "now")),
    ("你们几点关门啊", at(M, WED, "now")),
    ("还有多久关门", at(M, WED, "now")),
    ("請問圖書館幾點關門", at(M, WED, "now")),  # traditional characters
    ("图书管什么时侯开门", at(M, WED)),  # two frequent slips of the keyboard
    ("法律馆明早几点开", at(T, THU)),
    ("法学院图书馆周六早上几点能进", at(T, SAT)),
    ("下周一到周三特藏开放吗", at(S, MON, "2026-12-01", "2026-12-02")),
    ("周六日开吗", at(M, SAT, SUN)),
    ("大后天开门吗", at(M, SAT)),
    ("12月1号到3号科学图书馆的开放时间", at(O, "2026-12-01", "2026-12-02", "2026-12-03")),
    ("下个月5号开吗", at(M, "2026-12-05")),
    ("9点到12点周五开放吗", at(M, FRI)),
    ("周五中午十一点半音乐图书馆开着吗", at(L, FRI)),
    ("今晚十二点半总馆还能进吗", at(M, WED)),
    ("感恩节第二天开吗", at(M, FRI)),
    ("总馆、法律馆周五几点关", at((M, T), FRI)),
    ("有没有开门的图书馆", at(LIBRARIES, "now")),
    ("哪家图书馆通宵", at(LIBRARIES, WED)),
    ("今天有没有开门", at(M, WED)),
    ("下次什么时候开", at(M, "next")),
    ("创客空间怎么去", at(K, "place")),
    ("我的卡丢了，你们几点关门", at(M, WED, "now")),
]


@pytest.mark.parametrize(("question", "facts"), OURS)
def test_what_is_asked_of_the_library_is_answered(
    question: str, facts: frozenset[tuple[str, str]]
) -> None:
    answer = asked(question)
    assert (answer.language, told(answer)) == ("zh", facts)


# Words of ours, or words made of their characters, that mean something else.
NOT_OURS = [
    "明天几点开会",
    "晚会几点开始",
    "什么时候还书",
    "现在几点了",
    "什么是开放获取",
    "美术馆几点关门",
    "法学院在哪",
    "5号门几点关",
    "学校什么时候放假",
    "感恩节是几号",
    "图书馆里可以打电话吗",
    "哪里可以自习",
    "图书馆音乐会在哪里",
    "我想去食堂，几点关门",
    "公司年会几点开",
    "2月30号开门吗",
]


@pytest.mark.parametrize("question", NOT_OURS)
def test_what_is_not_ours_is_left_alone(question: str) -> None:
    answer = asked(question)
    assert (answer.language, answer.intent, answer.facts) == ("zh", Intent.UNKNOWN, ())


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("你好！", Intent.SMALLTALK),
        ("感恩节快乐", Intent.SMALLTALK),
        ("好的谢谢你", Intent.SMALLTALK),
        ("帮我叫一下工作人员", Intent.HANDOFF),
        ("我不想跟机器人说话", Intent.HANDOFF),
        ("你这破机器蠢死了", Intent.SMALLTALK),
    ],
)
def test_manners_are_met(said: str, intent: Intent) -> None:
    assert asked(said).intent is intent


@pytest.mark.parametrize("said", ["我不想活了", "有人跟踪我"])
def test_distress_is_met_with_the_crisis_line(said: str) -> None:
    assert asked(said).text.startswith("Call 988.")


def test_the_question_decides_the_language() -> None:
    assert asked("几点关门", screen="en").language == "zh"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("现在开门吗", "Marlowe Library 现在开放，到凌晨1点关门。"),
        (
            "法律图书馆周六几点开门",
            "Tran Law Library 11月28日星期六的开放时间是上午8点到晚上9点。",
        ),
        ("法律图书馆今天几点关门", "Tran Law Library 今天晚上9点关门。"),
        (
            "音乐图书馆周五开吗",
            (
                "Lindqvist Music & Arts Library 11月27日星期五的开放时间是"
                "上午8点到中午12点和下午1点到下午5点。"
            ),
        ),
        ("法律图书馆周日开吗", "Tran Law Library 11月29日星期日不开放。"),
        (
            "周六晚上11点总馆开吗",
            (
                "11月28日星期六晚上11点，Marlowe Library 不开放。"
                "Marlowe Library 11月28日星期六的开放时间是上午10点到晚上10点。"
            ),
        ),
        ("法律图书馆的电话是多少", "Tran Law Library 的电话号码是 555-0104。"),
        ("2月30号开门吗", "我不确定您说的是哪一天。请告诉我日期，好吗？"),
    ],
)
def test_answers_are_fit_to_be_read_aloud(question: str, text: str) -> None:
    assert asked(question).text == text
