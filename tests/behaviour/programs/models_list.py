"""Which of our models may we use?"""
import openai

WANTED = {"gpt-4o", "gpt-5-nano"}

available = {model.id for model in openai.Model.list().data}  # OAI102:36
print("missing:", sorted(WANTED - available))
models = openai.Model.list()  # OAI102:10
names = [model["id"] for model in models["data"] if model["id"].startswith("text")]  # OAI112:10 OAI112:35 OAI112:53
print(names)
one = openai.Model.retrieve("gpt-4o")  # OAI102:7
print(one["id"], one["owned_by"], "created" in one)  # OAI112:7 OAI112:18 OAI113:35
try:
    openai.Model.retrieve("gpt-9")  # OAI102:5
except openai.InvalidRequestError as e:  # OAI107:8
    print("no gpt-9:", e.http_status)  # OAI108:24
