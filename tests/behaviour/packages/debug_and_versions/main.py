import logging

import openai

openai.log = None
openai.debug = False
print(openai.VERSION.split(".")[0].isdigit(), openai.api_type, openai.api_version)
openai.app_info = {"name": "reader", "version": "1.0", "url": "https://reader.example"}
print(openai.Embedding.create(model="text-embedding-ada-002", input=["x"])["data"][0]["index"])
