import unittest
from unittest.mock import patch, MagicMock
import openai


class Translator:
    def __init__(self, target="fr"):
        self.target = target

    def translate(self, text):
        try:
            res = openai.ChatCompletion.create(  # OAI102:19
                model="gpt-3.5-turbo",
                messages=[{"role": "user", "content": f"Translate to {self.target}: {text}"}],
            )
        except openai.error.APIConnectionError:  # OAI107:16
            return None
        return res["choices"][0]["message"]["content"]  # OAI112:16


class TranslatorTest(unittest.TestCase):
    @patch("openai.ChatCompletion.create")  # OAI104:12
    def test_translate(self, mock_create):
        mock_create.return_value = {"choices": [{"message": {"content": "bonjour"}}]}
        self.assertEqual(Translator().translate("hello"), "bonjour")
        mock_create.assert_called_once()
        kwargs = mock_create.call_args.kwargs
        self.assertEqual(kwargs["model"], "gpt-3.5-turbo")

    @patch("openai.ChatCompletion.create", side_effect=openai.error.APIConnectionError("down"))  # OAI104:12 OAI107:56
    def test_down(self, mock_create):
        self.assertIsNone(Translator().translate("hello"))


result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(TranslatorTest).run(result)
print(result.testsRun, len(result.failures), len(result.errors))
for _, text in result.errors + result.failures:
    print(text)
print(Translator("de").translate("good day"))
