"""What is open when, and where places are."""
