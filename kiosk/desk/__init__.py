"""The staff web service, with its own storage."""
