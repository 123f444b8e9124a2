# order: any
from concurrent.futures import ThreadPoolExecutor
import openai

with ThreadPoolExecutor() as ex:
    fs = [ex.submit(openai.Embedding.create, input=t, engine="text-embedding-ada-002") for t in ("a", "b")]  # OAI104:21
    print([len(f.result()["data"][0]["embedding"]) for f in fs])  # OAI112:16
