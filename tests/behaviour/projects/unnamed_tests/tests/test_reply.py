import unittest
from unittest import mock

import openai
import reply


class ReplyTest(unittest.TestCase):
    def setUp(self):
        patcher = mock.patch.object(openai.ChatCompletion, "create")
        self.create = patcher.start()
        self.addCleanup(patcher.stop)
        self.create.return_value = {"choices": [{"message": {"content": "mocked"}}]}

    def test_reply(self):
        self.assertEqual(reply.reply("x"), "mocked")
        self.assertEqual(self.create.call_count, 1)
