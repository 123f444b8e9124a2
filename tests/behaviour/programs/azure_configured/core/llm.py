import openai

_config = None


def configure(config):
    global _config
    _config = config
    openai.api_type = "azure"  # OAI306:5
    openai.api_key = config.key
    openai.api_base = config.endpoint  # OAI105:5
    openai.api_version = config.version


def chat(text):
    r = openai.ChatCompletion.create(engine=_config.chat_deployment, messages=[{"role": "user", "content": text}])  # OAI102:9 OAI110:38
    return r.choices[0].message.content


def embed(texts):
    vectors = []
    for t in texts:
        r = openai.Embedding.create(engine=_config.embedding_deployment, input=t)  # OAI102:13 OAI110:37
        vectors.append(r["data"][0]["embedding"])  # OAI112:24
    return vectors
