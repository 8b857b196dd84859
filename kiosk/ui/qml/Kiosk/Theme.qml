pragma Singleton
import QtQuick

// The one table of tokens: colour, type, space, radius, motion. Main sets `dark`, `accent` and
// `unit`; everything else follows. Sizes are for a 1080 px screen and scale with `unit`.
QtObject {
    id: theme

    property bool dark: false
    property color accent: "#0e5a6b"
    property real unit: 1

    // Colour
    readonly property color ground: dark ? "#12171b" : "#f6f4ef"
    readonly property color surface: dark ? "#1b2228" : "#ffffff"
    readonly property color sunken: dark ? "#252e36" : "#ebe8df"
    readonly property color line: dark ? "#36414a" : "#dcd7ca"
    readonly property color outline: dark ? "#7d8993" : "#84816f"
    readonly property color ink: dark ? "#f3f1eb" : "#1c2126"
    readonly property color inkQuiet: dark ? "#b3bbc3" : "#525a63"
    readonly property color tint: dark ? Qt.tint(accent, "#99ffffff") : accent
    readonly property color inkOnTint: dark ? "#0b1a1f" : "#ffffff"
    readonly property color tintSoft: dark ? Qt.tint("#1b2228", Qt.rgba(accent.r, accent.g, accent.b, 0.45)) : Qt.tint("#ffffff", Qt.rgba(accent.r, accent.g, accent.b, 0.10))
    readonly property color positive: dark ? "#79d6a0" : "#1a7043"
    readonly property color positiveSoft: dark ? "#1c3a2a" : "#e2f1e8"
    readonly property color caution: dark ? "#efc071" : "#845300"
    readonly property color cautionSoft: dark ? "#3d3018" : "#faeed6"
    readonly property color scrim: dark ? "#b3000000" : "#80202830"

    // Type
    readonly property string family: "Atkinson Hyperlegible Next"
    readonly property int display: Math.round(108 * unit)
    readonly property int headline: Math.round(60 * unit)
    readonly property int title: Math.round(40 * unit)
    readonly property int body: Math.round(31 * unit)
    readonly property int label: Math.round(26 * unit)
    readonly property int small: Math.round(23 * unit)

    // Space and shape
    readonly property int xs: Math.round(8 * unit)
    readonly property int s: Math.round(16 * unit)
    readonly property int m: Math.round(24 * unit)
    readonly property int l: Math.round(40 * unit)
    readonly property int xl: Math.round(64 * unit)
    readonly property int radius: Math.round(28 * unit)
    readonly property int radiusSmall: Math.round(16 * unit)
    readonly property int target: Math.max(48, Math.round(80 * unit))
    // What is beside the point and must not stand out; still large enough for a finger.
    readonly property int control: Math.max(44, Math.round(60 * unit))
    readonly property int hairline: Math.max(1, Math.round(2 * unit))

    // Motion, in milliseconds; under 200 so that it explains and never delays
    readonly property int quick: 120
    readonly property int calm: 180
}
