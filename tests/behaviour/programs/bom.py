"""Begins with a byte order mark."""
import openai

r = openai.Embedding.create(input="bom", model="text-embedding-ada-002")  # OAI102:5
print(r['data'][0]['object'])  # OAI112:7
