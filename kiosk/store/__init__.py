"""The terminal's SQLite: opening, migrations, one module of queries a subject."""
