# run: box 8
import sys
import openai

host, depth = sys.argv[1], int(sys.argv[2])
openai.api_base = "https://{}.internal/v1".format(host)  # OAI105:1
openai.api_key = "sk-" + "x" * depth
r = openai.Embedding.create(input=["p", "q"], model="m")  # OAI102:5
print(r["model"], len(r["data"]), host)  # OAI112:7 OAI112:23
openai.api_base = openai.api_base.rstrip("/") + "/"  # OAI105:1 OAI105:19
print(openai.api_base)  # OAI105:7
