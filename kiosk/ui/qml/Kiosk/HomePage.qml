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

                Layout.fillWidth: true
                Layout.fillHeight: root.wide
                Layout.preferredHeight: Theme.textScale > 1.5 ? headline.implicitHeight : column.implicitHeight
                visible: root.headed
                clip: interactive
                contentHeight: column.height
                interactive: column.implicitHeight > height + 1
                boundsBehavior: Flickable.StopAtBounds

                Column {
                    id: column

                    width: told.width
                    y: Math.max(0, (told.height - implicitHeight) / 2)
                    spacing: Theme.l

                    OpenHeadline {
                        id: headline

                        width: parent.width
                        home: root.home
                        compact: root.typing || (root.wide && Theme.textScale > 1.5)
                        low: root.typing && root.wide && Theme.textScale > 1
