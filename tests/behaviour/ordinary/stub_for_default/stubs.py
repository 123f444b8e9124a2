from unittest import mock

import bot


def stub(**given):
    return {"choices": [{"message": {"role": "assistant", "content": f"hi, {given['model']}"}}], "usage": {"total_tokens": 3}}


def test_ask():
    print(bot.ask("x", create=stub))


def test_mock():
    create = mock.Mock(return_value={"choices": [{"message": {"content": "mocked"}}], "usage": {"total_tokens": 1}})
    print(bot.ask("x", create))
    print(create.call_args.kwargs["model"])


def test_bot():
    print(bot.Bot(lambda **given: {"choices": [{"text": given["prompt"].upper()}]}).say("sea"))
