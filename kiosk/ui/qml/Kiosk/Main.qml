pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models

// The one window: a top bar, a page below it, and sheets above.
Window {
    id: root

    required property Appearance appearance
    required property ScreenLanguage language
    required property HomeModel home
    required property PlacesModel places
    required property ChatModel chat
    required property HandOffModel handOff
    required property PreviewModel preview
    required property DeskModel desk
    required property VisitModel visit
    required property KeyboardModel keyboard
    required property Reading reading
    required property Announcer announcer

    // What the keyboard leaves of the screen.
    readonly property real keyboardRoom: keyboard.shown ? keys.height : 0
    // A keyboard is low already.
    readonly property bool lowReach: appearance.lowReach && !keyboard.shown
    readonly property bool conversing: chat.count > 0

    width: 1920
    height: 1080
    minimumWidth: 640
    minimumHeight: 480
    color: Theme.ground
    title: home.libraryName

    LayoutMirroring.enabled: root.language.rightToLeft
    LayoutMirroring.childrenInherit: true

    Binding {
        target: Theme
        property: "name"
        value: root.appearance.theme
    }

    Binding {
        target: Theme
        property: "tint"
        value: root.appearance.tint
    }

    Binding {
        target: Theme
        property: "textScale"
        value: root.appearance.textScale
    }

    Binding {
        target: Theme
        property: "reducedMotion"
        value: root.appearance.reducedMotion
    }

    Binding {
        target: Theme
        property: "unit"
        // Drawn for 1920 × 1080 and 1080 × 1920; a 5:4 screen gets a little less.
        value: Math.max(0.5, root.width > root.height ? Math.min(root.height / 1080, root.width / 1560) : Math.min(root.width / 1080, root.height / 1640))
    }

    readonly property Announcements announcements: Announcements {
        announcer: root.announcer
        chat: root.chat
        handOff: root.handOff
        desk: root.desk
        visit: root.visit
        deskWords: root.home.deskWords
    }

    Connections {
        target: root.visit

        function onEnded(): void {
            homePage.wipe();
            conversation.wipe();
        }
    }

    // Where nobody reaches up to, there is only something to read.
    Item {
        id: upper

        // The half, and a little less than the bar of the page below it.
        width: parent.width
        height: parent.height * 0.46
        visible: root.lowReach

        OpenHeadline {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.l
            home: root.home
            compact: root.width > root.height
        }
    }

    Item {
        id: page

        anchors.fill: parent
        anchors.margins: Theme.l
        anchors.topMargin: root.lowReach ? upper.height + Theme.l : root.keyboard.shown ? Theme.s : Theme.l
        anchors.bottomMargin: root.keyboardRoom + Theme.s
        transform: IdleDrift {
            objectName: "idleDrift"
            idle: root.visit.idle
        }

        // A sheet in front takes the keyboard with it.
        enabled: !root.handOff.composing && !root.visit.ending
        onEnabledChanged: if (enabled)
            root.conversing ? conversation.focusField() : homePage.focusField()

        TopBar {
            id: bar

            width: parent.width
            libraryName: root.home.libraryName
            placeName: root.home.placeName
            logo: root.appearance.logo
            personOffered: root.handOff.available && !root.handOff.active
            onPersonAsked: root.handOff.compose()
        }

        HomePage {
            id: homePage

            anchors.top: bar.bottom
            anchors.topMargin: root.lowReach || root.keyboard.shown ? Theme.m : Theme.l
            anchors.bottom: quiet.top
            anchors.bottomMargin: Theme.s
            width: parent.width
            visible: !root.conversing
            headed: !root.lowReach
            typing: root.keyboard.shown
            home: root.home
            places: root.places
            onAsked: question => root.chat.ask(question)
            onVisibleChanged: if (visible)
                focusField()
            Component.onCompleted: focusField()
        }

        ConversationPage {
            id: conversation

            anchors.top: bar.bottom
            anchors.topMargin: Theme.s
            anchors.bottom: quiet.top
            anchors.bottomMargin: Theme.xs
            width: parent.width
            visible: root.conversing
            chat: root.chat
            handOff: root.handOff
            desk: root.desk
            deskWords: root.home.deskWords
            onPersonAsked: root.handOff.compose()
            onStartedOver: root.visit.startOver()
            onFinished: root.visit.end()
            onVisibleChanged: if (visible)
                focusField()
        }

        QuietBar {
            id: quiet

            anchors.bottom: parent.bottom
            width: parent.width
            // While somebody writes, the words have the room.
            height: root.keyboard.shown ? 0 : implicitHeight
            visible: !root.keyboard.shown
            appearance: root.appearance
            language: root.language
            reading: root.reading
        }
    }

    Loader {
        anchors.fill: parent
        anchors.bottomMargin: root.keyboardRoom
        active: root.handOff.composing

        sourceComponent: HandOffSheet {
            handOff: root.handOff
            preview: root.preview
            desk: root.desk
            deskWords: root.home.deskWords
        }
    }

    Keyboard {
        id: keys

        // How much of it has come up.
        property real raised: root.keyboard.shown ? 1 : 0

        objectName: "keyboard"
        width: parent.width
        y: parent.height - raised * height
        visible: raised > 0
        keyboard: root.keyboard

        Behavior on raised {
            NumberAnimation {
                duration: Theme.calm
                easing.type: Easing.OutCubic
            }
        }
    }

    Loader {
        anchors.fill: parent
        active: root.visit.ending

        sourceComponent: Countdown {
            visit: root.visit
        }
    }
}
