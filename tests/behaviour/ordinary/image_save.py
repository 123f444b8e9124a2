"""Generate pictures, save them as base64 and as link."""
import base64
import json
from pathlib import Path

import openai

PROMPT = "An eco-friendly computer from the 90s in the style of vaporwave"
DATA_DIR = Path("responses")
DATA_DIR.mkdir(exist_ok=True)

openai.api_key = "sk-image"

response = openai.Image.create(
    prompt=PROMPT,
    n=1,
    size="256x256",
    response_format="b64_json",
)

file_name = DATA_DIR / f"{PROMPT[:5]}-{response['created']}.json"

with open(file_name, mode="w", encoding="utf-8") as file:
    json.dump({"created": response["created"], "data": [{"b64_json": d["b64_json"]} for d in response["data"]]}, file)

with open(file_name, mode="r", encoding="utf-8") as file:
    again = json.load(file)

for index, image_dict in enumerate(again["data"]):
    image_data = base64.b64decode(image_dict["b64_json"])
    image_file = DATA_DIR / f"{file_name.stem}-{index}.png"
    image_file.write_bytes(image_data)
    print(image_file.name, len(image_data))
print(openai.Image.create(prompt="a cat", n=2, size="1024x1024")["data"][1]["url"])
