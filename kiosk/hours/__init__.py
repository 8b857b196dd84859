"""What is open when, and where places are: calendar arithmetic, LibCal client, sync."""
