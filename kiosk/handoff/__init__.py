"""A question leaves the terminal and a reply comes back: outbox, courier, the desk's wire."""
