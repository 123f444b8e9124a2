from .registry import TOOLS, run
from . import draw, judge, vector  # noqa: F401
