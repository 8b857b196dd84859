import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// A key of the keyboard on the screen. It reaches to its neighbours, so that no touch falls between
// them, and never takes the focus from the field that is written in.
T.AbstractButton {
    id: root

    // What it is called, for who listens; a letter is called as it is written.
    property string spoken: text
    property string outline: ""
    // In keys of one letter.
    property real span: 1
    property bool special: false
    property bool lit: false
    // Acts when the finger is lifted on it, so that it can be thought better of; others at once.
    property bool late: false
    // The sign on it shows a way, in writing that runs to the left.
    property bool turned: false
    signal struck

    Layout.fillWidth: true
    Layout.fillHeight: true
    Layout.preferredWidth: 10 * span
    focusPolicy: Qt.NoFocus
    hoverEnabled: false
    font.family: Theme.family
    font.pixelSize: Theme.sized(special ? 28 : 36, 0.3)
    Accessible.role: Accessible.Button
    Accessible.name: spoken
    Accessible.focusable: false
    Accessible.onPressAction: root.struck()
    onPressed: if (!late)
        struck()
    onClicked: if (late)
        struck()

    background: Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.xs / 2
        radius: Theme.radiusSmall * 0.75
        color: root.down ? Theme.tint : root.lit ? Theme.tintSoft : root.special ? Theme.sunken : Theme.surface
        border.width: Theme.contrast || !root.special ? Theme.hairline : 0
        border.color: Theme.line
    }

    contentItem: Item {
        Text {
            anchors.fill: parent
            visible: root.outline === ""
            text: root.text
            textFormat: Text.PlainText
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            font: root.font
            color: root.down ? Theme.inkOnTint : Theme.ink
            Accessible.ignored: true
        }

        Icon {
            anchors.centerIn: parent
            visible: root.outline !== ""
            outline: root.outline
            color: root.down ? Theme.inkOnTint : Theme.ink
            size: Theme.sized(36, 0.3)
            directional: true
            LayoutMirroring.enabled: root.turned
        }
    }
}
