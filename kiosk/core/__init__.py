"""Words everyone shares: records, errors, settings, paths, clock, wire formats."""
