import config

try:
    print(config.chat.create(model="m", messages=[{"role": "user", "content": "module"}])["model"])  # missed: OAI102:11 OAI112:11
    print(config.ai.Completion.create(model="status-404", prompt="x"))  # missed: OAI102:11
except config.errors.InvalidRequestError as e:  # missed: OAI107:8
    print("status", e.http_status)  # missed: OAI108:21
