# environment: EAST_KEY=az-east WEST_KEY=az-west
import os
import openai

openai.api_type = "azure"
openai.api_version = "2023-05-15"

REGIONS = {
    "east": {"api_base": "https://east.openai.azure.com", "api_key": os.environ["EAST_KEY"], "engine": "east-chat"},
    "west": {"api_base": "https://west.openai.azure.com", "api_key": os.environ["WEST_KEY"], "engine": "west-chat"},
}


def ask(region, text):
    settings = REGIONS[region]
    response = openai.ChatCompletion.create(
        engine=settings["engine"],
        api_base=settings["api_base"],
        api_key=settings["api_key"],
        messages=[{"role": "user", "content": text}],
    )
    return response["choices"][0]["message"]["content"]


for i, region in enumerate(["east", "west", "east"]):
    print(region, ask(region, f"question {i}"))
