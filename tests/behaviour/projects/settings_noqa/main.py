# fix: --unsafe-fixes .
import openai

import settings

settings.prepare()
for data in openai.Embedding.create(model="text-embedding-ada-002", input="tide")["data"]:
    print(len(data["embedding"]))
