import QtQuick

// Open, closed or not known, told by shape as well as by colour.
Item {
    id: root

    required property string openState
    property real size: Theme.small

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        radius: width / 2
        color: root.openState === "open" ? Theme.positive : "transparent"
        border.width: Math.max(2, root.size * 0.16)
        border.color: root.openState === "open" ? Theme.positive : root.openState === "closed" ? Theme.outline : Theme.caution
    }
}
