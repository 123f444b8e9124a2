"""Exceptions of 0.x → those of today: ``classes`` and attributes, ``clauses`` and their order, ``pairs`` told
apart.

``raising`` is about those that a program makes, ``unraised`` about those that nothing raises today, ``class_names``
about their names as texts.
"""
