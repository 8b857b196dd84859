"""Watches the beat, restarts the UI, gives up well."""
