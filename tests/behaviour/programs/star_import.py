from openai import *
from openai.error import *  # OAI101:26

try:
    print(ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "star"}])["model"])  # OAI102:11 OAI112:11
    Completion.create(model="status-429", prompt="x")  # OAI102:5
except RateLimitError as e:  # OAI107:8
    print("limit", e.http_status)  # OAI108:20
