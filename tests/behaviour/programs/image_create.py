import base64
import openai

openai.api_key = "sk-painter"

response = openai.Image.create(prompt="a red fox in the snow", n=2, size="512x512")  # OAI102:12
for i, data in enumerate(response["data"]):  # OAI112:26
    print(i, data["url"])  # OAI112:14

encoded = openai.Image.create(prompt="a small boat", n=1, size="256x256", response_format="b64_json")  # OAI102:11
raw = base64.b64decode(encoded["data"][0]["b64_json"])  # OAI112:24
print(len(raw), "bytes at", encoded.created)
