"""Builds the real objects by constructor arguments, starts and stops them; one module a process."""
