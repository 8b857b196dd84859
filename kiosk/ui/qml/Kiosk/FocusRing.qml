import QtQuick

// Where the keyboard is: a ring outside the control, in ink so that it shows on every colour.
Rectangle {
    required property bool shown
    required property real corner

    anchors.fill: parent
    anchors.margins: -Theme.xs * 0.75
    radius: corner + Theme.xs * 0.75
    visible: shown
    color: "transparent"
    border.width: Theme.hairline * 2
    border.color: Theme.ink
}
