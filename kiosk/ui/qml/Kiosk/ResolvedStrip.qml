import QtQuick
import QtQuick.Layouts
import Kiosk.Models

// After a librarian closed the ticket: one question, counted and never quoted.
Rectangle {
    id: root

    required property HandOffModel handOff
    readonly property bool oneLine: width > Theme.unit * 700 * Theme.textScale

    implicitHeight: row.implicitHeight + 2 * Theme.s
    radius: Theme.radiusSmall
    color: Theme.tintSoft
    border.width: Theme.edge
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: question.text

    GridLayout {
        id: row

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.m
        width: parent.width - 2 * Theme.m
        columns: root.oneLine ? 2 : 1
        columnSpacing: Theme.m
        rowSpacing: Theme.xs

        Words {
            id: question

            Layout.fillWidth: true
            text: qsTr("Is your question answered?")
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }

        Row {
            Layout.alignment: Qt.AlignRight
            spacing: Theme.s

            KioskButton {
                objectName: "resolved"
                least: Theme.control
                kind: KioskButton.Kind.Primary
                outline: Icons.check
                text: qsTr("Yes")
                onClicked: root.handOff.tellIfResolved(true)
            }

            KioskButton {
                objectName: "notResolved"
                least: Theme.control
                text: qsTr("Not yet")
                onClicked: root.handOff.tellIfResolved(false)
            }
        }
    }
}
