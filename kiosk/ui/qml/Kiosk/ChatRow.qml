pragma ComponentBehavior: Bound
import QtQuick

// One row of the conversation, by who speaks.
Item {
    id: root

    required property string kind
    required property string text
    required property string markup
    required property string author
    required property bool streaming
    required property bool offerPerson
    required property bool canRetry
    required property bool toldByCards
    required property list<var> cards
    required property bool personOffered
    // Where a person is found, where none can be asked from here; empty otherwise.
    required property string personElsewhere
    signal personAsked
    signal retried

    readonly property bool patron: kind === "patron"
    readonly property bool notice: kind === "notice"
    readonly property real widest: width * 0.86

    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: patron ? qsTr("You: %1").arg(text) : kind === "librarian" ? qsTr("%1: %2").arg(author).arg(text) : text

    Column {
        id: column

        width: root.width
        spacing: Theme.s

        Words {
            visible: root.kind === "librarian"
            text: qsTr("%1 · librarian").arg(root.author)
            color: Theme.tint
            font.pixelSize: Theme.label
            font.weight: Font.Bold
        }

        Bubble {
            visible: !root.notice && !root.toldByCards && (root.text !== "" || root.streaming)
            anchors.right: root.patron ? parent.right : undefined
            widest: root.widest
            words: root.text
            markup: root.markup
            streaming: root.streaming
            tone: root.patron ? Bubble.Tone.Patron : root.kind === "librarian" ? Bubble.Tone.Librarian : Bubble.Tone.Answer
        }

        Words {
            visible: root.notice
            width: parent.width
            text: root.text
            color: Theme.inkQuiet
            font.pixelSize: Theme.label
            horizontalAlignment: Text.AlignHCenter
        }

        Repeater {
            model: root.cards

            FactCard {
                required property var modelData

                width: root.widest
                card: modelData
            }
        }

        Words {
            objectName: "personElsewhere"
            visible: !root.streaming && root.offerPerson && root.personElsewhere !== ""
            width: parent.width
            text: qsTr("You find us at %1.").arg(root.personElsewhere)
            font.weight: Font.DemiBold
        }

        Row {
            visible: !root.streaming && ((root.offerPerson && root.personOffered) || root.canRetry)
            spacing: Theme.s

            KioskButton {
                objectName: "retry"
                visible: root.canRetry
                outline: Icons.restart
                text: qsTr("Try again")
                onClicked: root.retried()
            }

            KioskButton {
                objectName: "offerPerson"
                visible: root.offerPerson && root.personOffered
                kind: KioskButton.Kind.Primary
                outline: Icons.person
                text: qsTr("Ask a librarian")
                onClicked: root.personAsked()
            }
        }
    }
}
