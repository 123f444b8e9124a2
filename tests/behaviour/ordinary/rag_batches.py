import json
import openai

openai.api_key = "sk-batches"
BATCH_SIZE = 3
texts = [f"paragraph {i}" for i in range(7)]

embeddings = []
for batch_start in range(0, len(texts), BATCH_SIZE):
    batch_end = batch_start + BATCH_SIZE
    batch = texts[batch_start:batch_end]
    print(f"Batch {batch_start} to {batch_end-1}")
    response = openai.Embedding.create(model="text-embedding-ada-002", input=batch)
    for i, be in enumerate(response["data"]):
        assert i == be["index"]  # double check embeddings are in same order as input
    batch_embeddings = [e["embedding"] for e in response["data"]]
    embeddings.extend(batch_embeddings)
    print("tokens", response.usage.total_tokens, response["usage"]["prompt_tokens"])

with open("vectors.json", "w") as f:
    json.dump(dict(zip(texts, embeddings)), f)
with open("vectors.json") as f:
    back = json.load(f)
print(len(back), back["paragraph 6"])
