"""How many questions of patrons the program answers rightly, counted by language and category.

``python -m tests.evaluation`` asks the library of ``tests/assistant/library.py`` the questions in
``questions/`` and prints a table; ``--failures`` tells what went wrong. Of each language there are
two files. ``<tag>.dev.toml`` is there to develop on. ``<tag>.report.toml`` only measures: whoever
looks into it to make the program better takes away its worth, so ``--failures`` shows of that part
nothing but wrong facts, and only when asked for them with ``--wrong``.

A question::

    [[questions]]
    ask = "when do you close and how do i renew a book"
    category = "several"
    facts = ["marlowe 2026-11-25"]   # what the right answer rests on; [] is for none at all
    may = ["marlowe now"]            # may be told too
    or = [[]]                        # other sets that are as right; [] is asking back
    now = 2026-11-25T16:12:00-05:00  # the moment of the question
    here = "marlowe"                 # where the terminal stands; "" is nowhere known
    screen = "fr"                    # the language of the screen, else that of the file
    kind = "greeting"                # where facts = []: what the answer must have understood

Only ``ask``, ``category`` and ``facts`` must be there. A fact is a place and ``now`` (open or not),
``next`` (the next opening), ``place`` (where, phone) or a date (the hours of that day).
"""
