from unittest.mock import MagicMock, patch

import openai
from bot import ask


class Fake:
    @staticmethod
    def create(**kwargs):
        return {"choices": [{"message": {"content": f"{kwargs['model']} says hi"}}]}


@patch("bot.openai")
def test_module(mock_openai):
    mock_openai.ChatCompletion.create.return_value = {"choices": [{"message": {"content": "from a mock"}}]}
    print(ask("one"))
    mock_openai.ChatCompletion.create.side_effect = ValueError("no")
    print(ask("two"), mock_openai.ChatCompletion.create.call_count)


@patch("openai.ChatCompletion")
def test_class(chat):
    chat.create.return_value = {"choices": [{"message": {"content": "from a class"}}]}
    print(ask("three"))
    chat.create.assert_called_once()


def test_fake():
    with patch.object(openai, "ChatCompletion", Fake):
        print(ask("four"))


def test_part():
    api = MagicMock()
    api.ChatCompletion.create = MagicMock(side_effect=ValueError("never"))
    with patch("openai.ChatCompletion", api.ChatCompletion):
        print(ask("five"))


test_module()
test_class()
test_fake()
test_part()
print(ask("six"))
