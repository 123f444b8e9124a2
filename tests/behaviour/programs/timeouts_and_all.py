import openai

try:
    openai.ChatCompletion.create(model="slow-2", messages=[{"role": "user", "content": "x"}], request_timeout=0.3)  # OAI102:5 OAI110:95
except openai.error.Timeout:  # OAI107:8
    print("timed out")
try:
    openai.Completion.create(model="slow-2", prompt="x", request_timeout=0.3)  # OAI102:5 OAI110:58
except openai.error.APIConnectionError:  # OAI107:8
    print("connection")
except openai.error.OpenAIError as e:  # OAI107:8
    print("other", e.http_status)  # OAI108:20
