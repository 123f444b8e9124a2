"""Responses: dicts → objects, and where they go.

``responses`` are accesses, with what their ``forms`` share; ``gets``, fields that may be ``missing``, responses as
``wholes``. ``escapes`` is what stands against objects: ``holes`` where responses go, ``residues`` of code for dicts.
``dicts`` where responses stay dicts, ``orders`` the order of their keys, ``misread`` what would not fit together in the
new text of a program, ``origins`` dicts that are no responses; ``empties``, ``headers``, ``repeated``, ``streams`` and
``type_hints`` are forms of their own.
"""
