import QtQuick

// At an edge that more lies behind: a line that is cut off there looks as if it went on.
Rectangle {
    id: root

    property bool below: false

    objectName: "fade"
    width: parent.width
    height: Theme.m
    Accessible.ignored: true

    gradient: Gradient {
        GradientStop {
            position: root.below ? 1 : 0
            color: Theme.ground
        }
        GradientStop {
            position: root.below ? 0 : 1
            color: Qt.alpha(Theme.ground, 0)
        }
    }
}
