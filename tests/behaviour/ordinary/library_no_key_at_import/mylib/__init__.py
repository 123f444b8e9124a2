from ._config import configure, NotConfigured
from ._calls import summarise

VERSION = "1.2"
