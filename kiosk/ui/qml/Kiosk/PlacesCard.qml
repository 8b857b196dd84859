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

        RowLayout {
            id: row

            required property var modelData

            width: parent?.width ?? 0
            spacing: Theme.s

            StateDot {
                openState: row.modelData.openState
            }

            Words {
                Layout.fillWidth: true
                text: row.modelData.name
            }

            Words {
                text: Phrases.opening(row.modelData.openState, row.modelData.until, row.modelData.opens, row.modelData.note)
                color: row.modelData.openState === "open" ? Theme.positive : Theme.inkQuiet
                font.pixelSize: Theme.label
                wrapMode: Text.NoWrap
            }
        }
    }
}
