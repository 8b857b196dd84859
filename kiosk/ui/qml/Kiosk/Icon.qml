import QtQuick

// A line icon in the colour of the text beside it. Decoration only: the text says it all.
// An image rather than a Shape: the software renderer draws shapes outside of a clipped list.
Image {
    id: root

    required property string outline
    property color color: Theme.ink
    property real size: Theme.label
    property real weight: 2
    // It points the way that lines are read.
    property bool directional: false

    width: Math.round(size)
    height: Math.round(size)
    sourceSize.width: width
    sourceSize.height: height
    mirror: directional && LayoutMirroring.enabled
    source: outline === "" ? "" : "data:image/svg+xml;utf8," + encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="${color}" stroke-width="${weight}" stroke-linecap="round" stroke-linejoin="round"><path d="${outline}"/></svg>`)
    Accessible.ignored: true
}
