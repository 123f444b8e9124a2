"""One text: its tree with exact positions, ``edits`` of it, and ``imports`` that these need.

How what is written is laid out: ``layout``, ``alignment``, ``brackets``, and ``precedence`` for those that an
expression needs.
"""
