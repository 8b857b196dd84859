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
    // Then the buttons stand at the side, and what is written has the height.
    readonly property bool beside: tight && width > Theme.unit * 720 * Theme.textScale
    // The patron was led to the tick that an address needs, and may leave it empty.
    property bool askedForConsent: false

    function send(): void {
        const contact = root.handOff.contact;
        if (contact.filled && !contact.agreed && !askedForConsent) {
            askedForConsent = true;
            consent.focusTick();
        } else {
            root.handOff.send(name.text, contact.given);
        }
    }

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
        width: Math.min(root.width - 2 * Theme.m, Theme.unit * 1100 * Theme.textScale + (root.beside ? buttons.width : 0))
        height: Math.min(root.height - 2 * (root.tight ? Theme.xs : Theme.l), sheet.implicitHeight + 2 * margin)
        radius: Theme.radius
        color: Theme.ground
        border.width: Theme.edge
        border.color: Theme.line

        GridLayout {
            id: sheet

            anchors.fill: parent
            anchors.margins: paper.margin
            columns: root.beside ? 2 : 1
            columnSpacing: Theme.m
            rowSpacing: Theme.m

            ScrolledColumn {
                id: body

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredHeight: column.implicitHeight

                ColumnLayout {
                    id: column

                    // Left for the line that tells of more, and for rings around what has the focus.
                    x: Theme.xs
                    width: body.width - 2 * x - Theme.xs
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

                    DeskPromise {
                        Layout.fillWidth: true
                        desk: root.desk
                        deskWords: root.deskWords
                    }

                    QuestionField {
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

                            objectName: "handOffName"
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            Layout.alignment: Qt.AlignTop
                            caption: qsTr("Your name, if you like")
                        }

                        KioskField {
                            id: address

                            objectName: "handOffContact"
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            Layout.alignment: Qt.AlignTop
                            caption: qsTr("E-mail or phone, if you like")
                            hints: Qt.ImhEmailCharactersOnly
                            onEdited: words => root.handOff.contact.text = words
                        }
                    }

                    ContactConsent {
                        id: consent

                        Layout.fillWidth: true
                        visible: root.handOff.contact.filled
                        contact: root.handOff.contact
                        editing: address.editing
                        onCorrected: address.text = root.handOff.contact.text
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
                        text: qsTr("Only what you see here is sent. Name and address are deleted 30 days after your question is closed; this screen forgets them when you leave.")
                        color: Theme.inkQuiet
                        font.pixelSize: Theme.small
                    }
                }
            }

            Grid {
                id: buttons

                Layout.alignment: root.beside ? Qt.AlignRight | Qt.AlignBottom : Qt.AlignRight
                columns: root.beside ? 1 : 2
                spacing: Theme.s
                horizontalItemAlignment: Grid.AlignRight

                KioskButton {
                    objectName: "handOffCancel"
                    text: qsTr("Cancel")
                    onClicked: root.handOff.cancel()
                }

                KioskButton {
                    objectName: "handOffSend"
                    kind: KioskButton.Kind.Primary
                    outline: Icons.check
                    text: root.desk.state === "away" ? qsTr("Leave it here") : qsTr("Send")
                    enabled: question.text.trim() !== "" && root.handOff.contact.ready
                    onClicked: root.send()
                }
            }
        }
    }
}
