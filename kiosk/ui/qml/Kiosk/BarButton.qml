import QtQuick

// A choice of the quiet bar: a sign, where there is room with its word.
KioskButton {
    id: root

    required property bool spacious
    required property bool chosen
    // What is chosen now, for who listens.
    required property string value

    least: Theme.control
    inset: Theme.s
    compact: !spacious
    kind: chosen ? KioskButton.Kind.Chip : KioskButton.Kind.Bare
    textSize: spacious ? Theme.small : Theme.label
    Accessible.name: qsTr("%1: %2").arg(text).arg(value)
}
