"""The demo library and the LibCal that serves it."""
