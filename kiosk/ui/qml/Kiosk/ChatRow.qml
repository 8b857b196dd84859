pragma ComponentBehavior: Bound
import QtQuick

// One row of the conversation, by who speaks. What few rows have is made for those only: a row is
// made while somebody scrolls.
Item {
    id: root

    required property string kind
    required property string text
    // Not a list<var>, see Bubble.
    required property var blocks
    required property string author
    required property bool streaming
    required property bool offerPerson
    required property bool canRetry
    required property bool toldByCards
    required property list<var> cards
    required property list<string> suggestions
    required property string intent
    required property string verdict
    required property string reason
    required property string toSend
    required property bool sent
    required property string sentAs
    required property bool personOffered
    // Where a person is found, where none can be asked from here; empty otherwise.
    required property string personElsewhere
    signal personAsked
    signal retried
    signal rated(string verdict, string reason)
    signal questionSent
    signal grew
    // A question that may have been meant was touched.
    signal suggested(string question)

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

        Loader {
            anchors.left: parent.left
            active: root.kind === "librarian"

            sourceComponent: Words {
                text: qsTr("%1 · librarian").arg(root.author)
                color: Theme.tint
                font.pixelSize: Theme.label
                font.weight: Font.Bold
                Accessible.ignored: true
            }
        }

        Bubble {
            visible: !root.notice && !root.toldByCards && (root.text !== "" || root.streaming)
            anchors.right: root.patron ? parent.right : undefined
            anchors.left: root.patron ? undefined : parent.left
            widest: root.widest
            words: root.text
            blocks: root.blocks
            streaming: root.streaming
            tone: root.patron ? Bubble.Tone.Patron : root.kind === "librarian" ? Bubble.Tone.Librarian : Bubble.Tone.Answer
        }

        Loader {
            anchors.right: parent.right
            active: root.patron && root.sentAs !== ""

            sourceComponent: SentAsLine {
                objectName: "sentAs"
                widest: root.widest
                sentAs: root.sentAs
            }
        }

        Loader {
            active: root.notice

            sourceComponent: Words {
                width: column.width
                text: root.text
                color: Theme.inkQuiet
                font.pixelSize: Theme.label
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }

        Repeater {
            model: root.cards

            FactCard {
                required property var modelData

                anchors.left: parent?.left
                width: root.widest
                card: modelData
            }
        }

        Repeater {
            model: root.streaming ? [] : root.suggestions

            KioskButton {
                required property string modelData

                objectName: "suggestion"
                anchors.left: parent?.left
                width: Math.min(implicitWidth, root.widest)
                kind: KioskButton.Kind.Chip
                text: modelData
                onClicked: root.suggested(modelData)
            }
        }

        Loader {
            anchors.left: parent.left
            active: !root.streaming && root.offerPerson && root.personElsewhere !== ""
            // Else what is gone leaves its room behind.
            visible: active

            sourceComponent: Words {
                objectName: "personElsewhere"
                width: column.width
                text: qsTr("You find us at %1.").arg(root.personElsewhere)
                font.weight: Font.DemiBold
            }
        }

        Loader {
            anchors.left: parent.left
            active: !root.streaming && ((root.offerPerson && root.personOffered) || root.canRetry)
            visible: active

            sourceComponent: Row {
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

        Loader {
            anchors.left: parent.left
            active: root.intent !== "" && !root.streaming && !root.canRetry
            visible: active

            sourceComponent: Rating {
                width: root.widest
                verdict: root.verdict
                reason: root.reason
                toSend: root.toSend
                sent: root.sent
                onRated: (verdict, reason) => root.rated(verdict, reason)
                onQuestionSent: root.questionSent()
                onGrew: root.grew()
            }
        }
    }
}
