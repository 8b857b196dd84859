"""A list model over frozen records: each field of the record is a role of the same name."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

FIRST_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_Index = QModelIndex | QPersistentModelIndex


@QmlElement
class RowsModel(QAbstractListModel):
    """Rows of one kind of record, replaced as a whole or one at a time.

    Field names of the record become role names, in camel case (``offer_person`` is
    ``offerPerson``), so that a delegate declares them as required properties. Not generic in
    the record: Qt's tools do not see through a subscripted base class.
    """

    countChanged = Signal()  # noqa: N815  Qt's name for it

    def __init__(self, kind: type[Any]) -> None:
        super().__init__()
        self._names = [item.name for item in fields(kind)]
        self._rows: list[Any] = []

    @Property(int, notify=countChanged)
    def count(self) -> int:
        return len(self._rows)

    @property
    def rows(self) -> tuple[Any, ...]:
        """The rows as they stand."""
        return tuple(self._rows)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802  Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:  # noqa: N802  Qt's name
        return {
            FIRST_ROLE + number: QByteArray(_camel(name).encode())
            for number, name in enumerate(self._names)
        }

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        number = role - FIRST_ROLE
        if not (index.isValid() and 0 <= number < len(self._names)):
            return None
        value = getattr(self._rows[index.row()], self._names[number])
        return list(value) if isinstance(value, tuple) else value  # QML knows no tuples

    def append(self, row: Any) -> None:
        """Add a row at the end."""
        place = len(self._rows)
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.append(row)
        self.endInsertRows()
        self.countChanged.emit()

    def remove_first(self, count: int) -> None:
        """Take so many rows away from the beginning."""
        self.beginRemoveRows(QModelIndex(), 0, count - 1)
        del self._rows[:count]
        self.endRemoveRows()
        self.countChanged.emit()

    def put(self, place: int, row: Any) -> None:
        """Replace one row, telling the view which fields are different."""
        before = self._rows[place]
        self._rows[place] = row
        roles = [
            FIRST_ROLE + number
            for number, name in enumerate(self._names)
            if getattr(before, name) != getattr(row, name)
        ]
        if roles:
            index = self.index(place)
            self.dataChanged.emit(index, index, roles)

    def replace(self, rows: Iterable[Any]) -> None:
        """Replace all rows; where the number is the same, the view keeps its place."""
        new = list(rows)
        if len(new) == len(self._rows):
            for place, row in enumerate(new):
                self.put(place, row)
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()
        self.countChanged.emit()


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
