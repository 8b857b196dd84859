import QtQuick
import QtQuick.Layouts
import Kiosk.Models

// Where the patron's ticket stands, true to what the desk said last.
Rectangle {
    id: root

    required property HandOffModel handOff
    readonly property string status: Phrases.ticket(handOff.phase, handOff.position, handOff.staffed, handOff.librarian)

    implicitHeight: row.implicitHeight + 2 * Theme.s
    radius: Theme.radiusSmall
    color: handOff.claimed ? Theme.positiveSoft : handOff.phase === "waiting" ? Theme.tintSoft : Theme.cautionSoft
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Your ticket %1. %2").arg(handOff.code).arg(status)

    RowLayout {
        id: row

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.m
        width: parent.width - 2 * Theme.m
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
        }

        Words {
            objectName: "ticketStatus"
            Layout.fillWidth: true
            text: root.status
            font.pixelSize: Theme.label
        }
    }
}
