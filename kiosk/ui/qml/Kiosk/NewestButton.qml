import QtQuick

// Back to the end of a conversation, with a dot where something came meanwhile.
KioskButton {
    id: root

    required property bool shown
    // Something is there that was not seen yet.
    required property bool marked

    objectName: "newest"
    visible: shown
    compact: true
    outline: Icons.down
    text: marked ? qsTr("Newest: there is something new") : qsTr("Newest")
    // The field keeps the focus, and with it the keyboard on the screen.
    focusPolicy: Qt.TabFocus

    Rectangle {
        objectName: "somethingNew"
        anchors.right: parent.right
        anchors.top: parent.top
        width: Theme.s * 1.25
        height: width
        radius: width / 2
        visible: root.marked
        color: Theme.tint
        border.width: Theme.hairline
        border.color: Theme.ground
        Accessible.ignored: true
    }
}
