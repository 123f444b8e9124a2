"""An embedding function that keeps the resource; the settings of the module are those of the last one that was made."""
import openai


class EmbeddingFunction:
    def __init__(self, model, api_key=None, api_base=None, api_type=None, api_version=None):
        if api_key is not None:
            openai.api_key = api_key
        elif openai.api_key is None:
            raise ValueError("no key")
        if api_base is not None:
            openai.api_base = api_base
        if api_version is not None:
            openai.api_version = api_version
        if api_type is not None:
            openai.api_type = api_type
        self._client = openai.Embedding
        self._model = model

    def __call__(self, texts):
        found = self._client.create(input=texts, engine=self._model)["data"]
        return [one["embedding"] for one in sorted(found, key=lambda e: e["index"])]


first = EmbeddingFunction("vectors", "key-1", "https://one.openai.azure.com", "azure", "2023-05-15")
print(len(first(["a", "b"])))
second = EmbeddingFunction("vectors", "key-2", "https://two.openai.azure.com", "azure", "2023-05-15")
print(len(second(["c"])), len(first(["d"])))
