"""Settings are replaced for the time of a test."""
import io
import unittest
from unittest.mock import patch

import openai


def embed(text):
    return openai.Embedding.create(model="m", input=text)["data"][0]["embedding"]  # OAI102:12 OAI112:12


class EmbedTest(unittest.TestCase):
    def setUp(self):
        self.base, openai.api_base = openai.api_base, "https://test.internal/v1"  # OAI105:20 OAI105:38
        patcher = patch("openai.api_key", "key-of-the-test")
        patcher.start()
        self.addCleanup(patcher.stop)

    def tearDown(self):
        openai.api_base = self.base  # OAI105:9

    def test_embed(self):
        self.assertEqual(len(embed("x")), 4)

    @patch.object(openai.Embedding, "create")  # OAI104:19
    def test_mock(self, create):
        create.return_value = {"data": [{"embedding": [1, 2]}]}
        self.assertEqual(embed("x"), [1, 2])


if __name__ == "__main__":
    outcome = unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(EmbedTest))
    print(outcome.testsRun, outcome.wasSuccessful())
    print(embed("outside")[0])
