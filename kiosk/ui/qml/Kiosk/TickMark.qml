import QtQuick

// A box that is ticked or not.
Rectangle {
    id: root

    required property bool ticked

    implicitWidth: Theme.body
    implicitHeight: Theme.body
    radius: Theme.xs * 0.75
    color: ticked ? Theme.tint : "transparent"
    border.width: Theme.hairline
    border.color: ticked ? Theme.tint : Theme.outline

    Icon {
        anchors.centerIn: parent
        visible: root.ticked
        outline: Icons.check
        color: Theme.inkOnTint
        size: parent.width * 0.8
        weight: 3
    }
}
