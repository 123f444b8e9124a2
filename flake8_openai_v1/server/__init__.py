"""The language server: ``flake8-openai-v1 server``, for editors and agents. It speaks over standard input and output.

``serving.py``    which message goes where
``language.py``   what an editor tells and asks, and when something is worked out for it
``documents.py``  what is open, and its bytes; ``positions.py`` columns as the client counts them
``reading.py``    what is found in one document; ``salvage.py`` also while it does not parse, ``drift.py`` after an edit
``programs.py``   what the other files of its program tell, and what `fix` makes of them; ``units.py`` of one call
``folders.py``    settings
``messages.py``   findings as diagnostics, and what is said of one when it is pointed at
``actions.py``    what can be done about them; ``edits.py`` as the smallest changes
``worker.py``     threads, in which all of that is done

Only ``serving.py``, ``language.py``, ``messages.py`` and ``actions.py`` know the protocol, and need the extra.
"""
