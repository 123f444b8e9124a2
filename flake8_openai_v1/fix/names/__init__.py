"""Names and calls of one SDK → those of another.

``names`` in expressions, ``imports`` and ``annotations``; their ``paths`` in the SDK, and the ``scopes`` in which
something is found. ``calls`` and ``parameters``, what is ``handed`` on, ``helpers`` that are gone, what is ``hidden``
until it runs, ``key_names`` that are values, models beside ``deployments``, and what ``later`` releases took away.
"""
