"""How much personal data is masked before a line leaves the terminal, by kind and language.

``python -m tests.privacy`` masks the lines of ``lines.toml``, each as the first of a visit, and
prints two things: *recall*, the share of personal strings of which nothing readable is left, and
*false masks*, the lines in which something else was hidden. ``--failures`` shows them. The part
``report`` only measures: whoever looks into it to make the masking better takes away its worth.

A line::

    [[lines]]
    text = "my email is ana.ruiz@uni.edu, is room 2.114 free"
    personal = ["ana.ruiz@uni.edu"]  # as they stand in the text; [] where nothing may be masked
    may = []                         # what may go with it or not; left out: nothing
    language = "en"
    kind = "email"
    part = "dev"                     # or "report"
"""
