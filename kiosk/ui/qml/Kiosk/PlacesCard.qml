pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// Several places at one moment, a line each.
Card {
    id: root

    required property var card

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Places now")

    RowLayout {
        width: parent.width
        spacing: Theme.s

        Words {
            Layout.fillWidth: true
            text: qsTr("Places now")
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }

        Words {
            visible: root.card.asOf !== ""
            text: qsTr("as of %1").arg(root.card.asOf)
            color: root.card.stale ? Theme.caution : Theme.inkQuiet
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
        }
    }

    Repeater {
        model: root.card.rows

        GridLayout {
            id: row

            required property var modelData
            readonly property bool oneLine: dot.width + name.implicitWidth + opening.implicitWidth + 2 * columnSpacing < width

            width: parent?.width ?? 0
            columns: oneLine ? 3 : 2
            columnSpacing: Theme.s
            rowSpacing: 0

            StateDot {
                id: dot

                openState: row.modelData.openState
            }

            Words {
                id: name

                Layout.fillWidth: true
                text: row.modelData.name
            }

            Words {
                id: opening

                Layout.column: row.oneLine ? 2 : 1
                Layout.row: row.oneLine ? 0 : 1
                Layout.fillWidth: !row.oneLine
                text: Phrases.opening(row.modelData.openState, row.modelData.until, row.modelData.opens, row.modelData.note)
                color: row.modelData.openState === "open" ? Theme.positive : Theme.inkQuiet
                font.pixelSize: Theme.label
            }
        }
    }
}
