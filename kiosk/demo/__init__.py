"""The invented library that ``kiosk demo`` and the tests run on: a LibCal that speaks real HTTP."""
