pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// Where a place is, how to reach it, and the way to take that along.
Card {
    id: root

    required property var card
    readonly property bool wide: width > Theme.unit * 760 * Theme.textScale

    Accessible.role: Accessible.Grouping
    Accessible.name: card.name

    GridLayout {
        width: parent.width
        columns: root.wide ? 2 : 1
        columnSpacing: Theme.l
        rowSpacing: Theme.m

        ColumnLayout {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            spacing: Theme.s

            Words {
                Layout.fillWidth: true
                text: root.card.name
                font.pixelSize: Theme.title
                font.weight: Font.Bold
                Accessible.ignored: true
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

                    Layout.fillWidth: true
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

        TakeAlong {
            Layout.alignment: root.wide ? Qt.AlignTop | Qt.AlignRight : Qt.AlignLeft
            code: root.card.code
        }
    }

    FloorPlan {
        width: parent.width
        visible: root.card.plan !== ""
        place: root.card.name
        plan: root.card.plan
        spot: Qt.point(root.card.x, root.card.y)
        here: Qt.point(root.card.hereX, root.card.hereY)
    }
}
