pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Models

// Under a conversation: the field, and the two ways out of it. Below each other where the field
// would else be too short for what is asked.
GridLayout {
    id: root

    required property ChatModel chat
    required property HandOffModel handOff
    // Takes the keys that an empty field has no use for.
    required property Item scrolled
    signal startedOver
    signal finished

    readonly property bool oneLine: width > Theme.unit * 720 * Theme.textScale + buttons.implicitWidth - Theme.unit * 300

    function focusField(): void {
        field.forceActiveFocus();
    }

    function wipe(): void {
        field.wipe();
    }

    columns: oneLine ? 2 : 1
    columnSpacing: Theme.s
    rowSpacing: Theme.xs

    AskField {
        id: field

        objectName: "chatField"
        Layout.fillWidth: true
        placeholderText: root.handOff.claimed ? qsTr("Write to %1").arg(root.handOff.librarian) : qsTr("Ask another question")
        answering: root.chat.answering
        Keys.forwardTo: text === "" ? [root.scrolled] : []
        onAsked: question => root.chat.ask(question)
        onStopped: root.chat.stop()
    }

    Row {
        id: buttons

        Layout.alignment: Qt.AlignRight
        spacing: Theme.s

        KioskButton {
            objectName: "startOver"
            least: root.oneLine ? field.implicitHeight : Theme.target
            outline: Icons.restart
            text: qsTr("Start over")
            onClicked: root.startedOver()
        }

        KioskButton {
            objectName: "done"
            least: root.oneLine ? field.implicitHeight : Theme.target
            outline: Icons.leave
            text: qsTr("I'm done")
            onClicked: root.finished()
        }
    }
}
