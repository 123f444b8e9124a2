import openai


def prepare():
    openai.api_base = "https://gateway.internal/v1"  # noqa: OAI105
    openai.api_key = "sk-of-the-gateway"
