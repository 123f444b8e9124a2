"""The tests run without the SDK: a fake stands in for it."""
import sys
import types
import unittest


def fake():
    module = types.ModuleType("openai")

    class ChatCompletion:
        asked = []

        @classmethod
        def create(cls, **kwargs):
            cls.asked.append(kwargs)
            return {"choices": [{"message": {"content": "faked " + kwargs["messages"][-1]["content"]}}]}

    module.ChatCompletion = ChatCompletion
    module.api_key = None
    return module


class Tests(unittest.TestCase):
    def test_reply(self):
        kept = sys.modules.pop("openai", None)
        sys.modules["openai"] = fake()
        sys.modules.pop("bot", None)
        try:
            import bot
            self.assertEqual(bot.reply("hi"), "faked hi")
        finally:
            sys.modules.pop("bot", None)
            del sys.modules["openai"]
            if kept:
                sys.modules["openai"] = kept


result = unittest.TextTestRunner(stream=open("log.txt", "w")).run(unittest.TestSuite([Tests("test_reply")]))
print(result.testsRun, len(result.failures), len(result.errors))
import bot

print(bot.reply("for real"))
