pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Models

// How the screen speaks and looks, for as long as the visit lasts. At the lower edge of every page.
GridLayout {
    id: root

    required property Appearance appearance
    required property ScreenLanguage language
    required property Reading reading

    // Words beside the signs where there is room for them.
    readonly property bool spacious: width > Theme.unit * 1400 * Theme.textScale
    readonly property bool oneLine: spacious || width > Theme.unit * 780 * Theme.textScale

    columns: oneLine ? 2 : 1
    columnSpacing: Theme.m
    rowSpacing: Theme.xs

    LanguageBar {
        Layout.fillWidth: true
        language: root.language
    }

    Row {
        Layout.alignment: root.oneLine ? Qt.AlignRight : Qt.AlignLeft
        spacing: Theme.xs

        ReadAloudBar {
            visible: root.reading.available
            reading: root.reading
            spacious: root.spacious
        }

        BarButton {
            objectName: "textSize"
            spacious: root.spacious
            outline: Icons.textSize
            text: qsTr("Text size")
            value: qsTr("%1 percent").arg(Math.round(root.appearance.textScale * 100))
            chosen: root.appearance.textScale > 1
            onClicked: root.appearance.nextTextSize()
        }

        BarButton {
            objectName: "theme"
            spacious: root.spacious
            outline: Icons.contrast
            text: qsTr("Colors")
            value: Phrases.theme(root.appearance.theme)
            chosen: root.appearance.theme === "contrast"
            onClicked: root.appearance.nextTheme()
        }

        BarButton {
            objectName: "lowReach"
            spacious: root.spacious
            outline: Icons.lower
            text: qsTr("Lower")
            value: root.appearance.lowReach ? qsTr("on") : qsTr("off")
            chosen: root.appearance.lowReach
            onClicked: root.appearance.toggleLowReach()
        }
    }

    Words {
        objectName: "readAloudNotice"
        Layout.columnSpan: root.columns
        Layout.fillWidth: true
        visible: text !== ""
        text: root.reading.notice
        color: Theme.caution
        font.pixelSize: Theme.small
    }
}
