# environment: EAST_KEY=az-east WEST_KEY=az-west
import asyncio
import os

import openai

from shop import search, talk

openai.api_type = "azure"
openai.api_version = "2023-05-15"
for region in ("east", "west"):
    openai.api_base = f"https://{region}.openai.azure.com"
    openai.api_key = os.environ[f"{region.upper()}_KEY"]
    print(region, talk.say("hello"), search.find("tide"))
    print(asyncio.run(talk.later("again")), asyncio.run(search.later("again")))
