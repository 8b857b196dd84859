pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models

// Above the keys: words for what is being composed, or variants of the letter that was typed last.
ListView {
    id: root

    required property KeyboardModel keyboard

    orientation: ListView.Horizontal
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    spacing: Theme.xs / 2
    model: root.keyboard.offers
    onModelChanged: positionViewAtBeginning()
    LayoutMirroring.enabled: root.keyboard.rightToLeft
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Suggestions")

    delegate: Key {
        id: offer

        required property string modelData
        required property int index

        objectName: "offer"
        width: Math.max(root.height * 1.2, words.advanceWidth + 2 * Theme.m)
        height: root.height
        special: index > 0
        text: modelData
        late: true
        onStruck: root.keyboard.pick(index)

        TextMetrics {
            id: words

            text: offer.text
            font: offer.font
        }
    }
}
