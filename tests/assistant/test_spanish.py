"""What Spanish needs: a tilde that nobody types, "mañana" in two senses, verbs that say "you".

Now is Wednesday 25 November 2026, 4:12 pm; the terminal stands in Marlowe Library, its screen is in
English: the question's language decides.
"""

from datetime import datetime

import pytest

from kiosk.assistant.answers import Answer
from tests.assistant.library import NOW, ZONE, ask
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


def pregunta(question: str, now: datetime = NOW) -> Answer:
    """One question at a terminal whose screen is in English."""
    return ask(question, now)


ANSWERED = [
    ("están abiertos?", at(M, "now")),
    ("siguen abiertos ahorita", at(M, "now")),
    ("ya cerró la biblioteca de derecho?", at(T, "now")),
    ("¿Se encuentra abierta en este momento la biblioteca Tran?", at(T, "now")),
    ("¿a qué hora cierran hoy?", at(M, WED, "now")),
    ("k ora sierra la bibliteca de musica oi", at(L, WED, "now")),
    ("hasta q hora atienden", at(M, WED, "now")),
    ("cuánto falta para que cierren", at(M, WED, "now")),
    ("podés decirme a qué hora abrís mañana", at(M, THU)),
    # "mañana" is tomorrow, "la mañana" is not.
    ("horario de mañana", at(M, THU)),
    ("el viernes por la mañana está abierta la de derecho?", at(T, FRI)),
    ("mañana por la mañana abre la de derecho?", at(T, THU)),
    ("pasado mañana abren en la tarde?", at(M, FRI)),
    ("horario del finde", at(M, SAT, SUN)),
    ("horario de derecho de lunes a martes", at(T, MON, TUE)),
    ("abre derecho a las 8 de la noche?", at(T, WED)),
    ("el próximo viernes abren?", at(M, FRI)),
    ("abren el viernes de la próxima semana?", at(M, "2026-12-04")),
    ("abren el 28/11", at(M, SAT)),
    ("abren el 1ro de diciembre", at(M, TUE)),
    ("abren el sábado 28 de noviembre?", at(M, SAT)),
    ("abren el sábado 10 am?", at(M, SAT)),
    ("está abierto el sábado a las 9 p. m. en derecho", at(T, SAT)),
    ("a las doce de la noche siguen abiertos", at(M, WED)),
    ("está abierta derecho mañana a las 20:30 hs", at(T, THU)),
    ("abren en nochebuena?", at(M, "2026-12-24")),
    ("el día después de acción de gracias abren?", at(M, FRI)),
    ("qué bibliotecas están abiertas el domingo", at(LIBRARIES, SUN)),
    ("qué abre mañana", at(EVERYWHERE, THU)),
    ("cuándo vuelve a abrir la de música", at(L, "next")),
    ("dónde queda el espacio maker", at(K, "place")),
    ("en qué piso están las colecciones especiales", at(S, "place")),
    ("cómo me comunico con la biblioteca de leyes", at(T, "place")),
    ("dónde está la de ciencias y hasta qué hora abre hoy", at(O, "place", WED, "now")),
]


@pytest.mark.parametrize(("question", "facts"), ANSWERED)
def test_a_question_is_answered_with_the_facts_it_asks_for(
    question: str, facts: frozenset[tuple[str, str]]
) -> None:
    answer = pregunta(question)
    assert told(answer) == facts, answer.text
    assert (answer.language, answer.route) == ("es", "local")


NOT_OURS = [
    "a qué hora cierra la librería de la esquina",
    "horario de oficina del profesor García",
    "tengo derecho a entrar el sábado",
    "quiero estudiar derecho",
    "información sobre derecho",
    "hay música en vivo el viernes",
    "revistas de acceso abierto",
    "no me abre la página de la biblioteca",
    "cuándo abrió la biblioteca por primera vez",
    "por qué no abren los domingos",
    "puedo entrar con mi perro",
    "hay una sierra en el makerspace",
    "el tiempo de mañana",
    "la universidad abre mañana",
    "la biblioteca de medicina está abierta",
    "hasta cuándo puedo quedarme con el libro",
    "qué hora es",
    "necesito 3 libros para el viernes",
    "honorarios de los abogados",
]


@pytest.mark.parametrize("question", NOT_OURS)
def test_what_is_not_about_hours_or_places_gets_no_facts(question: str) -> None:
    answer = pregunta(question)
    assert (answer.facts, answer.intent, answer.route) == ((), "unknown", "none"), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "abren el 30 de febrero",
        "abren el viernes 28 de noviembre",
        "abren en ocho días",
        "abren los feriados?",
    ],
)
def test_a_day_that_cannot_be_told_is_asked_back(question: str) -> None:
    answer = pregunta(question)
    assert (answer.facts, "qué día" in answer.text) == ((), True)


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("buenas tardes, ¿cómo están?", "smalltalk"),
        ("mil gracias, hasta mañana", "smalltalk"),
        ("quiero hablar con una persona de verdad", "handoff"),
        ("ya no quiero vivir", "handoff"),
        ("son unos inútiles", "smalltalk"),
    ],
)
def test_courtesies_are_recognised(question: str, intent: str) -> None:
    answer = pregunta(question)
    assert (answer.intent, answer.facts, answer.language) == (intent, (), "es")


TEXTS = [
    ("están abiertos", "En Marlowe Library está abierto ahora, hasta la 1 de la madrugada."),
    ("a qué hora cierra derecho", "Tran Law Library cierra hoy a las 9 de la noche."),
    (
        "horario de la biblioteca de música el viernes",
        (
            "Lindqvist Music & Arts Library abre el viernes 27 de noviembre de las 8 de la mañana"
            " a mediodía y de la 1 de la tarde a las 5 de la tarde."
        ),
    ),
    ("abre derecho el domingo", "Tran Law Library no abre el domingo 29 de noviembre."),
    (
        "ayer abrió derecho",
        "Tran Law Library abrió ayer de las 8 de la mañana a las 9 de la noche.",
    ),
    (
        "cuándo vuelve a abrir derecho",
        "Tran Law Library vuelve a abrir el viernes 27 de noviembre a las 8 de la mañana.",
    ),
    ("abren el 31 de abril", "No sé bien a qué día se refiere. ¿Qué fecha es?"),
]


@pytest.mark.parametrize(("question", "text"), TEXTS)
def test_answers_are_short_and_fit_to_be_read_aloud(question: str, text: str) -> None:
    assert pregunta(question).text == text


def test_after_midnight_the_night_before_is_still_running() -> None:
    half_past_midnight = datetime(2026, 11, 26, 0, 30, tzinfo=ZONE)
    assert told(pregunta("siguen abiertos?", half_past_midnight)) == at(M, "now")
    assert told(pregunta("a qué hora cierran", half_past_midnight)) == at(M, WED, "now")
    assert told(pregunta("abren hoy?", half_past_midnight)) == at(M, THU)
