import QtQuick

// The quiet ground that facts stand on.
Rectangle {
    id: root

    default property alias content: inner.data
    property real padding: Theme.m

    implicitHeight: inner.implicitHeight + 2 * padding
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.line

    Column {
        id: inner

        x: root.padding
        y: root.padding
        width: root.width - 2 * root.padding
        spacing: Theme.s
    }
}
