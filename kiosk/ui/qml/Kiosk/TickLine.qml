import QtQuick
import QtQuick.Templates as T
import QtQuick.Layouts

// A sentence that one agrees to, or not.
T.CheckBox {
    id: root

    implicitHeight: Math.max(Theme.control, row.implicitHeight + 2 * Theme.xs)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checked: checked
    Accessible.onToggleAction: root.click()
    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    background: FocusRing {
        shown: root.visualFocus
        corner: Theme.radiusSmall
    }

    contentItem: Item {
        RowLayout {
            id: row

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            spacing: Theme.s

            TickMark {
                Layout.alignment: Qt.AlignTop
                ticked: root.checked
            }

            Words {
                Layout.fillWidth: true
                text: root.text
                font.pixelSize: Theme.label
                Accessible.ignored: true
            }
        }
    }
}
