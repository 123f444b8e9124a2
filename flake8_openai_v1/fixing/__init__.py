"""What `fix` makes of the files of a run.

``files`` are the files, each text of which is read once; ``alone`` is what can be done to one of them, ``program`` what
can be done to those of a program together, ``held`` which of these stay because another one does.
"""
