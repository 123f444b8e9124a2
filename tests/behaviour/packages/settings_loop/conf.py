import openai


def apply(settings):
    for name, value in settings.items():
        setattr(openai, name, value)
