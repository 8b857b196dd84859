pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// Hours of one place: the day asked for large, the days around it beside or below, and how old
// they are.
Card {
    id: root

    required property var card
    readonly property string headline: card.headline !== "" ? card.headline : card.dayLabel !== "" ? Phrases.dayState(card.openState) : Phrases.opening(card.openState, card.until, card.opens, card.note)
    readonly property bool wide: width > Theme.unit * 960 * Theme.textScale

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Hours of %1. %2").arg(card.place).arg(headline)

    GridLayout {
        width: parent.width
        columns: root.wide ? 2 : 1
        columnSpacing: Theme.l
        rowSpacing: Theme.s

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 4
            spacing: Theme.s

            RowLayout {
                spacing: Theme.s

                StateDot {
                    openState: root.card.openState
                    size: Theme.label
                }

                Words {
                    Layout.fillWidth: true
                    text: root.card.place
                    font.weight: Font.DemiBold
                    Accessible.ignored: true
                }
            }

            Words {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.card.dayLabel
                color: Theme.inkQuiet
                font.pixelSize: Theme.label
            }

            Words {
                Layout.fillWidth: true
                text: root.headline
                font.pixelSize: Theme.headline
                font.weight: Font.Bold
                lineHeight: 0.94
                color: root.card.openState === "open" ? Theme.positive : Theme.ink
                Accessible.ignored: true
            }

            Words {
                Layout.fillWidth: true
                visible: text !== "" && text !== root.headline
                text: root.card.note
                color: Theme.inkQuiet
            }

            Words {
                Layout.fillWidth: true
                visible: root.card.asOf !== ""
                text: Phrases.freshness(root.card.asOf, root.card.stale)
                color: root.card.stale ? Theme.caution : Theme.inkQuiet
                font.pixelSize: Theme.small
            }
        }

        Column {
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            spacing: Theme.xs / 2

            Repeater {
                model: root.card.days

                DayRow {
                    required property var modelData

                    width: parent?.width ?? 0
                    day: modelData.day
                    hours: modelData.hours !== "" ? modelData.hours : Phrases.dayState(modelData.state)
                    note: modelData.note
                    marked: modelData.marked
                }
            }
        }
    }
}
