"""What French needs: "où" and "fermé" typed without accents, apostrophes, a clock of 24 hours.

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

NBSP = "\u00a0"


def demande(question: str, now: datetime = NOW) -> Answer:
    """One question at a terminal whose screen is in English."""
    return ask(question, now)


ANSWERED = [
    ("vous êtes ouverts ?", at(M, "now")),
    ("c'est tu encore ouvert là", at(M, "now")),
    ("c'est ouvert ou fermé", at(M, "now")),
    ("déjà fermé ??", at(M, "now")),
    ("la bu sciences est ouverte mtn", at(O, "now")),
    ("vs fermez a kel heure svp", at(M, WED, "now")),
    ("Bonjour, pourriez-vous m'indiquer l'heure de fermeture de la Tran ?", at(T, WED, "now")),
    ("jusqu'à quelle heure la biblio de droit est ouverte demain", at(T, THU)),
    ("quelle est l'heure d'ouverture de la bibliothèque de musique lundi", at(L, MON)),
    ("horaires de la bibliothèque d'Okafor mardi", at(O, TUE)),
    ("c'est quoi les heures de la fin de semaine", at(M, SAT, SUN)),
    ("du lundi au mardi, la Tran", at(T, MON, TUE)),
    ("ouvert samedi prochain ?", at(M, SAT)),
    ("samedi en huit c'est ouvert ?", at(M, "2026-12-05")),
    ("ouvert le 1er décembre ?", at(M, TUE)),
    ("ouvert le samedi 28", at(M, SAT)),
    ("vendredi 19h30 droit ouvert ?", at(T, FRI)),
    ("la Tran est ouverte vendredi à huit heures et demie du soir", at(T, FRI)),
    ("ouvert le lendemain de Thanksgiving", at(M, FRI)),
    ("horaires pour l'Action de grâce", at(M, THU)),
    ("quelles bibliothèques sont ouvertes demain", at(LIBRARIES, THU)),
    ("où est-ce que je peux aller bosser dimanche", at(EVERYWHERE, SUN)),
    ("à quelle heure ferment la Tran et celle de musique vendredi", at((T, L), FRI)),
    ("elle rouvre quand la bibliothèque de droit", at(T, "next")),
    ("la Okafor c'est ou", at(O, "place")),
    ("a quel etage est l'espace maker", at(K, "place")),
    ("où sont les collections spéciales", at(S, "place")),
    ("dimanche non pardon samedi vous ouvrez ?", at(M, SAT)),
    ("j'ai perdu mon parapluie, vous fermez quand ?", at(M, WED, "now")),
]


@pytest.mark.parametrize(("question", "facts"), ANSWERED)
def test_a_question_is_answered_with_the_facts_it_asks_for(
    question: str, facts: frozenset[tuple[str, str]]
) -> None:
    answer = demande(question)
    assert told(answer) == facts, answer.text
    assert (answer.language, answer.route) == ("fr", "local")


@pytest.mark.parametrize(
    "question",
    [
        "la librairie ferme à quelle heure",
        "quelle heure est-il",
        "ai-je le droit d'entrer avec un café",
        "j'étudie le droit",
        "je cherche de la musique",
        "revues de droit en accès ouvert",
        "les heures de bureau du professeur Tran",
        "combien de temps puis-je garder ce livre",
        "comment fermer ma session",
        "mon compte est fermé",
        "journée portes ouvertes samedi",
        "je peux rendre demain ?",
        "c'est quoi le makerspace",
        "la fac de droit ouvre à quelle heure",
        "quand a été construite la bibliothèque",
        "la bibliothèque nationale est ouverte ?",
        "il est bête ce film ouvert à la discussion",
    ],
)
def test_what_is_not_about_hours_or_places_gets_no_facts(question: str) -> None:
    assert demande(question).facts == ()


@pytest.mark.parametrize(
    "question", ["ouvert le 30 février ?", "ouvert samedi 29 ?", "vous ouvrez les jours fériés ?"]
)
def test_a_day_that_cannot_be_told_is_asked_back(question: str) -> None:
    answer = demande(question)
    assert (answer.facts, "Quelle date" in answer.text) == ((), True)


@pytest.mark.parametrize("question", ["ce soir à 8h c'est ouvert ?", "la Tran à 8 heures ce soir"])
def test_an_hour_of_the_evening_is_not_told_as_one_of_the_morning(question: str) -> None:
    answer = demande(question)
    assert told(answer)
    assert f"8{NBSP}h," not in answer.text


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("slt ça va ?", "smalltalk"),
        ("merci beaucoup, bonne journée", "smalltalk"),
        ("je préfère parler à une vraie personne", "handoff"),
        ("j'ai envie d'en finir", "handoff"),
        ("t'es vraiment nul", "smalltalk"),
    ],
)
def test_manners_and_people_are_recognised(question: str, intent: str) -> None:
    answer = demande(question)
    assert (answer.intent, answer.facts, answer.language) == (intent, (), "fr")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("vous êtes ouverts ?", "Marlowe Library : c'est ouvert en ce moment, jusqu'à 1 h."),
        ("la Tran ferme quand", "Tran Law Library ferme aujourd'hui à 21 h."),
        ("la Tran dimanche", "Tran Law Library n'ouvre pas le dimanche 29 novembre."),
        (
            "la Tran vendredi à 21h30",
            (
                "Le vendredi 27 novembre à 21 h 30, ce n'est pas ouvert à Tran Law Library. "
                "Tran Law Library ouvre le vendredi 27 novembre de 8 h à 21 h."
            ),
        ),
        (
            "la musique vendredi",
            (
                "Lindqvist Music & Arts Library ouvre le vendredi 27 novembre "
                "de 8 h à midi et de 13 h à 17 h."
            ),
        ),
        (
            "quelle biblio ferme le plus tard ce soir",
            "Ouvert le plus tard ce soir : Marlowe Library jusqu'à 1 h.",
        ),
        ("le 1er décembre ?", "Marlowe Library ouvre le mardi 1er décembre de 7 h à 1 h."),
        ("où est la Tran", "Tran Law Library se trouve à cette adresse : 7 Court Street."),
    ],
)
def test_answers_can_be_read_aloud(question: str, text: str) -> None:
    assert demande(question).text.replace(NBSP, " ") == text


def test_after_midnight_the_night_still_counts() -> None:
    answer = demande("vous fermez quand", datetime(2026, 11, 28, 0, 30, tzinfo=ZONE))
    assert f"ferme cette nuit à 1{NBSP}h." in answer.text
    assert told(answer) == at(M, FRI, "now")
