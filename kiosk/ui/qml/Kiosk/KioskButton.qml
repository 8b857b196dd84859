import QtQuick
import QtQuick.Templates as T

// A button of the kinds that a page needs: one `Primary`, some `Quiet`, chips, and `Bare` ones that
// must not stand out.
T.AbstractButton {
    id: root

    enum Kind {
        Primary,
        Quiet,
        Chip,
        Bare
    }

    property int kind: KioskButton.Kind.Quiet
    property string outline: ""
    property int textSize: Theme.label
    property bool compact: false
    // Between its words and its ends.
    property real inset: Theme.m
    // One of several to choose from, and whether it is chosen. Told by the control's own properties:
    // it overwrites Accessible.checked with them when a screen reader comes.
    property bool choice: false
    property bool ticked: false
    // For a finger, each way.
    property real least: Theme.target

    readonly property bool primary: kind === KioskButton.Kind.Primary
    readonly property color foreground: primary ? Theme.inkOnTint : kind === KioskButton.Kind.Chip ? Theme.tint : kind === KioskButton.Kind.Bare ? Theme.inkQuiet : Theme.ink

    // What its words need where they take two lines.
    readonly property real wordsHeight: worded ? label.implicitHeight + 2 * Theme.xs : 0
    readonly property bool worded: text !== "" && !compact
    // What the outline takes beside the words.
    readonly property real beside: outline === "" ? 0 : textSize * 1.15 + (worded ? row.spacing : 0)

    implicitHeight: Math.max(least, wordsHeight)
    implicitWidth: Math.max(least, beside + (worded ? label.implicitWidth : 0) + (compact ? 0 : 2 * inset))
    font.family: Theme.family
    font.pixelSize: textSize
    font.weight: Font.DemiBold
    hoverEnabled: false
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.45

    checkable: choice
    checked: ticked
    // A touch only asks; the model says how it stands.
    onToggled: checked = Qt.binding(() => root.ticked)

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: root.clicked()

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Rectangle {
        radius: height / 2
        color: root.primary ? Theme.tint : root.kind === KioskButton.Kind.Chip ? Theme.tintSoft : root.kind === KioskButton.Kind.Bare ? "transparent" : Theme.surface
        border.width: root.kind === KioskButton.Kind.Quiet ? Theme.hairline : root.kind === KioskButton.Kind.Chip ? Theme.edge : 0
        border.color: root.kind === KioskButton.Kind.Chip ? Theme.tint : Theme.outline

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: Theme.ink
            opacity: root.down ? 0.12 : 0

            Behavior on opacity {
                NumberAnimation {
                    duration: Theme.quick
                }
            }
        }

        FocusRing {
            shown: root.visualFocus
            corner: parent.radius
        }
    }

    contentItem: Item {
        Row {
            id: row

            anchors.centerIn: parent
            spacing: Theme.s * 0.75

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.outline !== ""
                outline: root.outline
                color: root.foreground
                size: root.textSize * 1.15
            }

            Text {
                id: label

                anchors.verticalCenter: parent.verticalCenter
                visible: root.worded
                // The library's own questions, on chips, may be longer than a screen is wide.
                width: root.width < root.implicitWidth - 1 ? root.width - root.beside - 2 * root.inset : implicitWidth
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
                text: root.text
                textFormat: Text.PlainText
                font: root.font
                color: root.foreground
                Accessible.ignored: true
            }
        }
    }
}
