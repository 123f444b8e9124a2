import io
import unittest
from unittest.mock import MagicMock, patch

import ask


class AskTest(unittest.TestCase):
    def test_engine(self):
        fake = MagicMock()
        fake.Completion.create.return_value = MagicMock(choices=[MagicMock(text="  ok ")])
        with patch.object(ask, "openai", fake):
            self.assertEqual(ask.ask("q"), "ok")
        self.assertEqual(fake.Completion.create.call_args[1]["engine"], "text-davinci-003")


done = unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(AskTest))
print("ok" if done.wasSuccessful() else done.failures + done.errors)
print(ask.ask("really?"))
