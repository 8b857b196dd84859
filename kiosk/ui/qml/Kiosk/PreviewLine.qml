import QtQuick
import QtQuick.Templates as T
import QtQuick.Layouts

// One line of the conversation that may go along with a ticket.
T.CheckDelegate {
    id: root

    required property int index
    required property string author
    required property string line
    required property bool kept

    implicitHeight: Math.max(Theme.target * 0.8, row.implicitHeight + 2 * Theme.s)
    checked: kept
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: qsTr("%1: %2").arg(author).arg(line)
    Accessible.checked: kept
    Accessible.onPressAction: root.clicked()

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.kept ? Theme.surface : "transparent"
        border.width: root.visualFocus ? Theme.hairline * 2 : Theme.hairline
        border.color: root.visualFocus ? Theme.ink : Theme.line
    }

    contentItem: Item {
        RowLayout {
            id: row

            anchors.verticalCenter: parent.verticalCenter
            x: Theme.s
            width: parent.width - 2 * Theme.s
            spacing: Theme.s

            TickMark {
                Layout.alignment: Qt.AlignTop
                ticked: root.kept
            }

            Words {
                Layout.fillWidth: true
                // What was said has a direction of its own, whatever that of the screen is.
                text: qsTr("%1: %2").arg(root.author).arg("\u2068" + root.line + "\u2069")
                color: root.kept ? Theme.ink : Theme.inkQuiet
                font.pixelSize: Theme.label
                font.strikeout: !root.kept
                Accessible.ignored: true
            }
        }
    }
}
