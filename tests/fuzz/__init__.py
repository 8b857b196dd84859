"""What nobody would send on purpose, by the thousand: ``python -m tests.fuzz --help``."""
