import QtQuick
import QtQuick.Templates as T
import QtQuick.Layouts

// One place at a glance; a tap asks for its week.
T.ItemDelegate {
    id: root

    required property string name
    required property string openState
    required property string until
    required property string opens
    required property string note

    readonly property bool oneLine: width > Theme.unit * 820 * Theme.textScale
    readonly property string summary: Phrases.opening(openState, until, opens, note)

    implicitHeight: row.implicitHeight + 2 * Theme.s
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: summary === "" ? name : qsTr("%1. %2").arg(name).arg(summary)
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.down ? Theme.sunken : Theme.surface
        border.width: root.visualFocus ? Theme.hairline * 2 : Theme.hairline
        border.color: root.visualFocus ? Theme.ink : Theme.line
    }

    contentItem: Item {
        RowLayout {
            id: row

            anchors.verticalCenter: parent.verticalCenter
            x: Theme.m
            width: parent.width - 2 * Theme.m
            spacing: Theme.m

            StateDot {
                visible: root.openState !== "untold"
                openState: root.openState
            }

            GridLayout {
                Layout.fillWidth: true
                columns: root.oneLine ? 2 : 1
                columnSpacing: Theme.m
                rowSpacing: 0

                Words {
                    Layout.fillWidth: true
                    text: root.name
                    font.pixelSize: Theme.body
                    font.weight: Font.DemiBold
                    Accessible.ignored: true
                }

                Words {
                    Layout.fillWidth: true
                    visible: text !== ""
                    horizontalAlignment: root.oneLine ? Text.AlignRight : Text.AlignLeft
                    text: root.summary
                    color: root.openState === "open" ? Theme.positive : Theme.inkQuiet
                    font.pixelSize: Theme.label
                    Accessible.ignored: true
                }
            }

            Icon {
                outline: Icons.next
                directional: true
                color: Theme.outline
                size: Theme.label
            }
        }
    }
}
