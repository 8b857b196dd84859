from dataclasses import replace
from datetime import timedelta

from sqlite_utils import Database

from kiosk.core.places import Place
from kiosk.store.hours import HoursTable
from kiosk.store.places import PlacesTable
from tests.store.examples import FETCHED, MONDAY, a_place

MARLOWE = a_place()
MAKERSPACE = Place(
    9105,
    "Makerspace",
    category="department",
    parent_id=9101,
    address="1 Alder Way",
    phone="555-0105",
    url="https://example.org/make",
    fetched_at=FETCHED,
)


def store(database: Database, *places: Place) -> frozenset[int]:
    return HoursTable(database).replace(places, [], MONDAY, MONDAY).places


def test_places_come_back_as_they_were_stored(database: Database) -> None:
    assert store(database, MAKERSPACE, MARLOWE) == {9101, 9105}
    assert PlacesTable(database).all() == [MARLOWE, MAKERSPACE]


def test_the_librarys_own_words_are_not_stored(database: Database) -> None:
    store(database, replace(MARLOWE, short_names=("main",), floor="2", directions="left"))
    assert PlacesTable(database).all() == [MARLOWE]


def test_a_place_that_libcal_no_longer_names_is_gone(database: Database) -> None:
    store(database, MARLOWE, MAKERSPACE)
    assert store(database, MARLOWE) == {9105}
    assert PlacesTable(database).all() == [MARLOWE]


def test_only_what_is_different_is_told(database: Database) -> None:
    store(database, MARLOWE, MAKERSPACE)
    later = FETCHED + timedelta(minutes=15)
    moved = replace(MAKERSPACE, phone="555-0199", fetched_at=later)
    assert store(database, replace(MARLOWE, fetched_at=later), moved) == {9105}
    assert [place.fetched_at for place in PlacesTable(database).all()] == [later, later]
