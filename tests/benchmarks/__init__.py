"""How quick and how large the terminal is, beside something that everybody can picture.

``python3 packaging/dev.py bench`` measures and prints a table; with ``--write`` it goes to
``RESULTS.md`` in this folder. Numbers depend on the machine, so each stands beside a yardstick of
the same run. Nothing here decides whether the test suite passes.
"""
