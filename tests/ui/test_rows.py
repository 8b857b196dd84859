"""The list model: what it holds, and what it tells a view."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.ui.rows import FIRST_ROLE, RowsModel


@dataclass(frozen=True, slots=True)
class Fruit:
    name: str
    is_ripe: bool = False
    seeds: tuple[int, ...] = ()


def texts(model: RowsModel) -> list[object]:
    return [model.data(model.index(row), FIRST_ROLE) for row in range(model.rowCount())]


def test_a_field_is_a_role_in_camel_case() -> None:
    assert sorted(bytes(name.data()) for name in RowsModel(Fruit).roleNames().values()) == [
        b"isRipe",
        b"name",
        b"seeds",
    ]


def test_a_tuple_is_a_list_for_qml() -> None:
    model = RowsModel(Fruit)
    model.append(Fruit("fig", seeds=(1, 2)))
    assert model.data(model.index(0), FIRST_ROLE + 2) == [1, 2]


def test_what_is_not_there_is_nothing() -> None:
    model = RowsModel(Fruit)
    model.append(Fruit("fig"))
    assert model.data(QModelIndex(), FIRST_ROLE) is None
    assert model.data(model.index(0), FIRST_ROLE + 9) is None
    assert model.rowCount(model.index(0)) == 0


def test_only_the_fields_that_differ_are_told() -> None:
    model, told = RowsModel(Fruit), []
    model.append(Fruit("fig"))
    model.dataChanged.connect(lambda _first, _last, roles: told.append(list(roles)))
    model.put(0, Fruit("fig", is_ripe=True))
    model.put(0, Fruit("fig", is_ripe=True))
    assert told == [[FIRST_ROLE + 1]]


CHANGES = st.one_of(
    st.tuples(st.just("append"), st.text(max_size=3)),
    st.tuples(st.just("put"), st.integers(0, 5), st.text(max_size=3)),
    st.tuples(st.just("replace"), st.lists(st.text(max_size=3), max_size=4)),
)


@given(st.lists(CHANGES, max_size=12))
def test_any_changes_leave_what_a_list_would_hold(changes: list[tuple[object, ...]]) -> None:
    """Qt's own tester watches that the view is told right."""
    model, expected = RowsModel(Fruit), list[object]()
    tester = QAbstractItemModelTester(model)
    for change in changes:
        match change:
            case ("append", str(name)):
                model.append(Fruit(name))
                expected.append(name)
            case ("put", int(place), str(name)) if place < len(expected):
                model.put(place, Fruit(name))
                expected[place] = name
            case ("replace", list(names)):
                model.replace(Fruit(name) for name in names)
                expected = list(names)
    assert texts(model) == expected
    assert model.property("count") == len(expected)
    del tester
