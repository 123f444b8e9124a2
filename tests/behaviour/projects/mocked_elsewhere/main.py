# fix: bot.py
from unittest import mock

import bot

ANSWER = {"choices": [{"message": {"role": "assistant", "content": "Hi from the mock"}}]}

with mock.patch("openai.ChatCompletion.create", return_value=ANSWER) as create:
    print(bot.ask("Hello"))
    print(create.call_args.kwargs["messages"])
