import QtQuick
import QtQuick.Layouts
import Kiosk.Models

// Where the patron's ticket stands, true to what the desk said last; and what can be done about it.
Rectangle {
    id: root

    required property HandOffModel handOff
    required property DeskModel desk
    required property string deskWords

    readonly property bool stuck: now.stuck
    // The patron said that it may wait.
    property bool mayWait: false
    readonly property TicketStatus now: TicketStatus {
        handOff: root.handOff
        desk: root.desk
        deskWords: root.deskWords
    }
    readonly property bool oneLine: width > Theme.unit * 860 * Theme.textScale + (stuck ? choice.implicitWidth : 0)

    implicitHeight: row.implicitHeight + 2 * Theme.s
    radius: Theme.radiusSmall
    color: handOff.claimed ? Theme.positiveSoft : handOff.phase === "waiting" || (handOff.phase === "keeping" && !stuck) ? Theme.tintSoft : Theme.cautionSoft
    border.width: Theme.edge
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Your ticket")
    onStuckChanged: mayWait = false

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
                visible: root.oneLine || Theme.textScale < 2
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
                text: root.now.words
                font.pixelSize: Theme.label
            }
        }

        Row {
            id: choice

            Layout.alignment: Qt.AlignRight
            visible: root.stuck
            spacing: Theme.s

            KioskButton {
                objectName: "keepTicket"
                visible: root.handOff.phase === "keeping" && !root.mayWait
                least: Theme.control
                text: qsTr("Keep it")
                onClicked: root.mayWait = true
            }

            KioskButton {
                objectName: "dropTicket"
                least: Theme.control
                kind: root.mayWait ? KioskButton.Kind.Bare : KioskButton.Kind.Quiet
                enabled: !root.handOff.dropping
                text: qsTr("Don't send it any more")
                onClicked: root.handOff.drop()
            }
        }
    }
}
