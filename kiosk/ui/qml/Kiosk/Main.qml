pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models

// The one window: a top bar, a page below it, and sheets above.
Window {
    id: root

    required property Appearance appearance
    required property HomeModel home
    required property PlacesModel places
    required property ChatModel chat
    required property HandOffModel handOff
    required property PreviewModel preview
    required property VisitModel visit

    readonly property bool conversing: chat.count > 0

    width: 1920
    height: 1080
    minimumWidth: 640
    minimumHeight: 480
    color: Theme.ground
    title: home.libraryName

    Binding {
        target: Theme
        property: "dark"
        value: root.appearance.dark
    }

    Binding {
        target: Theme
        property: "accent"
        value: root.appearance.accent
    }

    Binding {
        target: Theme
        property: "unit"
        // Drawn for 1920 × 1080 and 1080 × 1920; a 5:4 screen gets a little less.
        value: Math.max(0.5, root.width > root.height ? Math.min(root.height / 1080, root.width / 1560) : Math.min(root.width / 1080, root.height / 1640))
    }

    Connections {
        target: root.visit

        function onEnded(): void {
            homePage.wipe();
            conversation.wipe();
        }
    }

    Item {
        id: page

        anchors.fill: parent
        anchors.margins: Theme.l
        // A sheet in front takes the keyboard with it.
        enabled: !root.handOff.composing && !root.visit.ending
        onEnabledChanged: if (enabled)
            root.conversing ? conversation.focusField() : homePage.focusField()

        TopBar {
            id: bar

            width: parent.width
            libraryName: root.home.libraryName
            placeName: root.home.placeName
            dark: root.appearance.dark
            personOffered: root.handOff.available && !root.handOff.active
            onPersonAsked: root.handOff.compose()
            onDarkToggled: root.appearance.toggleDark()
        }

        HomePage {
            id: homePage

            anchors.top: bar.bottom
            anchors.topMargin: Theme.l
            anchors.bottom: parent.bottom
            width: parent.width
            visible: !root.conversing
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
            anchors.topMargin: Theme.m
            anchors.bottom: parent.bottom
            width: parent.width
            visible: root.conversing
            chat: root.chat
            handOff: root.handOff
            deskWords: root.home.deskWords
            onPersonAsked: root.handOff.compose()
            onStartedOver: root.visit.startOver()
            onFinished: root.visit.end()
            onVisibleChanged: if (visible)
                focusField()
        }
    }

    Loader {
        anchors.fill: parent
        active: root.handOff.composing

        sourceComponent: HandOffSheet {
            handOff: root.handOff
            preview: root.preview
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
