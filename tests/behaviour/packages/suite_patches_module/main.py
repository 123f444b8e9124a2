"""Run the suite, then the program itself."""
import io
import unittest

import test_bot

out = io.StringIO()
result = unittest.TextTestRunner(stream=out).run(unittest.defaultTestLoader.loadTestsFromModule(test_bot))
print(result.testsRun, len(result.failures), len(result.errors))
from bot import reply, vector

print(reply("for real"), len(vector("tide")))
