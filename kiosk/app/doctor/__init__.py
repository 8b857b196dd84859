"""What `kiosk doctor` looks at: settings, machine, data, services; one finding a check."""
