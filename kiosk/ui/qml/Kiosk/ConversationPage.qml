pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Models

// The visit so far: the patron's words on one side, answers with their cards on the other.
Item {
    id: root

    required property ChatModel chat
    required property HandOffModel handOff
    required property DeskModel desk
    required property string deskWords
    readonly property string smallPrint: chat.modelOnline ? qsTr("When you leave, this screen forgets what you wrote. Answers can be wrong; cards come from the library's own data.") : qsTr("Just now I answer from the library's own data only. When you leave, this screen forgets what you wrote.")
    signal personAsked
    signal startedOver
    signal finished

    function focusField(): void {
        asking.focusField();
    }

    function wipe(): void {
        asking.wipe();
    }

    Keys.onPressed: event => conversation.keyed(event)

    ColumnLayout {
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, Theme.unit * 1320 * Theme.textScale)
        spacing: Theme.s

        ConversationList {
            id: conversation

            Layout.fillHeight: true
            Layout.fillWidth: true
            chat: root.chat
            personOffered: root.handOff.available && !root.handOff.active
            personElsewhere: root.handOff.available ? "" : root.deskWords
            // Where letters are large, the words of the conversation have the room.
            smallPrint: Theme.textScale > 1 ? root.smallPrint : ""
            onPersonAsked: root.personAsked()
            onBroughtToEnd: asking.focusField()
        }

        TicketStrip {
            Layout.fillWidth: true
            visible: root.handOff.active
            handOff: root.handOff
            desk: root.desk
            deskWords: root.deskWords
        }

        ResolvedStrip {
            Layout.fillWidth: true
            visible: root.handOff.asksIfResolved
            handOff: root.handOff
        }

        AskRow {
            id: asking

            Layout.fillWidth: true
            chat: root.chat
            handOff: root.handOff
            scrolled: conversation
            onStartedOver: root.startedOver()
            onFinished: root.finished()
        }

        Words {
            Layout.fillWidth: true
            visible: Theme.textScale <= 1
            text: root.smallPrint
            color: Theme.inkQuiet
            font.pixelSize: Theme.small
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
