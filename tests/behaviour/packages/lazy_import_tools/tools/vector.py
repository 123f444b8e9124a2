from .registry import tool

_openai = None


def _module():
    global _openai
    if _openai is None:
        import openai
        _openai = openai
    return _openai


@tool
def vector(text):
    return len(_module().Embedding.create(input=[text], model="text-embedding-ada-002").data[0].embedding)
