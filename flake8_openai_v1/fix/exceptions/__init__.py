"""Exceptions of 0.x → those of today: ``classes`` and ``attributes``, what is caught (``exceptions``).

``clauses``, their ``order``, ``pairs`` told apart; ``texts`` that are tested, and what is only ``suspected`` to be one.

``raising`` is about those that a program makes, ``unraised`` about those that nothing raises today, ``class_names``
about their names as texts.
"""
