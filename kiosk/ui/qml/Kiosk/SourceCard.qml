pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// The entry of the library's own knowledge that an answer rests on. Addresses are to be read and
// copied down: nothing on this terminal opens them.
Card {
    id: root

    required property var card

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Source: %1").arg(card.title)

    RowLayout {
        width: parent.width
        spacing: Theme.s

        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Theme.xs * 0.6
            outline: Icons.source
            color: Theme.tint
            size: Theme.body
        }

        Column {
            Layout.fillWidth: true
            spacing: Theme.xs

            Words {
                width: parent.width
                text: Phrases.sourceLine(root.card.source, root.card.updated)
                color: Theme.inkQuiet
                font.pixelSize: Theme.label
            }

            Words {
                width: parent.width
                text: root.card.title
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }

            Words {
                width: parent.width
                visible: text !== ""
                text: root.card.address
                color: Theme.inkQuiet
                font.pixelSize: Theme.label
                wrapMode: Text.WrapAnywhere
            }

            Repeater {
                model: root.card.links

                Words {
                    required property var modelData

                    width: parent?.width ?? 0
                    text: qsTr("%1: %2").arg(modelData.title).arg(modelData.address)
                    color: Theme.inkQuiet
                    font.pixelSize: Theme.label
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
