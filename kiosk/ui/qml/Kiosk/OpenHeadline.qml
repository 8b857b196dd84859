import QtQuick
import Kiosk.Models

// "Open now until 1 am", large, with the day and the time above it.
Column {
    id: root

    required property HomeModel home
    // On as few lines as it needs, where there is little room.
    property bool compact: false
    // With less air, where something stands below it.
    property bool tight: false
    // Smaller letters, where a keyboard leaves large ones no room.
    property bool low: false

    readonly property string headline: home.placeName === "" ? qsTr("Welcome") : Phrases.headline(home.openState, home.until)

    // Smaller, where that keeps it on one line, or on the two that its language makes of it.
    readonly property bool oneLine: compact && whole.advanceWidth < width
    readonly property bool asWritten: compact && longest.advanceWidth < width

    spacing: compact || tight ? Theme.xs : Theme.m

    TextMetrics {
        id: whole

        font.family: Theme.family
        font.pixelSize: Theme.headline
        font.weight: Font.Bold
        text: root.headline.replace("\n", " ")
    }

    TextMetrics {
        id: longest

        font: whole.font
        text: root.headline.split("\n").reduce((one, other) => other.length > one.length ? other : one)
    }

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
        text: root.compact && (root.oneLine || !root.asWritten) ? whole.text : root.headline
        color: root.home.openState === "open" ? Theme.positive : Theme.ink
        // A request is no news: it needs no letters for three metres.
        font.pixelSize: root.low || root.home.timeUnsure ? Theme.headline : Theme.display
        font.weight: Font.Bold
        lineHeight: root.tight ? 0.84 : 0.94
        wrapMode: root.asWritten ? Text.NoWrap : Text.Wrap
        fontSizeMode: root.asWritten ? Text.HorizontalFit : Text.Fit
        minimumPixelSize: Theme.headline
        maximumLineCount: 3
        Accessible.role: Accessible.Heading
    }

    Words {
        width: parent.width
        visible: text !== ""
        // What LibCal says in English begins where Arabic begins, too.
        horizontalAlignment: Text.AlignLeft
        text: root.home.timeUnsure ? Phrases.timeUnsure(root.home.deskWords) : Phrases.beside(root.home.opens, root.home.note)
        color: Theme.inkQuiet
        font.pixelSize: Theme.title
    }
}
