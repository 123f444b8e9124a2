"""As much of numpy as is asked for."""

import array
import math
from types import SimpleNamespace

ndarray = list
linalg = SimpleNamespace(norm=lambda vector: math.sqrt(dot(vector, vector)))


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def frombuffer(data, dtype):
    return array.array({"float32": "f"}[dtype], data)
