"""How we speak HTTP: timeouts, translated errors, backoff."""
