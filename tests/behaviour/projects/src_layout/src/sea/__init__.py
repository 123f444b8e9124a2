from . import _configuration
