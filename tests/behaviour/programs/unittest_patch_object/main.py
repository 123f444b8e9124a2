import unittest
from unittest.mock import MagicMock, patch

import openai
from bot import Bot


def fake(text):
    answer = MagicMock()
    answer.choices = [MagicMock()]
    answer.choices[0].message.content = text
    return answer


class BotTest(unittest.TestCase):
    def test_upper(self):
        with patch.object(openai.ChatCompletion, "create", return_value=fake("quiet")) as create:  # OAI104:27
            self.assertEqual(Bot().reply("x"), "QUIET")
        create.assert_called_once()

    def test_module(self):
        with patch("bot.openai.ChatCompletion.create", return_value=fake("inner")):  # OAI104:20
            self.assertEqual(Bot().reply("x"), "INNER")

    def test_no_patch(self):
        self.assertEqual(Bot("gpt-4").reply("x"), "YOU SAID: X")


if __name__ == "__main__":
    program = unittest.main(exit=False, verbosity=0)
    print("ok" if program.result.wasSuccessful() else "failed", program.result.testsRun)
