"""What the library wrote for its patrons: read from its files and fetched from LibAnswers."""
