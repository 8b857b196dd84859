import QtQuick

// One of two thumbs: quiet until it is chosen.
KioskButton {
    property bool chosen: false

    least: Theme.control
    compact: true
    kind: chosen ? KioskButton.Kind.Chip : KioskButton.Kind.Bare
    choice: true
    ticked: chosen
}
