"""A package of one's own around the SDK."""
from .chat import Helper
from .text import complete

__all__ = ["Helper", "complete"]
