import os, openai; openai.api_key = os.environ["OPENAI_API_KEY"]; openai.organization = "org-semi"
r = openai.Completion.create(model="davinci", prompt="a"); print(r["choices"][0]["text"]); print(r.model)  # OAI102:5 OAI112:66
def f(p): return openai.Completion.create(engine="ada", prompt=p)["choices"][0]["text"]  # OAI102:18 OAI112:18 OAI110:43
if r: print(f("b")); print(f("c"))
try: openai.Completion.create(model="status-401", prompt="x")  # OAI102:6
except openai.error.AuthenticationError: print("who?"); r = None  # OAI107:8
