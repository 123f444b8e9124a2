import unittest
from unittest import mock

import openai

import bot


def chat_answer(text):
    return {"choices": [{"message": {"role": "assistant", "content": text}}]}


class BotTest(unittest.TestCase):
    @mock.patch("openai.ChatCompletion.create", return_value=chat_answer("patched"))
    def test_reply(self, create):
        self.assertEqual(bot.reply("x"), "patched")
        create.assert_called_once()
        self.assertEqual(create.call_args.kwargs["model"], "gpt-3.5-turbo")

    @mock.patch("bot.openai.ChatCompletion.create")
    def test_busy(self, create):
        create.side_effect = openai.error.RateLimitError("slow down")
        self.assertEqual(bot.reply("x"), "Please wait.")

    def test_vector(self):
        with mock.patch.object(openai.Embedding, "create") as create:
            create.return_value = {"data": [{"embedding": [1.0, 2.0]}]}
            self.assertEqual(bot.vector("x"), [1.0, 2.0])
