pragma ComponentBehavior: Bound
import QtQuick

// Thumbs below an answer. A thumb down asks why, and whether the librarians may have the question;
// what they would get is shown before it goes.
Column {
    id: root

    required property string verdict
    required property string reason
    required property string toSend
    required property bool sent
    signal rated(string verdict, string reason)
    signal questionSent
    // There is more to see at its end.
    signal grew

    readonly property bool down: verdict === "down"
    property bool asking: false

    spacing: Theme.s
    onDownChanged: {
        asking = false;
        if (down)
            grew();
    }
    onAskingChanged: if (asking)
        grew()

    Row {
        anchors.left: parent.left
        spacing: Theme.xs

        Thumb {
            objectName: "thumbUp"
            outline: Icons.thumbUp
            text: qsTr("This helped")
            chosen: root.verdict === "up"
            enabled: !root.sent
            onClicked: root.rated("up", "")
        }

        Thumb {
            objectName: "thumbDown"
            outline: Icons.thumbDown
            text: qsTr("This did not help")
            chosen: root.down
            enabled: !root.sent
            onClicked: root.rated("down", "")
        }

        Words {
            objectName: "thanks"
            leftPadding: Theme.xs
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, root.width - 2 * (Theme.control + Theme.xs))
            visible: text !== ""
            text: Phrases.thanks(root.verdict, root.reason, root.sent)
            color: Theme.inkQuiet
            font.pixelSize: Theme.label
            Accessible.role: Accessible.AlertMessage
        }
    }

    Flow {
        visible: root.down && !root.sent
        width: root.width
        spacing: Theme.xs

        Repeater {
            model: ["wrong", "not_asked", "unclear", "missing"]

            KioskButton {
                required property string modelData

                objectName: "reason"
                least: Theme.control
                kind: root.reason === modelData ? KioskButton.Kind.Primary : KioskButton.Kind.Chip
                text: Phrases.complaint(modelData)
                choice: true
                ticked: root.reason === modelData
                onClicked: root.rated("down", root.reason === modelData ? "" : modelData)
            }
        }
    }

    KioskButton {
        objectName: "askToSend"
        anchors.left: parent.left
        visible: root.down && !root.sent && root.toSend !== "" && !root.asking
        kind: KioskButton.Kind.Bare
        least: Theme.control
        outline: Icons.next
        text: qsTr("Send my question to the librarians too")
        onClicked: root.asking = true
    }

    Rectangle {
        visible: root.down && !root.sent && root.toSend !== "" && root.asking
        width: root.width
        height: consent.implicitHeight + 2 * Theme.m
        radius: Theme.radius
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.line

        Column {
            id: consent

            anchors.fill: parent
            anchors.margins: Theme.m
            spacing: Theme.s

            Words {
                width: parent.width
                text: qsTr("May we send your question to the librarians, so that they can improve this? Only these words are sent, without a name:")
                font.pixelSize: Theme.label
            }

            Words {
                objectName: "toSend"
                width: parent.width
                text: qsTr("“%1”").arg(root.toSend)
                font.weight: Font.DemiBold
            }

            Flow {
                width: parent.width
                spacing: Theme.s

                KioskButton {
                    objectName: "sendQuestion"
                    kind: KioskButton.Kind.Primary
                    outline: Icons.send
                    text: qsTr("Send this")
                    onClicked: root.questionSent()
                }

                KioskButton {
                    objectName: "keepQuestion"
                    text: qsTr("Don't send")
                    onClicked: root.asking = false
                }
            }
        }
    }
}
