<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Announcements</name>
    <message numerus="yes">
        <source>Are you still there? In %n second(s) everything you wrote is cleared. Press any key or touch the screen to go on.</source>
        <translation>
            <numerusform>Are you still there? In %n second everything you wrote is cleared. Press any key or touch the screen to go on.</numerusform>
            <numerusform>Are you still there? In %n seconds everything you wrote is cleared. Press any key or touch the screen to go on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message numerus="yes">
        <source>A librarian reads this and answers here, on this screen. %n question(s) come first.</source>
        <translation>
            <numerusform>A librarian reads this and answers here, on this screen. %n question comes first.</numerusform>
            <numerusform>A librarian reads this and answers here, on this screen. %n questions come first.</numerusform>
        </translation>
    </message>
</context>
</TS>
