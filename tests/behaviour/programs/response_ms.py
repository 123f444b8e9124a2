"""How long did it take, and who paid? Attributes that only objects of 0.x had."""
import openai

r = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "time"}])  # OAI102:5
print("ms", r.response_ms)  # OAI113:13
print("organisation", r.organization)  # OAI113:23
print(r.choices[0].message.content)

vector = openai.Embedding.create(model="text-embedding-ada-002", input="tide")  # OAI102:10
print("seconds %.3f" % (vector.response_ms / 1000), {"ms": vector.response_ms}, len(vector["data"]))  # OAI113:25 OAI113:60 OAI112:85
