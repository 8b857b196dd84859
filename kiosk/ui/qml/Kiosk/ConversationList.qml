pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models

// The rows of a visit. A question goes to the top and its answer grows below it; what comes later
// is followed where its place is in sight. Who reads elsewhere is left alone, and told by a button.
Item {
    id: root

    // What stays where it is on the screen when rows come or grow.
    enum Keeping {
        Question,
        End,
        Reader
    }

    required property ChatModel chat
    required property bool personOffered
    required property string personElsewhere
    // In small letters below the last row; empty for nothing.
    required property string smallPrint
    signal personAsked
    signal broughtToEnd

    property int keeping: ConversationList.Keeping.Question
    // Whether the last words were in sight, when everything stood still last.
    property bool atEnd: true
    // Something came below that was not in sight since.
    property bool cameBelow: false
    // The row that grew at its end because of a touch; what is new there comes into view.
    property int grown: -1
    readonly property bool elsewhere: !atEnd && (keeping === ConversationList.Keeping.Reader || cameBelow)
    readonly property real end: Math.max(list.originY, list.originY + list.contentHeight - list.height)
    // Nobody sees whether so little is left below.
    readonly property real near: Theme.target / 2

    function keyed(event: KeyEvent): void {
        const steps = new Map([[Qt.Key_PageUp, -0.85 * height], [Qt.Key_PageDown, 0.85 * height], [Qt.Key_Up, -Theme.target], [Qt.Key_Down, Theme.target]]);
        event.accepted = true;
        if (steps.has(event.key))
            scrollTo(list.contentY + steps.get(event.key));
        else if (event.key === Qt.Key_Home)
            scrollTo(list.originY);
        else if (event.key === Qt.Key_End)
            toEnd();
        else
            event.accepted = false;
    }

    function scrollTo(y: real): void {
        leaveAlone();
        glide(Math.round(Math.min(end, Math.max(list.originY, y))));
    }

    function toEnd(): void {
        grown = -1;
        keeping = ConversationList.Keeping.End;
        glide(end);
    }

    function leaveAlone(): void {
        keeping = ConversationList.Keeping.Reader;
        grown = -1;
    }

    // Quickly where the way is short; a long one would draw every row between.
    function glide(y: real): void {
        gliding.stop();
        if (Theme.calm === 0 || Math.abs(y - list.contentY) > 2 * height) {
            list.contentY = y;
            settle();
        } else {
            gliding.to = y;
            gliding.start();
        }
    }

    function came(): void {
        const speaker = chat.lastSpeaker;
        grown = -1;
        if (speaker === "answer" || speaker === "")
            keeping = ConversationList.Keeping.Question;
        else if (speaker === "patron" || atEnd)
            keeping = ConversationList.Keeping.End;
        else
            cameBelow = true;
        Qt.callLater(settle);
    }

    // After whatever changed the sizes of rows.
    function settle(): void {
        makeRoom();
        if (!gliding.running && !list.moving) {
            if (grown >= 0)
                reveal(list.itemAtIndex(grown));
            else if (keeping === ConversationList.Keeping.Question)
                showFrom(chat.answeredQuestion);
            else if (keeping === ConversationList.Keeping.End)
                list.positionViewAtEnd();
        }
        atEnd = list.contentY >= end - list.spare - near;
        cameBelow = cameBelow && !atEnd;
    }

    // So much is left free below a short answer that its question can be at the top.
    function makeRoom(): void {
        const question = list.itemAtIndex(chat.answeredQuestion);
        if (question)
            list.spare = Math.max(0, height - Theme.m - (list.footerItem.y + list.footerItem.height - list.spare - question.y));
    }

    function showFrom(place: int): void {
        if (place < 0)
            return;
        if (!list.itemAtIndex(place)) {
            list.positionViewAtIndex(place, ListView.Beginning);
            makeRoom();
        }
        list.contentY = Math.max(list.originY, Math.min(end, list.itemAtIndex(place).y - Theme.m));
    }

    function reveal(row: Item): void {
        if (row && row.y + row.height - height > list.contentY)
            list.contentY = row.y + row.height - height;
    }

    onHeightChanged: Qt.callLater(settle)
    Keys.onPressed: event => keyed(event)

    ListView {
        id: list

        property real spare: 0

        objectName: "rows"
        anchors.fill: parent
        clip: true
        spacing: Theme.m
        model: root.chat
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: height
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Conversation")
        onMovementStarted: {
            gliding.stop();
            root.leaveAlone();
        }
        onMovementEnded: root.settle()
        onContentHeightChanged: Qt.callLater(root.settle)

        header: Item {
            height: Theme.m
        }

        delegate: ChatRow {
            required property int index

            width: ListView.view.width
            personOffered: root.personOffered
            personElsewhere: root.personElsewhere
            onPersonAsked: root.personAsked()
            onRetried: root.chat.retry()
            onRated: (verdict, reason) => root.chat.rate(index, verdict, reason)
            onQuestionSent: root.chat.sendQuestion(index)
            onGrew: {
                root.grown = index;
                Qt.callLater(root.settle);
            }
            onSuggested: question => root.chat.ask(question)
        }

        footer: Item {
            width: ListView.view.width
            height: (words.visible ? words.height : Theme.s) + list.spare

            Words {
                id: words

                width: parent.width
                visible: root.smallPrint !== ""
                text: root.smallPrint
                color: Theme.inkQuiet
                font.pixelSize: Theme.small
                topPadding: Theme.s
                bottomPadding: Theme.s
            }
        }
    }

    Connections {
        target: root.chat

        function onRowsInserted(): void {
            root.came();
        }

        function onModelReset(): void {
            root.came();
        }
    }

    NumberAnimation {
        id: gliding

        target: list
        property: "contentY"
        duration: Theme.calm
        easing.type: Easing.OutCubic
        onFinished: root.settle()
    }

    EdgeFade {
        anchors.top: parent.top
        visible: list.contentY > list.originY + 1
    }

    EdgeFade {
        anchors.bottom: parent.bottom
        below: true
        visible: list.contentY < root.end - 1
    }

    FocusFollower {
        flickable: list
        margin: Theme.xs
        keysOnly: true
        onMoving: root.leaveAlone()
    }

    ScrollLine {
        anchors.left: parent.right
        anchors.leftMargin: Theme.xs
        flickable: list
    }

    NewestButton {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s
        shown: root.elsewhere
        marked: root.cameBelow || root.chat.answering
        onClicked: {
            root.toEnd();
            root.broughtToEnd();
        }
    }
}
