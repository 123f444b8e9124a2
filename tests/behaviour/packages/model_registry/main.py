from registry import MODELS, call
import handlers  # noqa: F401

for name in MODELS:
    print(name, call(name, "red"))
