import openai

PRIMARY = {"engine": "status-429", "api_base": "https://prim.openai.azure.com", "api_key": "p"}  # OAI110:12 OAI110:36 OAI110:81
SECONDARY = {"engine": "chat", "api_base": "https://seco.openai.azure.com", "api_key": "s"}  # OAI110:14 OAI110:32 OAI110:77

openai.api_type = "azure"  # OAI306:1
openai.api_version = "2023-05-15"


def ask(messages):
    for backend in (PRIMARY, SECONDARY):
        try:
            return openai.ChatCompletion.create(messages=messages, **backend)  # OAI102:20
        except openai.error.RateLimitError:  # OAI107:16
            print("switching from", backend["engine"])
    raise RuntimeError("nobody answers")


print(ask([{"role": "user", "content": "hello"}])["choices"][0]["message"]["content"])  # OAI112:7
