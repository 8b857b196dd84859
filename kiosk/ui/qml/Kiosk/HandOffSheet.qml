pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Models

// What will be sent to a librarian, shown and cut before anything leaves the terminal. Where it is
// longer than the screen it scrolls, and the two buttons stay.
Rectangle {
    id: root

    required property HandOffModel handOff
    required property PreviewModel preview
    required property DeskModel desk
    required property string deskWords
    // Little room, as above a keyboard.
    readonly property bool tight: height < Theme.unit * 760 * Theme.textScale

    color: Theme.scrim
    Accessible.role: Accessible.Dialog
    Accessible.name: qsTr("Ask a librarian")
    Keys.onEscapePressed: root.handOff.cancel()
    Component.onCompleted: question.focusField()

    MouseArea {
        anchors.fill: parent
        // Swallows taps: what is behind must not be touched by accident.
    }

    Rectangle {
        id: paper

        readonly property real margin: root.tight ? Theme.m : Theme.l

        anchors.centerIn: parent
        width: Math.min(root.width - 2 * Theme.m, Theme.unit * 1100 * Theme.textScale)
        height: Math.min(root.height - 2 * (root.tight ? Theme.xs : Theme.l), sheet.implicitHeight + 2 * margin)
        radius: Theme.radius
        color: Theme.ground
        border.width: Theme.edge
        border.color: Theme.line

        ColumnLayout {
            id: sheet

            anchors.fill: parent
            anchors.margins: paper.margin
            spacing: Theme.m

            ScrolledColumn {
                id: body

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredHeight: column.implicitHeight

                ColumnLayout {
                    id: column

                    width: body.width - Theme.s
                    spacing: Theme.m

                    Words {
                        Layout.fillWidth: true
                        visible: !root.tight
                        text: qsTr("Ask a librarian")
                        font.pixelSize: Theme.headline
                        font.weight: Font.Bold
                        // The dialog is called so.
                        Accessible.ignored: true
                    }

                    Words {
                        Layout.fillWidth: true
                        visible: !root.tight
                        objectName: "handOffPromise"
                        text: Phrases.promise(root.desk.state, root.desk.waiting, root.deskWords)
                        color: root.desk.state === "away" || root.desk.state === "unstaffed" ? Theme.caution : Theme.inkQuiet
                    }

                    KioskField {
                        id: question

                        objectName: "handOffQuestion"
                        Layout.fillWidth: true
                        caption: qsTr("Your question")
                        text: root.handOff.question
                        onEdited: words => root.handOff.question = words
                    }

                    GridLayout {
                        Layout.fillWidth: true
                        columns: body.width > Theme.unit * 900 * Theme.textScale ? 2 : 1
                        columnSpacing: Theme.m
                        rowSpacing: Theme.s

                        KioskField {
                            id: name

                            Layout.preferredWidth: 1
                            Layout.alignment: Qt.AlignBottom
                            objectName: "handOffName"
                            Layout.fillWidth: true
                            caption: qsTr("Your name, if you like")
                        }

                        KioskField {
                            id: contact

                            Layout.preferredWidth: 1
                            Layout.alignment: Qt.AlignBottom
                            objectName: "handOffContact"
                            Layout.fillWidth: true
                            caption: qsTr("E-mail, only if we may write to you later")
                            hints: Qt.ImhEmailCharactersOnly
                        }
                    }

                    Words {
                        Layout.fillWidth: true
                        visible: root.preview.count > 0
                        text: qsTr("These lines go along. Tap one to leave it out.")
                        font.pixelSize: Theme.label
                        font.weight: Font.DemiBold
                    }

                    Repeater {
                        model: root.preview

                        PreviewLine {
                            Layout.fillWidth: true
                            onClicked: root.preview.toggle(index)
                        }
                    }

                    Words {
                        Layout.fillWidth: true
                        text: qsTr("Only what you see here is sent. Name and e-mail are deleted 30 days after your question is closed.")
                        color: Theme.inkQuiet
                        font.pixelSize: Theme.small
                    }
                }
            }

            Row {
                Layout.alignment: Qt.AlignRight
                spacing: Theme.s

                KioskButton {
                    objectName: "handOffCancel"
                    text: qsTr("Cancel")
                    onClicked: root.handOff.cancel()
                }

                KioskButton {
                    objectName: "handOffSend"
                    kind: KioskButton.Kind.Primary
                    outline: Icons.check
                    text: qsTr("Send")
                    enabled: question.text.trim() !== ""
                    onClicked: root.handOff.send(name.text, contact.text)
                }
            }
        }
    }
}
