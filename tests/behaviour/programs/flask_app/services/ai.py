import os
import openai

_model = None


def init_app(app):
    global _model
    openai.api_key = os.environ["OPENAI_API_KEY"]
    _model = app.config["OPENAI_MODEL"]


def chat(message, model=None):
    response = openai.ChatCompletion.create(  # OAI102:16
        model=model or _model,
        messages=[{"role": "user", "content": message}],
    )
    return response.choices[0].message.content


def embed(texts):
    response = openai.Embedding.create(input=texts, model="text-embedding-ada-002")  # OAI102:16
    return [d["embedding"] for d in response["data"]]  # OAI112:13 OAI112:37
