"""Prints the value of an expression as JSON, in a Python that has imported openai and no more; errors by class name."""

import json
import sys

import openai  # noqa: F401

try:
    value = eval(sys.argv[1])
except Exception as error:
    value = type(error).__name__
print(json.dumps(value))
