from types import SimpleNamespace

import openai

import translate


class FakeCreate:
    def __init__(self, *answers):
        self.answers = list(answers)
        self.calls = []

    def __call__(self, **kwargs):
        self.calls.append(kwargs)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        message = SimpleNamespace(content=answer)
        return SimpleNamespace(choices=[SimpleNamespace(message=message)])


def test_translate(monkeypatch):
    fake = FakeCreate("Hallo")
    monkeypatch.setattr(openai.ChatCompletion, "create", fake)
    assert translate.translate("Hello", "de") == "Hallo"
    assert fake.calls[0]["messages"][0]["content"] == "Translate to German."


def test_two(monkeypatch):
    fake = FakeCreate("Bonjour", "Monde")
    monkeypatch.setattr("openai.ChatCompletion.create", fake)
    assert translate.translate_all(["Hello", "World"], "fr") == ["Bonjour", "Monde"]
    assert len(fake.calls) == 2
