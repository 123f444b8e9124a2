import openai

calls = []
_original = None


def install():
    global _original
    _original = openai.ChatCompletion.create

    def create(*args, **kwargs):
        result = _original(*args, **kwargs)
        calls.append((kwargs["model"], result["usage"]["total_tokens"]))
        return result

    openai.ChatCompletion.create = create


def remove():
    openai.ChatCompletion.create = _original
