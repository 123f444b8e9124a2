"""What tests put in the place of the SDK: ``patches`` and what they return.

``fakes`` are dicts for responses, ``stand_ins`` whole classes, ``replaced`` methods; ``asked`` what is said of a
mock later, ``lookalikes`` what may be one.
"""
