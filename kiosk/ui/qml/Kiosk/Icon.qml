import QtQuick

// A line icon in the colour of the text beside it. Decoration only: the text says it all.
// An image rather than a Shape: the software renderer draws shapes outside of a clipped list.
Item {
    id: root

    required property string outline
    property color color: Theme.ink
    property real size: Theme.label
    property real weight: 2
    // It points the way that lines are read.
    property bool directional: false

    implicitWidth: Math.round(size)
    implicitHeight: Math.round(size)
    Accessible.ignored: true

    Image {
        anchors.fill: parent
        sourceSize.width: root.implicitWidth
        sourceSize.height: root.implicitHeight
        mirror: root.directional && root.LayoutMirroring.enabled
        source: root.outline === "" ? "" : "data:image/svg+xml;utf8," + encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="${root.color}" stroke-width="${root.weight}" stroke-linecap="round" stroke-linejoin="round"><path d="${root.outline}"/></svg>`)
        Accessible.ignored: true
    }
}
