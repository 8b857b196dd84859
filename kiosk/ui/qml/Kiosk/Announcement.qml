import QtQuick
import QtQuick.Layouts

// One sentence from the library.
Rectangle {
    id: root

    required property string words

    implicitHeight: row.implicitHeight + 2 * Theme.s
    radius: Theme.radiusSmall
    color: Theme.tintSoft
    border.width: Theme.edge
    border.color: Theme.tint

    RowLayout {
        id: row

        x: Theme.m
        width: parent.width - 2 * Theme.m
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s

        Icon {
            outline: Icons.info
            color: Theme.tint
            size: Theme.body
        }

        Words {
            Layout.fillWidth: true
            text: root.words
            font.pixelSize: Theme.label
        }
    }
}
