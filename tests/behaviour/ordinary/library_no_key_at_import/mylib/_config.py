import openai


class NotConfigured(Exception):
    pass


def configure(key, base=None):
    openai.api_key = key
    if base:
        openai.api_base = base


def check():
    if openai.api_key is None:
        raise NotConfigured("call configure() first")
