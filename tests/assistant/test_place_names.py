"""Which places a question names, in a system whose names share words."""

import pytest

from kiosk.assistant.place_names import PlaceNames
from kiosk.core.places import Place
from tests.assistant.library import english

KING, MUSIC, ART, STUDY, HELP, IT_DESK, CHILDREN, PUBLIC = range(1, 9)
PLACES = (
    Place(KING, "Edgar W. King Library", short_names=("the King",)),
    Place(MUSIC, "Amos Music Library"),
    Place(ART, "Wertz Art & Architecture Library"),
    Place(STUDY, "King Study Rooms", "department", KING),
    Place(HELP, "Howe Writing Center", "department", KING),
    Place(IT_DESK, "IT Desk", "department", KING),
    Place(CHILDREN, "Children's Room", short_names=("kids corner",)),
    Place(PUBLIC, "Public Library"),
)
NAMES = PlaceNames(PLACES, english())


def named(question: str) -> list[tuple[int, ...]]:
    """The places named, from left to right."""
    said, position, found = english().writing.words(question), 0, []
    while position < len(said):
        place = NAMES.at(said, position)
        if place is not None:
            found.append(place[1].ids)
        position = place[0] if place is not None else position + 1
    return found


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("king library", [(KING,)]),
        ("is the king open", [(KING,)]),
        ("edgar king", [(KING,)]),
        ("king study rooms", [(STUDY,)]),
        ("amos", [(MUSIC,)]),
        ("music library", [(MUSIC,)]),
        ("library of music", [(MUSIC,)]),
        ("mus lib", [(MUSIC,)]),
        ("art and architecture library", [(ART,)]),
        ("art & architecture", [(ART,)]),
        ("architecture", [(ART,)]),
        ("music and art", [(MUSIC,), (ART,)]),
        ("music, art", [(MUSIC,), (ART,)]),
        ("it desk", [(IT_DESK,)]),
        ("is it open", []),
        ("kids corner", [(CHILDREN,)]),
        ("corner", []),
        ("children's room", [(CHILDREN,)]),
        ("study rooms", [(STUDY,)]),
        ("a place to study", []),
        ("public library", [(PUBLIC,)]),
        ("the library", []),
    ],
)
def test_a_place_is_known_by_its_name_and_its_parts(
    question: str, ids: list[tuple[int, ...]]
) -> None:
    assert named(question) == ids


def test_a_word_that_two_libraries_share_names_both() -> None:
    places = (Place(1, "North Science Library"), Place(2, "South Science Library"))
    found = PlaceNames(places, english()).at(("science", "library"), 0)
    assert found is not None
    assert found[1].ids == (1, 2)


def test_the_main_library_may_be_any_where_no_place_is_called_so() -> None:
    places = (Place(1, "King Library"), Place(2, "Amos Library"), Place(3, "Desk", "department"))
    found = PlaceNames(places, english()).at(("main", "library"), 0)
    assert found is not None
    assert found == (2, found[1])
    assert found[1].ids == (1, 2)


def test_a_name_may_be_written_in_two_words() -> None:
    names = PlaceNames((Place(1, "Makerspace"), Place(2, "McKeldin Library")), english())
    for said, place in ((("maker", "space"), 1), (("mc", "keldin"), 2)):
        found = names.at(said, 0)
        assert found is not None
        assert found[1].ids == (place,)
