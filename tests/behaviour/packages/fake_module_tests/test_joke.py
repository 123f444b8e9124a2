from unittest import mock

import joke


def fake_create(**kwargs):
    assert kwargs["messages"][0]["content"].endswith("cats")
    return {"choices": [{"message": {"role": "assistant", "content": "Meow."}}]}


def test_joke():
    with mock.patch.object(joke.openai.ChatCompletion, "create", side_effect=fake_create) as create:
        assert joke.joke("cats") == "Meow."
    assert create.call_count == 1


def test_module():
    with mock.patch("joke.openai") as fake:
        fake.ChatCompletion.create.return_value = {"choices": [{"message": {"content": "Woof."}}]}
        assert joke.joke("dogs") == "Woof."
    fake.ChatCompletion.create.assert_called_once()
