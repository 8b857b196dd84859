import QtQuick

// How much there is and what of it is seen; only where it is more than fits.
Rectangle {
    required property Flickable flickable

    readonly property real share: flickable.visibleArea.heightRatio

    objectName: "scrollLine"
    y: flickable.visibleArea.yPosition * flickable.height
    width: Math.max(3, Theme.xs / 2)
    height: Math.max(Theme.l, share * flickable.height)
    radius: width / 2
    visible: share < 0.999
    color: Theme.outline
    Accessible.ignored: true
}
