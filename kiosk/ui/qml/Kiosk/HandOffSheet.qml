pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Models

// What will be sent to a librarian, shown and cut before anything leaves the terminal.
Rectangle {
    id: root

    required property HandOffModel handOff
    required property PreviewModel preview

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
        anchors.centerIn: parent
        width: Math.min(root.width - 2 * Theme.l, Theme.unit * 1100)
        height: Math.min(root.height - 2 * Theme.l, sheet.implicitHeight + 2 * Theme.l)
        radius: Theme.radius
        color: Theme.ground

        ColumnLayout {
            id: sheet

            anchors.fill: parent
            anchors.margins: Theme.l
            spacing: Theme.m

            Words {
                Layout.fillWidth: true
                text: qsTr("Ask a librarian")
                font.pixelSize: Theme.headline
                font.weight: Font.Bold
                Accessible.role: Accessible.Heading
            }

            Words {
                Layout.fillWidth: true
                text: qsTr("A librarian reads this and answers here, on this screen. If nobody is free, leave an e-mail address and we write to you.")
                color: Theme.inkQuiet
            }

            KioskField {
                id: question

                objectName: "handOffQuestion"
                Layout.fillWidth: true
                caption: qsTr("Your question")
                text: root.handOff.question
                onEdited: words => root.handOff.question = words
            }

            Words {
                Layout.fillWidth: true
                visible: root.preview.count > 0
                text: qsTr("These lines go along. Tap one to leave it out.")
                font.pixelSize: Theme.label
                font.weight: Font.DemiBold
            }

            ListView {
                id: lines

                Layout.fillWidth: true
                Layout.preferredHeight: contentHeight
                Layout.fillHeight: true
                Layout.maximumHeight: contentHeight
                clip: true
                visible: count > 0
                spacing: Theme.xs
                boundsBehavior: Flickable.StopAtBounds
                model: root.preview

                delegate: PreviewLine {
                    width: ListView.view.width
                    onClicked: root.preview.toggle(index)
                }
            }

            GridLayout {
                Layout.fillWidth: true
                columns: root.width > Theme.unit * 1000 ? 2 : 1
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
                }
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.s

                Words {
                    Layout.fillWidth: true
                    text: qsTr("Only what you see here is sent. Name and e-mail are deleted 30 days after your question is closed.")
                    color: Theme.inkQuiet
                    font.pixelSize: Theme.small
                }

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
