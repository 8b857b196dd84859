pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// Where a place is and how to reach it.
Card {
    id: root

    required property var card

    Accessible.role: Accessible.Grouping
    Accessible.name: card.name

    Words {
        width: parent.width
        text: root.card.name
        font.pixelSize: Theme.title
        font.weight: Font.Bold
    }

    Repeater {
        model: [
            {
                outline: Icons.layers,
                words: root.card.floor
            },
            {
                outline: Icons.pin,
                words: root.card.address
            },
            {
                outline: Icons.phone,
                words: root.card.phone
            },
            {
                outline: Icons.route,
                words: root.card.directions
            },
            {
                outline: Icons.accessibility,
                words: root.card.accessibility
            }
        ].filter(line => line.words !== "")

        RowLayout {
            id: line

            required property var modelData

            width: parent?.width ?? 0
            spacing: Theme.s

            Icon {
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: Theme.xs * 0.6
                outline: line.modelData.outline
                color: Theme.tint
                size: Theme.body
            }

            Words {
                Layout.fillWidth: true
                text: line.modelData.words
            }
        }
    }
}
