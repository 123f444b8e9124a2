import unittest
from unittest.mock import MagicMock, patch

import service


class Message:
    def __init__(self, message):
        self.message = message


class Fake:
    usage = {"total_tokens": 3}

    def __init__(self, text):
        self.choices = [Message({"content": text})]


class SayTest(unittest.TestCase):
    @patch("openai.ChatCompletion.create")
    def test_class(self, create):
        create.return_value = Fake("hey")
        self.assertEqual(service.say("x"), ("hey", 3))

    def test_type(self):
        fake = type("R", (), {"choices": [Message(dict(content="ho"))], "usage": {"total_tokens": 5}})()
        with patch("openai.ChatCompletion.create", return_value=fake) as create:
            self.assertEqual(service.say("y"), ("ho", 5))
        self.assertEqual(create.call_args.kwargs["model"], "gpt-4")

    @patch("openai.ChatCompletion.create")
    def test_mock(self, create):
        message = {"content": "hi"}
        create.return_value = MagicMock(choices=[MagicMock(message=message)], usage={"total_tokens": 7})
        self.assertEqual(service.say("z"), ("hi", 7))


suite = unittest.defaultTestLoader.loadTestsFromTestCase(SayTest)
with open("log.txt", "w") as log:
    result = unittest.TextTestRunner(stream=log).run(suite)
print(result.testsRun, len(result.failures), len(result.errors))
print(service.say("for real"))
