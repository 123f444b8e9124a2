# environment: AZURE_KEY=az-embed
import os
import time
import openai

openai.api_type = "azure"
openai.api_base = "https://vectors-eu.openai.azure.com/"
openai.api_version = "2022-12-01"
openai.api_key = os.environ["AZURE_KEY"]


def get_embeddings(texts, engine="vectors", batch_size=2):
    out = []
    for i in range(0, len(texts), batch_size):
        batch = [t.replace("\n", " ") for t in texts[i:i + batch_size]]
        while True:
            try:
                data = openai.Embedding.create(input=batch, engine=engine).data
                break
            except openai.error.RateLimitError:
                print("sleeping")
                time.sleep(0.01)
        data = sorted(data, key=lambda x: x["index"])
        out += [d["embedding"] for d in data]
    return out


print(get_embeddings(["a\nb", "c", "d"]))
print(len(get_embeddings(["x"] * 5, engine="status-429-1", batch_size=4)))
