# environment: OPENAI_API_KEY=
import configparser

import openai

config = configparser.ConfigParser()
config.read("bot.ini")
section = config["openai"]
openai.api_key = section["key"]
openai.api_base = section.get("base", fallback=openai.api_base)  # OAI105:1 OAI105:48
openai.organization = section.get("organization")

for prompt in section["prompts"].split(","):
    r = openai.Completion.create(engine=section["engine"], prompt=prompt.strip(), n=section.getint("n"))  # OAI102:9 OAI110:34
    print(r["choices"][0]["text"], r["usage"]["total_tokens"])  # OAI112:11 OAI112:36
