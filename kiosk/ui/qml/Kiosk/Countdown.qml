import QtQuick
import Kiosk.Models

// The calm end of a visit: any touch stops it.
Rectangle {
    id: root

    required property VisitModel visit

    color: Theme.scrim
    Accessible.role: Accessible.AlertMessage
    Accessible.name: qsTr("Are you still there?")

    MouseArea {
        objectName: "countdownStop"
        anchors.fill: parent
        onPressed: root.visit.stay()
    }

    Rectangle {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.l, Theme.unit * 900)
        height: column.implicitHeight + 2 * Theme.xl
        radius: Theme.radius
        color: Theme.ground

        Column {
            id: column

            anchors.centerIn: parent
            width: parent.width - 2 * Theme.xl
            spacing: Theme.m

            Words {
                width: parent.width
                text: qsTr("Are you still there?")
                font.pixelSize: Theme.headline
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
            }

            Words {
                objectName: "secondsLeft"
                width: parent.width
                // With the digits of every other number on the screen, in Arabic too.
                text: String(root.visit.secondsLeft)
                font.pixelSize: Theme.display
                font.weight: Font.Bold
                color: Theme.tint
                horizontalAlignment: Text.AlignHCenter
                Accessible.name: qsTr("%n second(s) left", "", root.visit.secondsLeft)
            }

            Words {
                width: parent.width
                text: qsTr("Then everything you wrote is cleared for the next person. Touch anywhere to go on.")
                color: Theme.inkQuiet
                horizontalAlignment: Text.AlignHCenter
            }

            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.s

                KioskButton {
                    objectName: "endNow"
                    text: qsTr("Clear it now")
                    onClicked: root.visit.end()
                }

                KioskButton {
                    objectName: "stay"
                    kind: KioskButton.Kind.Primary
                    text: qsTr("I'm still here")
                    onClicked: root.visit.stay()
                }
            }
        }
    }
}
