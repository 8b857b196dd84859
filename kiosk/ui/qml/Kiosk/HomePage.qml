pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Models

// What an idle terminal shows: open or not in letters for three metres, the other places, and
// the one large field.
Item {
    id: root

    required property HomeModel home
    required property PlacesModel places
    // Whether it says itself what is open now.
    required property bool headed
    // Whether half of the screen is a keyboard.
    required property bool typing
    readonly property bool wide: width > Theme.unit * 1300
    signal asked(string question)

    function focusField(): void {
        field.forceActiveFocus();
    }

    function wipe(): void {
        field.wipe();
    }

    GridLayout {
        anchors.fill: parent
        columns: root.wide ? 2 : 1
        columnSpacing: Theme.xl
        rowSpacing: Theme.l

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: root.wide
            Layout.preferredWidth: 3
            spacing: Theme.m

            // What is open comes first; where letters are large, what the library has to say
            // besides is below it, a push away.
            Flickable {
                id: told

                objectName: "told"
                Layout.fillWidth: true
                Layout.fillHeight: root.wide
                Layout.preferredHeight: Theme.textScale > 1.5 ? headline.implicitHeight : column.implicitHeight
                visible: root.headed
                clip: interactive
                contentHeight: column.height
                interactive: column.implicitHeight > height + 1
                boundsBehavior: Flickable.StopAtBounds

                EdgeFade {
                    parent: told
                    anchors.bottom: parent.bottom
                    below: true
                    visible: told.interactive && !told.atYEnd
                }

                Column {
                    id: column

                    width: told.width
                    y: Math.max(0, (told.height - implicitHeight) / 2)
                    spacing: headline.tight ? Theme.m : Theme.l

                    OpenHeadline {
                        id: headline

                        width: parent.width
                        home: root.home
                        tight: root.wide && !root.typing && announcements.count > 0
                        compact: root.typing || (root.wide && Theme.textScale > 1.5)
                        low: root.typing && root.wide && Theme.textScale > 1
                    }

                    Column {
                        width: parent.width
                        // Beside the places there is no room for it above a keyboard.
                        visible: !(root.typing && root.wide)
                        spacing: Theme.s

                        Repeater {
                            id: announcements

                            model: root.home.announcements

                            Announcement {
                                required property string modelData

                                width: column.width
                                words: modelData
                            }
                        }
                    }
                }
            }

            Item {
                Layout.fillHeight: root.wide
                visible: !root.headed
            }

            AskField {
                id: field

                objectName: "homeField"
                Layout.fillWidth: true
                placeholderText: qsTr("Ask anything")
                onAsked: question => root.asked(question)
            }

            Flow {
                id: chips

                // Side by side there is room for two lines of chips.
                readonly property int line: Math.max(48, Math.round(Theme.target * 0.8))
                readonly property int lines: root.typing && Theme.textScale > 1 ? 0 : root.typing ? 1 : root.wide && !root.headed && Theme.textScale > 1.5 ? 0 : root.wide || !root.headed ? (Theme.textScale > 1 ? 1 : 2) : Theme.textScale > 1.5 ? 2 : Theme.textScale > 1 ? 3 : 4
                readonly property real room: lines * (line + spacing) - spacing

                Layout.fillWidth: true
                Layout.maximumHeight: Math.max(0, room)
                visible: lines > 0
                spacing: Theme.s
                clip: true

                Repeater {
                    model: root.home.chips

                    KioskButton {
                        required property string modelData
                        readonly property bool fits: y + height <= chips.room

                        // Not `visible`: the chips before and behind it would move up.
                        enabled: fits
                        opacity: fits ? 1 : 0
                        Accessible.ignored: !fits
                        least: chips.line
                        width: Math.min(implicitWidth, chips.width)
                        kind: KioskButton.Kind.Chip
                        textSize: Theme.small
                        text: modelData
                        onClicked: root.asked(modelData)
                    }
                }
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 2
            Layout.maximumWidth: root.wide ? root.width * 0.4 : -1
            spacing: Theme.s

            Words {
                Layout.fillWidth: true
                visible: root.places.count > 0
                text: root.home.timeUnsure ? qsTr("Our places") : qsTr("Our places now")
                color: Theme.inkQuiet
                font.pixelSize: Theme.label
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }

            ListView {
                id: list

                Layout.fillWidth: true
                Layout.fillHeight: true
                clip: true
                spacing: Theme.s
                boundsBehavior: Flickable.StopAtBounds
                model: root.places
                Accessible.role: Accessible.List
                Accessible.name: root.home.timeUnsure ? qsTr("Our places") : qsTr("Our places now")

                delegate: PlaceRow {
                    width: ListView.view.width
                    onClicked: root.asked(qsTr("hours of %1 this week").arg(name))
                }
            }

            Words {
                Layout.fillWidth: true
                objectName: "freshness"
                visible: !root.home.timeUnsure
                text: Phrases.freshness(root.home.asOf, root.home.stale)
                color: root.home.stale ? Theme.caution : Theme.inkQuiet
                font.pixelSize: Theme.small
                horizontalAlignment: root.wide ? Text.AlignRight : Text.AlignLeft
            }
        }
    }
}
