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

    ColumnLayout {
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, Theme.unit * 1320 * Theme.textScale)
        spacing: Theme.s

        ListView {
            id: list

            property bool following: true
            // The row that grew at its end because of a touch; what is new there comes into view.
            property int grown: -1

            objectName: "rows"
            Layout.fillHeight: true
            Layout.fillWidth: true
            clip: true
            spacing: Theme.m
            model: root.chat
            boundsBehavior: Flickable.StopAtBounds
            cacheBuffer: 2000
            reuseItems: false
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Conversation")
            // The newest thing said stays at the top while the answer grows below it, so that it
            // is read from its beginning; somebody who scrolled is left alone.
            onMovementStarted: {
                following = false;
                grown = -1;
            }
            onContentHeightChanged: Qt.callLater(list.follow)
            onHeightChanged: Qt.callLater(list.follow)
            onCountChanged: {
                following = true;
                grown = -1;
                Qt.callLater(list.follow);
            }

            function follow(): void {
                if (grown >= 0)
                    reveal(itemAtIndex(grown));
                else if (following && count > 0)
                    positionViewAtIndex(Math.max(0, root.chat.newest), ListView.Beginning);
            }

            function reveal(row: Item): void {
                const end = row ? row.y + row.height - height : contentY;
                if (end > contentY)
                    contentY = end;
            }

            header: Item {
                height: Theme.m
            }

            delegate: ChatRow {
                required property int index

                width: ListView.view.width
                personOffered: root.handOff.available && !root.handOff.active
                personElsewhere: root.handOff.available ? "" : root.deskWords
                onPersonAsked: root.personAsked()
                onRetried: root.chat.retry()
                onRated: (verdict, reason) => root.chat.rate(index, verdict, reason)
                onQuestionSent: root.chat.sendQuestion(index)
                onGrew: {
                    list.grown = index;
                    Qt.callLater(list.follow);
                }
                onSuggested: question => root.chat.ask(question)
            }

            footer: Column {
                width: ListView.view.width
                topPadding: Theme.s

                // Where letters are large, the words of the conversation have the room.
                Words {
                    width: parent.width
                    visible: Theme.textScale > 1
                    text: root.smallPrint
                    color: Theme.inkQuiet
                    font.pixelSize: Theme.small
                    bottomPadding: Theme.s
                }
            }
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
