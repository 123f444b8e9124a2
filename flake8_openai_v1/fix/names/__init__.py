"""Names and calls of one SDK → those of another.

``names`` in expressions, ``imports`` and ``annotations``; their ``paths`` in the SDK, and the ``scopes`` in which
something is found. ``calls``, their ``arguments``: ``given`` by keyword, ``positional``, ``options`` of a client,
``uploads``, ``timeouts``, ``keys`` of dicts and ``key_names`` that are values, models beside ``deployments``, and the
``parameters`` of functions that give them on. What is ``handed`` on, ``helpers`` that are gone, what is ``hidden``
until it runs, and what ``later`` releases took away.
"""
