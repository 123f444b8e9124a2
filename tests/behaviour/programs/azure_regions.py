import openai

RESOURCES = {
    "west": {"base": "https://west.openai.azure.com", "key": "west-key", "deployment": "west-chat"},
    "east": {"base": "https://east.openai.azure.com", "key": "east-key", "deployment": "east-chat"},
}

openai.api_type = "azure"  # OAI306:1
openai.api_version = "2023-05-15"


def use(region):
    r = RESOURCES[region]
    openai.api_base = r["base"]  # OAI105:5
    openai.api_key = r["key"]
    return r["deployment"]


for region in ("west", "east", "west"):
    deployment = use(region)
    out = openai.ChatCompletion.create(engine=deployment, messages=[{"role": "user", "content": region}])  # OAI102:11 OAI110:40
    print(out["choices"][0]["message"]["content"])  # OAI112:11
