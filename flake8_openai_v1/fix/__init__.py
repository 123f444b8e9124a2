"""What `fix` makes of the files of a run.

``fixer`` is the door: sources → their new text, or why they stay; it never touches the disk. ``files`` reads and
analyses each text once, ``alone`` takes one file, ``program`` those of a program (``run``: which these are), ``held``
says what holds what back, ``sharing`` has what makes clients stand once. ``migrate`` makes the edits of one file,
``plan`` is the work on it. ``units``: what belongs to a call, ``loudness``: who would hear its error; ``remaining``
follows what is left through the edits of the rest.

``causes`` are the reasons, ``results`` what the fixer says of a file, ``planning`` gives each finding its fix or its
cause, ``division`` divides changes among fixes, ``balance`` counts before and after as `check` does.

Each subject is a package: ``names``, ``clients``, ``responses``, ``exceptions``, ``mocks``, ``inference``
(azure-ai-inference), and ``text``, where edits are made and laid out.

Edits come in at the places of what a user wrote, so that all else keeps its bytes. Whoever finds something that cannot
be done says so (`Plan.problem`).
"""
