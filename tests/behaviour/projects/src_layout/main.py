# fix: src/sea/tides.py
import sys

sys.path.insert(0, "src")

from sea import tides

print(tides.describe("spring tide"))
