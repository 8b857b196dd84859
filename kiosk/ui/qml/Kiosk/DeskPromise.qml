import QtQuick
import QtQuick.Layouts
import Kiosk.Models

// What happens after "Send", as far as the desk told: somebody is there, nobody is, or not known.
Rectangle {
    id: root

    required property DeskModel desk
    required property string deskWords
    readonly property bool staffed: desk.state === "staffed"
    readonly property bool known: desk.state !== "unknown"

    implicitHeight: row.implicitHeight + 2 * Theme.s
    radius: Theme.radiusSmall
    color: staffed ? Theme.positiveSoft : known ? Theme.cautionSoft : Theme.surface
    border.width: Theme.edge
    border.color: Theme.line

    RowLayout {
        id: row

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.s
        width: parent.width - 2 * Theme.s
        spacing: Theme.s

        Icon {
            Layout.alignment: Qt.AlignTop
            outline: root.staffed ? Icons.person : Icons.info
            color: root.staffed ? Theme.positive : root.known ? Theme.caution : Theme.inkQuiet
            size: Theme.label * 1.3
        }

        Words {
            objectName: "handOffPromise"
            Layout.fillWidth: true
            text: Phrases.promise(root.desk.state, root.desk.waiting, root.deskWords)
            font.pixelSize: Theme.label
        }
    }
}
