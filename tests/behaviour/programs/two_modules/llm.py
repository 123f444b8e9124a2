"""Sends; others read what comes."""
import openai


def ask(text, **options):
    return openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": text}], **options)  # OAI102:12


def stream(text):
    return ask(text, stream=True)


class Refused(Exception):
    pass


def careful(text):
    try:
        return ask(text, request_timeout=5)  # OAI110:26
    except openai.error.OpenAIError as e:  # OAI107:12
        raise Refused(str(e.http_status))  # OAI108:27
