"""Methods that are kept, in threads, and under a name, while the endpoint changes."""
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import openai

openai.api_type = "azure"
openai.api_version = "2023-05-15"


def use(region):
    openai.api_base = f"https://{region}.openai.azure.com"
    openai.api_key = f"key-{region}"


class Bot:
    def __init__(self):
        self.chat = openai.ChatCompletion.create
        self.embed = openai.Embedding.create


bot = Bot()


for region in ("east", "west"):
    use(region)
    print(bot.chat(engine="chat", messages=[{"role": "user", "content": region}])["choices"][0]["message"]["content"])
    print(len(bot.embed(engine="vectors", input=region)["data"]))
    with ThreadPoolExecutor(1) as pool:
        print(len(pool.submit(openai.Embedding.create, engine="vectors", input=f"{region} in a thread").result()["data"]))
    later = partial(openai.Embedding.create, engine="vectors")
    print(len(later(input=f"{region} later")["data"]))
