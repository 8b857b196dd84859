import QtQuick
import QtQuick.Layouts
import Kiosk.Models

// Where the patron's ticket stands, true to what the desk said last; and what can be done about it.
Rectangle {
    id: root

    required property HandOffModel handOff
    required property DeskModel desk
    required property string deskWords

    // It is not at the desk, and may not get there soon.
    readonly property bool stuck: handOff.phase === "parked" || (handOff.phase === "keeping" && desk.state === "away")
    readonly property string status: Phrases.ticket(handOff.phase, handOff.position, handOff.staffed, handOff.librarian, deskWords)
    readonly property bool oneLine: width > Theme.unit * 860 * Theme.textScale

    implicitHeight: row.implicitHeight + 2 * Theme.s
    radius: Theme.radiusSmall
    color: handOff.claimed ? Theme.positiveSoft : handOff.phase === "waiting" ? Theme.tintSoft : Theme.cautionSoft
    border.width: Theme.edge
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Your ticket")

    GridLayout {
        id: row

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.m
        width: parent.width - 2 * Theme.m
        columns: root.oneLine ? 2 : 1
        columnSpacing: Theme.m
        rowSpacing: Theme.xs

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.m

            Icon {
                outline: Icons.ticket
                color: Theme.ink
                size: Theme.title
            }

            Words {
                objectName: "ticketCode"
                text: root.handOff.code
                font.pixelSize: Theme.title
                font.weight: Font.Bold
                font.letterSpacing: Theme.hairline * 2
                wrapMode: Text.NoWrap
            }

            Words {
                objectName: "ticketStatus"
                Layout.fillWidth: true
                text: root.status
                font.pixelSize: Theme.label
            }
        }

        KioskButton {
            objectName: "dropTicket"
            Layout.alignment: Qt.AlignRight
            visible: root.stuck
            least: Theme.control
            text: qsTr("Don't send it any more")
            onClicked: root.handOff.drop()
        }
    }
}
