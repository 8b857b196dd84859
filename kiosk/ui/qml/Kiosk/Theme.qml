pragma Singleton
import QtQuick

// The one table of tokens: colour, type, space, radius, motion. Main sets the writable ones;
// everything else follows. Sizes are for a 1080 px screen and scale with `unit`.
QtObject {
    id: theme

    // "light", "dark" or "contrast"
    property string name: "light"
    // The library's accent colour, as it is legible in this theme.
    property color tint: "#0e5a6b"
    property real unit: 1
    // 1, 1.5 or 2, as the patron wants it.
    property real textScale: 1
    property bool reducedMotion: false

    readonly property bool dark: name === "dark"
    readonly property bool contrast: name === "contrast"

    // Colour
    readonly property color ground: pick("#f6f4ef", "#12171b", "#000000")
    readonly property color surface: pick("#ffffff", "#1b2228", "#000000")
    readonly property color sunken: pick("#ebe8df", "#252e36", "#262626")
    readonly property color line: pick("#dcd7ca", "#36414a", "#ffffff")
    readonly property color outline: pick("#84816f", "#7d8993", "#ffffff")
    readonly property color ink: pick("#1c2126", "#f3f1eb", "#ffffff")
    readonly property color inkQuiet: pick("#525a63", "#b3bbc3", "#ffffff")
    readonly property color inkOnTint: pick("#ffffff", "#0b1a1f", "#000000")
    readonly property color tintSoft: contrast ? "#000000" : Qt.tint(surface, Qt.rgba(tint.r, tint.g, tint.b, dark ? 0.12 : 0.10))
    readonly property color positive: pick("#1a7043", "#79d6a0", "#7dffb0")
    readonly property color positiveSoft: pick("#e2f1e8", "#1c3a2a", "#000000")
    readonly property color caution: pick("#845300", "#efc071", "#ffd24d")
    readonly property color cautionSoft: pick("#faeed6", "#3d3018", "#000000")
    readonly property color scrim: pick("#80202830", "#b3000000", "#e6000000")
    // Around what is told apart by its soft ground alone, where grounds are all black.
    readonly property int edge: contrast ? hairline : 0

    // Type. What is large already grows less, as Android 14 scales it, so that lines stay lines.
    readonly property string family: "Atkinson Hyperlegible Next"
    readonly property int display: sized(108, 0.25)
    readonly property int headline: sized(60, 0.5)
    readonly property int title: sized(40, 0.75)
    readonly property int body: sized(31, 1)
    readonly property int label: sized(26, 1)
    readonly property int small: sized(23, 1)

    // Space and shape
    readonly property int xs: Math.round(8 * unit)
    readonly property int s: Math.round(16 * unit)
    readonly property int m: Math.round(24 * unit)
    readonly property int l: Math.round(40 * unit)
    readonly property int xl: Math.round(64 * unit)
    readonly property int radius: Math.round(28 * unit)
    readonly property int radiusSmall: Math.round(16 * unit)
    readonly property int target: Math.max(48, sized(80, 0.5))
    // What is beside the point and must not stand out; still large enough for a finger.
    readonly property int control: Math.max(44, sized(60, 0.5))
    readonly property int hairline: Math.max(1, Math.round(2 * unit))

    // Motion, in milliseconds; under 200 so that it explains and never delays
    readonly property int quick: reducedMotion ? 0 : 120
    readonly property int calm: reducedMotion ? 0 : 180

    function pick(light: color, dark: color, contrast: color): color {
        return theme.contrast ? contrast : theme.dark ? dark : light;
    }

    // `growth`: how much of the patron's text size it takes part in, from 0 to 1.
    function sized(pixels: int, growth: real): int {
        return Math.round(pixels * unit * (1 + (textScale - 1) * growth));
    }
}
