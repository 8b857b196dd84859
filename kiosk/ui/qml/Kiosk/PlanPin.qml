import QtQuick

// A pin; its point is in the middle of its lower edge. Red on white paper, so not a token.
Image {
    width: Math.round(Theme.unit * 64)
    height: Math.round(Theme.unit * 80)
    sourceSize.width: width
    sourceSize.height: height
    source: "data:image/svg+xml;utf8," + encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 80"><path d="M32 78C26 66 6 48 6 30a26 26 0 0 1 52 0c0 18-20 36-26 48z" fill="#c62f2f" stroke="#ffffff" stroke-width="4"/><circle cx="32" cy="30" r="10" fill="#ffffff"/></svg>')
    Accessible.ignored: true
}
