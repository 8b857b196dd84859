"""One module a command: what was written on the command line becomes a call, nothing more."""
