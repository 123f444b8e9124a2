"""One place for the SDK."""
from openai import ChatCompletion, Image, error

__all__ = ["ChatCompletion", "Image", "error"]
