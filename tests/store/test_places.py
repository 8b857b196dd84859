from dataclasses import replace
from datetime import timedelta

from kiosk.core.places import Place
from kiosk.store.connection import Database
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


def test_coordinates_are_kept(database: Database) -> None:
    there = replace(MARLOWE, latitude=41.7, longitude=-70.5)
    store(database, there)
    assert PlacesTable(database).all() == [there]


def test_places_are_read_anew_when_they_change(database: Database) -> None:
    table = PlacesTable(database)
    store(database, MARLOWE)
    (before,) = table.all()
    (again,) = table.all()
    assert again is before
    store(database, replace(MARLOWE, phone="555-0199"))
    assert [place.phone for place in table.all()] == ["555-0199"]


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
