import QtQuick
import Kiosk.Models

// "Open now until 1 am", large, with the day and the time above it.
Column {
    id: root

    required property HomeModel home
    // On as few lines as it needs, where there is little room.
    property bool compact: false
    // Smaller letters, where a keyboard leaves large ones no room.
    property bool low: false

    readonly property string headline: home.placeName === "" ? qsTr("Welcome") : Phrases.headline(home.openState, home.until)

    spacing: compact ? Theme.xs : Theme.m

    Words {
        width: parent.width
        visible: text !== "" && !(root.compact && Theme.textScale > 1.5)
        text: root.home.nowText
        color: Theme.inkQuiet
        font.pixelSize: Theme.title
    }

    Words {
        objectName: "headline"
        width: parent.width
        text: root.compact ? root.headline.replace("\n", " ") : root.headline
        color: root.home.openState === "open" ? Theme.positive : Theme.ink
        font.pixelSize: root.low ? Theme.headline : Theme.display
        font.weight: Font.Bold
        lineHeight: 0.94
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.headline
        maximumLineCount: 3
        Accessible.role: Accessible.Heading
    }

    Words {
        width: parent.width
        visible: text !== ""
        text: root.home.timeUnsure ? Phrases.timeUnsure(root.home.deskWords) : Phrases.beside(root.home.opens, root.home.note)
        color: Theme.inkQuiet
        font.pixelSize: Theme.title
    }
}
