from dataclasses import replace

from kiosk.core.content import PlaceWords, Translated
from kiosk.core.places import MapPosition, Place
from kiosk.hours.directory import Directories, Directory

LIBCAL = [
    Place(9105, "Makerspace", "department", parent_id=9101, phone="1"),
    Place(9102, "Science"),
    Place(9103, "Arts"),
    Place(9101, "Main", address="LibCal's", url="https://libcal.example", latitude=41.5),
]
LAW = PlaceWords(
    9102,
    name=Translated.of({"en": "Law Library", "es": "Biblioteca de Derecho", "zh": "法学图书馆"}),
    short_names=("law", "derecho"),
    floor=Translated.of({"en": "Third floor", "es": "Tercer piso"}),
    accessibility=Translated("Lift"),
)


def test_the_librarys_own_words_win_where_there_are_any() -> None:
    plan = MapPosition("main.svg", 0.5, 0.25)
    words = PlaceWords(
        9101,
        name=Translated("Marlowe"),
        short_names=("main",),
        address="Ours",
        floor=Translated("All"),
        accessibility=Translated("Lift"),
        longitude=-70.5,
        map=plan,
    )
    assert Directory(LIBCAL, [words]).get(9101) == Place(
        9101,
        "Marlowe",
        short_names=("main", "Main"),
        address="Ours",
        floor="All",
        accessibility="Lift",
        url="https://libcal.example",
        latitude=41.5,
        longitude=-70.5,
        map=plan,
    )


def test_libraries_come_first_in_the_librarys_order_then_by_name() -> None:
    words = [PlaceWords(9105), PlaceWords(9102)]
    assert [place.name for place in Directory(LIBCAL, words).all()] == [
        "Science",
        "Arts",
        "Main",
        "Makerspace",
    ]


def test_departments_are_found_by_their_library() -> None:
    directory = Directory(LIBCAL, [])
    assert [place.name for place in directory.children(9101)] == ["Makerspace"]
    assert directory.children(9105) == []


def test_the_library_may_say_what_a_place_is_part_of() -> None:
    directory = Directory(LIBCAL, [PlaceWords(9103, parent=9101)])
    assert [place.name for place in directory.children(9101)] == ["Arts", "Makerspace"]


def test_before_the_first_sync_the_library_itself_knows_its_places() -> None:
    room = PlaceWords(9104, name=Translated("Room"), parent=9101)
    main = PlaceWords(9101, name=Translated("Marlowe"), phone="5")
    assert Directory([], [room, main, PlaceWords(9102)]).all() == [
        Place(9101, "Marlowe", phone="5"),
        Place(9104, "Room", "department", parent_id=9101),
    ]


def test_a_place_nobody_knows_is_none() -> None:
    assert Directory(LIBCAL, []).get(1) is None


def test_a_place_speaks_each_language_and_answers_to_its_name_in_all_of_them() -> None:
    directory = Directory(LIBCAL, [LAW])
    names = {
        tag: place.name for tag in ("es", "zh", "fr") if (place := _law(directory.in_language(tag)))
    }
    assert names == {"es": "Biblioteca de Derecho", "zh": "法学图书馆", "fr": "Law Library"}
    for place in (_law(directory), _law(directory.in_language("zh"))):
        assert {place.name, *place.short_names} == {
            *LAW.name.by_language.values(),
            *LAW.short_names,
            "Science",
        }
        assert place.name not in place.short_names


def test_what_is_not_translated_is_said_as_it_is() -> None:
    place = _law(Directory(LIBCAL, [LAW]).in_language("zh"))
    assert (place.floor, place.accessibility) == ("Third floor", "Lift")


def test_the_order_is_the_same_in_every_language() -> None:
    directory = Directory(LIBCAL, [LAW])
    order = [place.location_id for place in directory.all()]
    assert [place.location_id for place in directory.in_language("es").all()] == order


def test_the_directory_is_made_anew_when_libcal_names_other_places() -> None:
    rows = list(LIBCAL)
    directories = Directories(lambda: list(rows), [LAW])
    before = directories()
    assert directories() is before
    rows[0] = replace(rows[0], phone="2")
    after = directories()
    assert after is not before
    assert [place.phone for place in after.all() if place.location_id == 9105] == ["2"]


def _law(directory: Directory) -> Place:
    place = directory.get(9102)
    assert place is not None
    return place
