from kiosk.core.content import PlaceWords
from kiosk.core.places import Place
from kiosk.hours.directory import Directory

LIBCAL = [
    Place(9105, "Makerspace", "department", parent_id=9101, phone="1"),
    Place(9102, "Science"),
    Place(9103, "Arts"),
    Place(9101, "Main", address="LibCal's", url="https://libcal.example"),
]


def test_the_librarys_own_words_win_where_there_are_any() -> None:
    words = PlaceWords(9101, name="Marlowe", short_names=("main",), address="Ours", floor="All")
    assert Directory(LIBCAL, [words]).get(9101) == Place(
        9101,
        "Marlowe",
        short_names=("main",),
        address="Ours",
        floor="All",
        url="https://libcal.example",
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


def test_before_the_first_sync_the_library_itself_knows_its_places() -> None:
    directory = Directory([], [PlaceWords(9101, name="Marlowe", phone="5"), PlaceWords(9102)])
    assert directory.all() == [Place(9101, "Marlowe", phone="5")]


def test_a_place_nobody_knows_is_none() -> None:
    assert Directory(LIBCAL, []).get(1) is None
