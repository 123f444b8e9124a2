import openai
import requests

session = requests.Session()
session.headers["x-team"] = "blue"
openai.requestssession = session

print(openai.Embedding.create(model="text-embedding-ada-002", input="tide")["data"][0]["embedding"][:2])
