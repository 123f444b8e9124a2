# fix: src
import sys

sys.path.insert(0, "src")
import io
import unittest

from tests import test_reply

done = unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromModule(test_reply))
print(done.testsRun, len(done.errors), len(done.failures))
