import QtQuick

// Plain text in the theme's type. Never guesses a format: what a patron or LibCal wrote is shown
// as written.
Text {
    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.body
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    // To the side where lines of the screen's language begin, also for words of another.
    horizontalAlignment: Text.AlignLeft
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    // Qt calls every text focusable; the keyboard never comes here.
    Accessible.focusable: false
}
